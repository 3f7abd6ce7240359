package library

import (
	"strings"
	"testing"

	"citemap/fetch"
)

// A library of version 1 had one answer a paper, of all its references.
func TestUpgrade(t *testing.T) {
	file := libraryFile(t)
	inner := &counted{Source: readSmall(t).Source()}
	l := open(t, file, Options{})
	ask(t, l.Source(inner), "a", "b", "nobody")
	_, err := l.db.Exec(`
		DROP VIEW papers;
		DROP VIEW citations;
		DROP VIEW passages;
		DROP VIEW notices;
		ALTER TABLE answer RENAME TO answer2;
		CREATE TABLE answer (source INTEGER NOT NULL REFERENCES source, paper TEXT NOT NULL, asked INTEGER NOT NULL,
			state TEXT NOT NULL, record TEXT NOT NULL, around TEXT NOT NULL, PRIMARY KEY (source, paper)) STRICT;
		INSERT INTO answer SELECT source, paper, asked, state, record, around FROM answer2;
		DROP TABLE answer2;
		PRAGMA user_version = 1`)
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	if _, err := Open(file, Options{Offline: true}); err == nil || !strings.Contains(err.Error(), "was written by an older citemap: let a run without --offline bring it up to date") {
		t.Errorf("off line: %v", err)
	}
	inner.taken()
	for range 2 {
		answers := ask(t, open(t, file, Options{}).Source(inner), "a", "b", "nobody")
		wantSaid(t, answers, "a b ?")
		if answers[1].Around[0].ID != "a" || answers[0].Outcome != fetch.Found {
			t.Errorf("around b: %v", answers[1].Around)
		}
	}
	wantAsked(t, inner)
}

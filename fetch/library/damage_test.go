package library

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"citemap/fetch"
	"citemap/graph"
)

// TestFlippedBytes: a library in which bytes have changed gives the answers that
// it gave, or says that something is missing: an error, an answer that nobody
// has asked for, or a record that could not be read.
func TestFlippedBytes(t *testing.T) {
	path := libraryFile(t)
	about := fillMany(t, path)
	whole := inside(t, path)
	want := recalled(t, path, about)
	random := rand.New(rand.NewPCG(1, 2))
	told, copies := 0, 200
	if testing.Short() {
		copies = 20
	}
	for n := range copies {
		bad := filepath.Join(t.TempDir(), "library.db")
		bytes := append([]byte(nil), whole...)
		for range 1 + n%3 {
			bytes[100+random.IntN(len(bytes)-100)] ^= byte(1 + random.IntN(255))
		}
		if err := os.WriteFile(bad, bytes, 0o600); err != nil {
			t.Fatal(err)
		}
		l, err := Open(bad, Options{Offline: true})
		if err != nil {
			told++
			continue
		}
		got, err := l.Source(nil).Recall(t.Context(), fetch.References, about)
		said := err != nil || len(l.Damaged()) > 0
		for i := range got {
			same := got[i].Outcome == want[i].Outcome && reflect.DeepEqual(got[i].Paper, want[i].Paper) && reflect.DeepEqual(got[i].Around, want[i].Around)
			if !same && got[i].Outcome != fetch.Unasked && !said {
				t.Errorf("copy %d: %s: another answer, and nothing is said:\n%+v\nwant\n%+v", n, about[i].ID, got[i], want[i])
			}
		}
		if said {
			told++
		}
		l.Close()
	}
	t.Logf("told of %d of %d", told, copies)
	if told == 0 {
		t.Error("no damage was met")
	}
}

// fillMany makes a library of many papers and gives the questions that it
// answers.
func fillMany(t *testing.T, path string) []fetch.Subject {
	var lines strings.Builder
	var about []fetch.Subject
	lines.WriteString(header1)
	for i := range 120 {
		fmt.Fprintf(&lines, `{"paperId":"%040x","title":"Paper Number %d of Many","year":%d,"citationCount":%d,"references":["%040x","%040x"]}`+"\n", i, i, 1990+i%30, i, (i+1)%120, (i+7)%120)
		about = append(about, fetch.Subject{ID: graph.ExternalID{Scheme: graph.S2, Value: fmt.Sprintf("%040x", i)}})
	}
	s, err := readWhole("many", strings.NewReader(lines.String()))
	if err != nil {
		t.Fatal(err)
	}
	l, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := askAbout(t.Context(), l.Source(s.Source()), fetch.References, about); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return about
}

func recalled(t *testing.T, path string, about []fetch.Subject) []fetch.Answer {
	l, err := Open(path, Options{Offline: true})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	answers, err := l.Source(nil).Recall(t.Context(), fetch.References, about)
	if err != nil || len(l.Damaged()) > 0 {
		t.Fatal(err, l.Damaged())
	}
	return answers
}

// TestCheckAndRepair: what is spoilt is found, is forgotten, and is asked for
// again; what is whole stays.
func TestCheckAndRepair(t *testing.T) {
	path := libraryFile(t)
	about := fillMany(t, path)
	l := open(t, path, Options{})
	for _, spoil := range []string{
		`UPDATE answer SET record = replace(record, 'Number 3 of', 'Number 4 of') WHERE paper LIKE '%0003'`,
		`UPDATE answer SET around = '[]' WHERE paper LIKE '%0005'`,
		`UPDATE answer SET state = 'empty' WHERE paper LIKE '%0006'`,
	} {
		if _, err := l.db.Exec(spoil); err != nil {
			t.Fatal(err)
		}
	}
	found, err := l.Check(t.Context())
	if err != nil || len(found) != 3 || !strings.HasPrefix(found[0], "answer of 0000") {
		t.Fatalf("found %q, %v", found, err)
	}
	answers, err := l.Source(nil).Recall(t.Context(), fetch.References, about)
	if err != nil || answers[3].Outcome != fetch.Unasked || answers[4].Outcome != fetch.Found || len(l.Damaged()) != 3 {
		t.Errorf("%v, %v, damaged %q, %v", answers[3].Outcome, answers[4].Outcome, l.Damaged(), err)
	}
	if n, err := l.Repair(t.Context()); err != nil || n != 3 {
		t.Errorf("forgot %d, %v", n, err)
	}
	if found, err := l.Check(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("after the repair %q, %v", found, err)
	}
	if n, err := l.Repair(t.Context()); err != nil || n != 0 {
		t.Errorf("forgot %d more, %v", n, err)
	}
}

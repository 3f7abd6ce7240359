package library

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"citemap/fetch"
	"citemap/graph"
)

// doomed names the library that a child process of the test fills until it is
// killed.
const doomed = "CITEMAP_TEST_DOOMED"

func TestMain(m *testing.M) {
	if path := os.Getenv(doomed); path != "" {
		fillUntilKilled(path)
	}
	if path := os.Getenv(newcomer); path != "" {
		openOnce(path)
	}
	os.Exit(m.Run())
}

// fillUntilKilled names on standard output each paper that is kept.
func fillUntilKilled(path string) {
	l, err := Open(path, Options{})
	if err != nil {
		fmt.Println("error:", err)
		os.Exit(1)
	}
	s := l.Source(endless{})
	for i := 0; ; i++ {
		id := graph.ExternalID{Scheme: graph.S2, Value: fmt.Sprintf("p%d-%d", os.Getpid(), i)}
		if _, err := papers(context.Background(), s, []graph.ExternalID{id}); err != nil {
			fmt.Println("error:", err)
			os.Exit(1)
		}
		fmt.Println(id.Value)
	}
}

// An endless source knows every paper, each with twenty around it.
type endless struct{}

func (endless) Ask(_ context.Context, _ fetch.Facts, about []fetch.Subject, report func([]fetch.Reply) error) error {
	var out []fetch.Reply
	for place, s := range about {
		a := fetch.Answer{Outcome: fetch.Found, Paper: graph.Paper{ID: graph.PaperID(s.ID.Value), References: graph.References{State: graph.Known}}}
		for i := range 20 {
			told := graph.PaperID(fmt.Sprintf("%s/%d", s.ID.Value, i))
			a.Paper.References.IDs = append(a.Paper.References.IDs, told)
			a.Around = append(a.Around, graph.Paper{ID: told, Title: strings.Repeat("title ", 50)})
		}
		out = append(out, fetch.Reply{Place: place, Answer: a})
	}
	return report(out)
}

func (endless) Recall(_ context.Context, _ fetch.Facts, about []fetch.Subject) ([]fetch.Answer, error) {
	return make([]fetch.Answer, len(about)), nil
}

func (endless) Limits() fetch.Limits         { return fetch.Limits{} }
func (endless) Provenance() graph.Provenance { return graph.Provenance{Name: "endless"} }

// TestKilled kills a process that fills a library, time and again, each time
// after another number of papers.
func TestKilled(t *testing.T) {
	path := libraryFile(t)
	var kept []string
	rounds := 6
	if testing.Short() {
		rounds = 2
	}
	for round := range rounds {
		kept = append(kept, killAfter(t, path, 1+round*round*7)...)
	}
	l := open(t, path, Options{Offline: true})
	var asked []graph.ExternalID
	for _, id := range kept {
		asked = append(asked, graph.ExternalID{Scheme: graph.S2, Value: id})
	}
	answers, err := papers(t.Context(), l.Source(nil), asked)
	if err != nil {
		t.Fatal(err)
	}
	for i, a := range answers {
		if a.Outcome != fetch.Found || len(a.Around) != 20 {
			t.Errorf("%s was kept, and now there is %d with %d papers around", kept[i], a.Outcome, len(a.Around))
		}
	}
	for question, want := range map[string]string{
		"PRAGMA integrity_check": "ok",
		"SELECT count(*) FROM alias WHERE paper NOT IN (SELECT paper FROM answer)":               "0",
		"SELECT count(*) FROM fact WHERE n NOT IN (SELECT value FROM answer, json_each(around))": "0",
	} {
		var got string
		if err := l.db.QueryRow(question).Scan(&got); err != nil || got != want {
			t.Errorf("%s: %s, %v, want %s", question, got, err, want)
		}
	}
}

// killAfter runs a process until it has kept n papers, kills it and gives the
// papers it named.
func killAfter(t *testing.T, path string, n int) []string {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), doomed+"="+path)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	var kept []string
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "error:") {
			t.Error(lines.Text())
		}
		if kept = append(kept, lines.Text()); len(kept) == n {
			child.Process.Kill()
		}
	}
	child.Wait()
	return kept
}

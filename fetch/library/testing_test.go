package library

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"citemap/fetch"
	"citemap/graph"
)

const header1 = `{"format":"citemap-snapshot","version":1,"taken":"2026-11-22","source":"a test","licence":"CC0"}` + "\n"

// small is a snapshot with a paper of every kind.
const small = header1 + `
{"paperId":"b","title":"Bandits","year":2001,"externalIds":{"ArXiv":"cs/0101001","CorpusId":7},"references":["a","nowhere","a"],"citationCount":3,"referenceCount":4}
{"paperId":"a","title":"Automata","year":1999,"publicationDate":"1999-05-02","authors":[{"name":"Ada A."},{"name":"Bo B."}],"externalIds":{"DOI":"10.1000/ABC"},"references":[],"aliases":["a2"],"unknown":{"key":[1]}}
{"paperId":"c","title":"Cost <of> \"citing\" \u2013 a\u0007\nline","year":2003,"abstract":"...","venue":"V","url":"https://example.org/c","references":["b","a"],"referencesFrom":"semanticscholar"}
{"paperId":"d","title":null,"year":2004,"references":null,"referencesState":"withheld","stub":false}
{"paperId":"title:0123456789abcdef","title":"A line in somebody's bibliography","stub":true}
`

// day0 is when the small snapshot was taken.
var day0 = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

func readSmall(t testing.TB) *Snapshot {
	t.Helper()
	s, err := ReadSnapshot("small.jsonl", strings.NewReader(small))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func ids(t testing.TB, written ...string) []graph.ExternalID {
	t.Helper()
	var out []graph.ExternalID
	for _, w := range written {
		x, err := graph.ParseID(w)
		if err != nil {
			x = graph.ExternalID{Scheme: graph.S2, Value: w} // the short names of the small snapshot
		}
		out = append(out, x)
	}
	return out
}

// A counted source counts what it is asked, and fails on demand.
type counted struct {
	fetch.Source
	calls   int
	asked   []string
	matches []string
	fault   error
	reach   int // with a fault: how many answers there are nevertheless
	state   graph.State
}

func (c *counted) Papers(ctx context.Context, ids []graph.ExternalID) ([]fetch.Answer, error) {
	c.calls++
	for _, id := range ids {
		c.asked = append(c.asked, id.String())
	}
	answers, err := c.Source.Papers(ctx, ids)
	if c.fault != nil {
		clear(answers[min(c.reach, len(answers)):])
		err = c.fault
	}
	if c.state != graph.Unasked {
		for i := range answers {
			answers[i].Paper.References = graph.References{State: c.state}
		}
	}
	return answers, err
}

func (c *counted) Match(ctx context.Context, title string) (fetch.Answer, error) {
	c.matches = append(c.matches, title)
	if c.fault != nil {
		return fetch.Answer{}, c.fault
	}
	return c.Source.Match(ctx, title)
}

// taken gives what was asked since the last call.
func (c *counted) taken() []string {
	out := append(c.asked, c.matches...)
	c.asked, c.matches = nil, nil
	return out
}

var errDown = errors.New("the source is down")

// A clock stands still until it is moved.
type clock struct{ now time.Time }

func (c *clock) Now() time.Time       { return c.now }
func (c *clock) pass(d time.Duration) { c.now = c.now.Add(d) }
func days(n int) time.Duration        { return time.Duration(n) * 24 * time.Hour }
func libraryFile(t testing.TB) string { return filepath.Join(t.TempDir(), "data", "library.db") }
func inside(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func open(t testing.TB, path string, o Options) *Library {
	t.Helper()
	if o.Now == nil {
		o.Now = func() time.Time { return day0.Add(time.Hour) }
	}
	l, err := Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func ask(t testing.TB, s fetch.Source, written ...string) []fetch.Answer {
	t.Helper()
	answers, err := s.Papers(t.Context(), ids(t, written...))
	if err != nil {
		t.Fatalf("ask for %v: %v", written, err)
	}
	return answers
}

// say words answers briefly: the PaperID, ? for unknown, - for unasked.
func say(answers []fetch.Answer) string {
	var out []string
	for _, a := range answers {
		switch a.Outcome {
		case fetch.Found:
			out = append(out, string(a.Paper.ID))
		case fetch.Unknown:
			out = append(out, "?")
		default:
			out = append(out, "-")
		}
	}
	return strings.Join(out, " ")
}

func wantSaid(t testing.TB, answers []fetch.Answer, want string) {
	t.Helper()
	if got := say(answers); got != want {
		t.Errorf("answered %q, want %q", got, want)
	}
}

func wantAsked(t testing.TB, c *counted, want ...string) {
	t.Helper()
	if got := c.taken(); !slices.Equal(got, want) {
		t.Errorf("the source was asked for %q, want %q", got, want)
	}
}

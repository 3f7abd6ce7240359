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
	s, err := readWhole("small.jsonl", strings.NewReader(small))
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

// Recall has nothing, as an API client.
func (c *counted) Recall(_ context.Context, _ fetch.Facts, about []fetch.Subject) ([]fetch.Answer, error) {
	return make([]fetch.Answer, len(about)), nil
}

func (c *counted) Ask(ctx context.Context, facts fetch.Facts, about []fetch.Subject, report func([]fetch.Reply) error) error {
	c.calls++
	for _, s := range about {
		if facts == fetch.ByTitle {
			c.matches = append(c.matches, s.Title)
			continue
		}
		c.asked = append(c.asked, s.ID.String())
	}
	err := c.Source.Ask(ctx, facts, about, func(replies []fetch.Reply) error {
		if c.fault != nil {
			replies = replies[:min(c.reach, len(replies))]
		}
		for i := range replies {
			if c.state != graph.Unasked {
				replies[i].Paper.References = graph.References{State: c.state}
			}
		}
		return report(replies)
	})
	return errors.Join(err, c.fault)
}

// taken gives what was asked since the last call.
func (c *counted) taken() []string {
	out := append(c.asked, c.matches...)
	c.asked, c.matches = nil, nil
	return out
}

// A fixed source has one answer to each kind of question, to whatever subject,
// and counts what it is asked.
type fixed struct {
	answers map[fetch.Facts]fetch.Answer
	asked   int
}

func (f *fixed) Recall(_ context.Context, _ fetch.Facts, about []fetch.Subject) ([]fetch.Answer, error) {
	return make([]fetch.Answer, len(about)), nil
}

func (f *fixed) Ask(_ context.Context, facts fetch.Facts, about []fetch.Subject, report func([]fetch.Reply) error) error {
	f.asked++
	replies := make([]fetch.Reply, len(about))
	for i := range about {
		replies[i] = fetch.Reply{Place: i, Answer: f.answers[facts]}
	}
	return report(replies)
}

func (f *fixed) Limits() fetch.Limits { return fetch.Limits{} }
func (f *fixed) Provenance() graph.Provenance {
	return graph.Provenance{Name: "a test", Licence: "CC0"}
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
	answers, err := papers(t.Context(), s, ids(t, written...))
	if err != nil {
		t.Fatalf("ask for %v: %v", written, err)
	}
	return answers
}

// papers gives what a source recalls of papers and their references, and asks
// it for the rest.
func papers(ctx context.Context, s fetch.Source, ids []graph.ExternalID) ([]fetch.Answer, error) {
	about := make([]fetch.Subject, len(ids))
	for i, id := range ids {
		about[i] = fetch.Subject{ID: id}
	}
	return askAbout(ctx, s, fetch.References, about)
}

func matched(ctx context.Context, s fetch.Source, title string) (fetch.Answer, error) {
	answers, err := askAbout(ctx, s, fetch.ByTitle, []fetch.Subject{{Title: title}})
	return answers[0], err
}

func askAbout(ctx context.Context, s fetch.Source, facts fetch.Facts, about []fetch.Subject) ([]fetch.Answer, error) {
	answers, err := s.Recall(ctx, facts, about)
	if err != nil {
		return answers, err
	}
	var due []int
	seen := map[string]bool{}
	for i := range about {
		if key := subjectKey(facts, &about[i]); !seen[key] && (answers[i].Outcome == fetch.Unasked || answers[i].Stale) {
			due, seen[key] = append(due, i), true
		}
	}
	if len(due) == 0 {
		return answers, nil
	}
	var question []fetch.Subject
	for _, i := range due {
		question = append(question, about[i])
	}
	err = s.Ask(ctx, facts, question, func([]fetch.Reply) error { return nil })
	if errors.Is(err, fetch.ErrOffline) {
		return answers, nil
	}
	after, failed := s.Recall(context.WithoutCancel(ctx), facts, about)
	return after, errors.Join(err, failed)
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

package fetch_test

import (
	"errors"
	"net/http/httptest"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/fetch/library"
	"citemap/fetch/semanticscholar"
	"citemap/fetch/semanticscholar/apitest"
	"citemap/graph"
)

// A bench is a server over a neighbourhood, and libraries in front of it.
type bench struct {
	t       *testing.T
	server  *apitest.Server
	url     string
	entries []graph.Entry
}

// newBench serves so many listed papers with so many references and citing
// papers each.
func newBench(t *testing.T, listed, references, citing int) *bench {
	t.Helper()
	return benchOf(t, apitest.Neighbourhood(listed, references, citing, 1), listed)
}

// benchOf serves papers, of which the first are listed.
func benchOf(t *testing.T, papers []graph.Paper, listed int) *bench {
	t.Helper()
	b := &bench{t: t, server: apitest.New(papers)}
	for i := range listed {
		b.entries = append(b.entries, entry(i+1, papers[i].Title, graph.ExternalIDs{{Scheme: graph.S2, Value: string(papers[i].ID)}}))
	}
	server := httptest.NewServer(b.server)
	t.Cleanup(server.Close)
	b.url = server.URL
	return b
}

// library opens a library over the server; the same file is the same library.
func (b *bench) library(file string, patience time.Duration) fetch.Source {
	b.t.Helper()
	l, err := library.Open(file, library.Options{})
	if err != nil {
		b.t.Fatal(err)
	}
	b.t.Cleanup(func() { l.Close() })
	return l.Source(semanticscholar.NewClient(api.Config{BaseURL: b.url, Rate: 100000, Patience: patience}))
}

func (b *bench) gather(s fetch.Source, o fetch.Options) (*graph.Corpus, error) {
	b.t.Helper()
	return fetch.Gather(b.t.Context(), s, b.entries, o)
}

// bytes is the snapshot of a corpus.
func (b *bench) bytes(c *graph.Corpus) string {
	b.t.Helper()
	var out strings.Builder
	if err := library.WriteSnapshot(&out, &library.Snapshot{Papers: c.Papers}); err != nil {
		b.t.Fatal(err)
	}
	return out.String()
}

// kinds counts the three kinds of references that a gap finder needs: those
// of the listed papers, of their references and of their citing papers.
func kinds(c *graph.Corpus) (listed, cited, citing int) {
	g := graph.New(c)
	isListed := map[graph.Node]bool{}
	for _, n := range g.Listed() {
		isListed[n] = true
		listed += len(g.References(n))
	}
	for n := range graph.Node(g.Len()) {
		cites := slices.ContainsFunc(g.References(n), func(m graph.Node) bool { return isListed[m] })
		isCited := slices.ContainsFunc(g.Citing(n), func(m graph.Node) bool { return isListed[m] })
		if g.Paper(n).References.State != graph.Known || isListed[n] {
			continue
		}
		if cites {
			citing += len(g.References(n))
		}
		if isCited {
			cited += len(g.References(n))
		}
	}
	return listed, cited, citing
}

func TestAListOfThirtyTakesTenRequests(t *testing.T) {
	b := newBench(t, 30, 40, 50)
	file := filepath.Join(t.TempDir(), "library")
	cold, err := b.gather(b.library(file, time.Minute), fetch.Options{})
	if err != nil {
		t.Fatal(err)
	}
	asked := b.server.Requests()
	listed, cited, citing := kinds(cold)
	t.Logf("%d requests; %d papers; references: %d of listed papers, %d of their references, %d of their citing papers", asked, len(cold.Papers), listed, cited, citing)
	if asked > 10 || listed < 30*40 || cited < 1000 || citing < 1000 || cold.Beyond != (graph.Beyond{}) {
		t.Errorf("%d requests, want 10 at most; beyond the budget %+v", asked, cold.Beyond)
	}
	warm, err := b.gather(b.library(file, time.Minute), fetch.Options{})
	if err != nil || b.server.Requests() != asked || b.bytes(warm) != b.bytes(cold) {
		t.Errorf("the same again: %d more requests, the same corpus %v, %v", b.server.Requests()-asked, b.bytes(warm) == b.bytes(cold), err)
	}
}

func TestFiveHundredPapersWithinTheirBudget(t *testing.T) {
	if testing.Short() {
		t.Skip("a large list")
	}
	b := newBench(t, 500, 16, 20)
	file := filepath.Join(t.TempDir(), "library")
	for _, budget := range []int{10, 25} {
		before := b.server.Requests()
		c, err := b.gather(b.library(file, time.Minute), fetch.Options{Budget: budget})
		if err != nil {
			t.Fatal(err)
		}
		asked := b.server.Requests() - before
		t.Logf("budget %d: %d requests, %d papers, beyond %+v", budget, asked, len(c.Papers), c.Beyond)
		if asked > budget || len(c.Listed()) != 500 || (c.Beyond.Lists > 0) != (budget == 10) {
			t.Errorf("budget %d: %d requests, beyond it %+v", budget, asked, c.Beyond)
		}
	}
}

// The plan of a cold library bounds what a run asks; once the library holds
// everything the plan is exact and asks nothing.
func TestPlan(t *testing.T) {
	b := newBench(t, 30, 40, 50)
	file := filepath.Join(t.TempDir(), "library")
	plan := func() (total int, exact bool) {
		stages, err := fetch.Plan(t.Context(), b.library(file, time.Minute), b.entries, fetch.Options{})
		if err != nil {
			t.Fatal(err)
		}
		exact = true
		for _, s := range stages {
			total, exact = total+s.Requests, exact && s.Exact
		}
		return total, exact
	}
	if total, exact := plan(); total != 60 || exact || b.server.Requests() != 0 {
		t.Errorf("cold: %d, exact %v, %d requests sent", total, exact, b.server.Requests())
	}
	ahead := 0
	note := func(stages []fetch.Stage) {
		for _, s := range stages {
			ahead += s.Requests
		}
	}
	if _, err := b.gather(b.library(file, time.Minute), fetch.Options{Planned: note}); err != nil {
		t.Fatal(err)
	}
	if took := b.server.Requests() - 1; ahead < took || ahead > 2*took {
		t.Errorf("planned after the entries: %d, took %d", ahead, took)
	}
	if total, exact := plan(); total != 0 || !exact {
		t.Errorf("warm: %d, exact %v", total, exact)
	}
}

// Faults make a gathering longer, never another one; nor do answers that are
// too much at once. Where one request in four fails, a paper may by chance (in one
// gathering of 150) meet as many faults in a row as one that the service stumbles
// at: it is then told as failed, and asked for again another day.
func TestFaultsChangeNothing(t *testing.T) {
	b := newBench(t, 15, 30, 30)
	want, err := b.gather(b.library(filepath.Join(t.TempDir(), "library"), time.Minute), fetch.Options{})
	if err != nil {
		t.Fatal(err)
	}
	quiet, seeds := b.server.Requests(), uint64(12)
	if testing.Short() {
		seeds = 2
	}
	want.Asked = nil // the requests are the run's own
	for seed := range seeds {
		b.server.Faults = apitest.Faults{TooMany: .10, ServerError: .05, Reset: .03, Truncated: .03, HTML: .02, Seed: seed}
		b.server.Heaviest = int(seed%2) * 400
		got, err := b.gather(b.library(filepath.Join(t.TempDir(), "library"), time.Minute), fetch.Options{})
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if failed := takeFailed(got, want); failed > 1 {
			t.Errorf("seed %d: %d papers failed", seed, failed)
		}
		got.Asked = nil
		if b.bytes(got) != b.bytes(want) {
			t.Errorf("seed %d: another corpus", seed)
		}
	}
	t.Logf("%d requests without faults, %d on average with them", quiet, (b.server.Requests()-quiet)/int(seeds))
}

// takeFailed puts the papers of want in the places of those that are told as failed,
// and counts them.
func takeFailed(got, want *graph.Corpus) (failed int) {
	for i := range got.Papers {
		if got.Papers[i].References.State == graph.Failed && i < len(want.Papers) && got.Papers[i].ID == want.Papers[i].ID {
			got.Papers[i] = want.Papers[i]
			failed++
		}
	}
	return failed
}

// An outage ends within the patience and loses nothing: a warm library still
// answers, and what was half gathered is gone on with.
func TestOutage(t *testing.T) {
	b := newBench(t, 10, 20, 20)
	file := filepath.Join(t.TempDir(), "library")
	want, err := b.gather(b.library(file, time.Minute), fetch.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b.server.Down.Store(true)
	warm, err := b.gather(b.library(file, time.Second), fetch.Options{})
	if err != nil || b.bytes(warm) != b.bytes(want) || warm.Oldest.IsZero() {
		t.Errorf("a warm library during the outage: %v, the same corpus %v, oldest fact %v", err, b.bytes(warm) == b.bytes(want), warm.Oldest)
	}
	began := time.Now()
	cold, err := b.gather(b.library(filepath.Join(t.TempDir(), "cold"), time.Second), fetch.Options{})
	var patience *fetch.PatienceError
	if !errors.As(err, &patience) || cold.Entries[0].Status != graph.StatusUnasked || time.Since(began) > time.Minute {
		t.Errorf("a cold one: %v, entry %s, after %s", err, cold.Entries[0].Status, time.Since(began))
	}
}

// The corpus is put together more than once on the way: what is said of an
// entry is said once all the same.
func TestANoteIsSaidOnce(t *testing.T) {
	b := newBench(t, 12, 30, 30)
	papers := apitest.Neighbourhood(12, 30, 30, 1)
	cited := slices.IndexFunc(papers, func(p graph.Paper) bool { return p.ID == papers[0].References.IDs[0] })
	b.entries = append(b.entries, entry(13, papers[cited].Title, graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.9999/nobody"}}))
	given := slices.Clone(b.entries)
	c, err := b.gather(b.library(filepath.Join(t.TempDir(), "library"), time.Minute), fetch.Options{})
	if err != nil {
		t.Fatal(err)
	}
	last := c.Entries[12]
	if last.Status != graph.StatusResolved || strings.Count(last.Note, "id unknown, found by its title") != 1 {
		t.Errorf("%s: %q", last.Status, last.Note)
	}
	if !reflect.DeepEqual(given, b.entries) {
		t.Error("the entries given were changed")
	}
}

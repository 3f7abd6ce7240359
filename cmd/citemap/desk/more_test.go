package desk_test

import (
	"io"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"citemap/cmd/citemap/console"
	"citemap/cmd/citemap/desk"
	"citemap/cmd/citemap/edit"
	"citemap/cmd/citemap/files"
	"citemap/cmd/citemap/service"
	"citemap/fetch"
	"citemap/fetch/semanticscholar/apitest"
	"citemap/graph"
)

// TestMore: what is looked for further comes in, by no more requests than were told
// before, and so does what an editor put on the list; the list keeps what was added
// meanwhile.
func TestMore(t *testing.T) {
	papers := apitest.Neighbourhood(8, 10, 10, 1)
	api := apitest.New(papers)
	server := httptest.NewServer(api)
	defer server.Close()
	folder := t.TempDir()
	list := filepath.Join(folder, "reading.txt")
	write := func(n int) {
		var lines []string
		for i := range n {
			lines = append(lines, string(papers[i].ID))
		}
		if err := os.WriteFile(list, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(5)
	c := console.New(io.Discard)
	s := service.New(service.Options{Library: filepath.Join(folder, "library"), APIURL: server.URL, Rate: 1000, Budget: 4, Refresh: 24 * time.Hour, Patience: time.Minute}, nil, c)
	d, err := desk.Open(t.Context(), s, edit.Run{Console: c, Files: &files.Guard{}}, []string{list}, desk.Options{})
	if err != nil {
		t.Fatal(err)
	}
	write(6)
	if err := d.Look(t.Context()); err != nil {
		t.Fatal(err)
	}
	if e := d.State().Findings.Corpus.Entries[5]; e.Status != graph.StatusUnasked && e.Status != graph.StatusResolved {
		t.Errorf("an entry nobody was asked for is %s", e.Status)
	}
	from := gaps(d.State(), 1)
	plan, err := d.Plan(t.Context(), from)
	if err != nil || plan.Requests == 0 {
		t.Fatalf("%d requests planned, %v", plan.Requests, err)
	}
	before, had := api.Requests(), d.State().Findings.Corpus.Len()
	var told []string
	if err := d.More(t.Context(), from, func(p fetch.Progress) { told = append(told, p.Stage) }); err != nil {
		t.Fatal(err)
	}
	now := d.State()
	if n := api.Requests() - before; n == 0 || n > plan.Requests || !slices.Contains(told, "what is around the papers asked for") {
		t.Errorf("%d requests of %d planned; told of %q", n, plan.Requests, told)
	}
	if now.Findings.Corpus.Len() <= had || now.Findings.Coverage.Resolved != 6 || !strings.Contains(now.Happened, "more at hand") {
		t.Errorf("%d papers after %d; %d entries resolved; %q", now.Findings.Corpus.Len(), had, now.Findings.Coverage.Resolved, now.Happened)
	}
	if plan, err := d.Plan(t.Context(), from); err != nil || plan.Requests != 0 {
		t.Errorf("asked, %d requests are still planned, %v", plan.Requests, err)
	}
}

// TestNobodyToAsk says why more is not to be had.
func TestNobodyToAsk(t *testing.T) {
	d, _ := open(t, desk.Options{Asking: desk.Asking{Refused: "a snapshot is all there is"}})
	if err := d.More(t.Context(), gaps(d.State(), 1), nil); err == nil || err.Error() != "a snapshot is all there is" {
		t.Error(err)
	}
}

package edit

import (
	"bufio"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"citemap/cmd/citemap/files"
	"citemap/cmd/citemap/usage"
	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/study"
)

// threeGaps are findings with three gaps, in the order c, b, a.
func threeGaps() *study.Findings {
	corpus := &graph.Corpus{Papers: []graph.Paper{
		{ID: "arXiv:2001.00001", Title: "A\x1b[2J paper", IDs: graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "2001.00001"}, {Scheme: graph.DOI, Value: "10.1/a"}}},
		{ID: "arXiv:2001.00002", Title: "B paper"}, {ID: "DOI:10.1/c#1", Title: "C paper"}, {ID: "arXiv:2001.00004", Title: "No gap"},
	}}
	g := graph.New(corpus)
	f := &study.Findings{Corpus: corpus, Graph: g}
	for _, id := range []graph.PaperID{"DOI:10.1/c#1", "arXiv:2001.00002", "arXiv:2001.00001"} {
		for n := range g.Len() {
			if g.Paper(graph.Node(n)).ID == id {
				f.Gaps.Gaps = append(f.Gaps.Gaps, gap.Gap{Node: graph.Node(n), Reasons: []string{"Because of " + string(id) + "."}})
			}
		}
	}
	return f
}

func ids(papers []*graph.Paper) string {
	var out []string
	for _, p := range papers {
		out = append(out, string(p.ID))
	}
	return strings.Join(out, " ")
}

func TestChosenPapers(t *testing.T) {
	for _, test := range []struct{ written, want, err string }{
		{"1", "DOI:10.1/c#1", ""},
		{"3,1", "arXiv:2001.00001 DOI:10.1/c#1", ""},
		{"2-3,2, 3", "arXiv:2001.00002 arXiv:2001.00001", ""},
		{"doi:10.1/A", "", `--add: want the number or the id of a gap: id "doi:10.1/A": not a valid DOI id`},
		{"https://arxiv.org/pdf/2001.00001v2,arxiv:2001.00004", "arXiv:2001.00001 arXiv:2001.00004", ""},
		{"0", "", "--add 0: there are 3 gaps, numbered from 1"},
		{"2-4", "", "--add 2-4: there are 3 gaps, numbered from 1"},
		{"3-1", "", "--add 3-1: there are 3 gaps, numbered from 1"},
		{"2001.99999", "", "--add: no paper of the corpus has the id arXiv:2001.99999"},
	} {
		papers, err := chosenPapers(threeGaps(), strings.Split(test.written, ","))
		var wrong *usage.Error
		if test.err != "" && (!errors.As(err, &wrong) || err.Error() != test.err) || test.err == "" && err != nil {
			t.Errorf("%s: %v, want %s", test.written, err, test.err)
		}
		if got := ids(papers); got != test.want {
			t.Errorf("%s: %s, want %s", test.written, got, test.want)
		}
	}
}

// TestDialog holds what is asked, and what the answers do.
func TestDialog(t *testing.T) {
	for _, test := range []struct {
		name, answers    string
		exclude          bool
		n                int
		chosen, rejected string
	}{
		{"all three", "y\nn\nx\n", true, 0, "DOI:10.1/c#1", "arXiv:2001.00001"},
		{"no file to exclude in: x is asked again", "x\nYes\nq\n", false, 0, "DOI:10.1/c#1", ""},
		{"an end of input ends it", "y", true, 0, "DOI:10.1/c#1", ""},
		{"only the first", "n\ny\ny\n", true, 2, "arXiv:2001.00002", ""},
	} {
		var out bytes.Buffer
		d := dialog{in: bufio.NewReader(strings.NewReader(test.answers)), out: &out, mayExclude: test.exclude}
		chosen, rejected, err := d.ask(threeGaps(), test.n)
		if err != nil || ids(chosen) != test.chosen || ids(rejected) != test.rejected {
			t.Errorf("%s: chose %q, rejected %q, %v", test.name, ids(chosen), ids(rejected), err)
		}
		if !strings.HasPrefix(out.String(), "1. C paper  C paper (foundation)\n   Because of DOI:10.1/c#1.\nadd? [y/n/") || strings.Contains(out.String(), "\x1b") {
			t.Errorf("%s: asked\n%s", test.name, out.String())
		}
	}
}

func TestKeepRejected(t *testing.T) {
	name := filepath.Join(t.TempDir(), "no.txt")
	f := threeGaps()
	var out bytes.Buffer
	r := Run{Out: &out, Files: &files.Guard{}}
	var papers []*graph.Paper
	for _, x := range f.Gaps.Gaps {
		papers = append(papers, f.Graph.Paper(x.Node))
	}
	if err := r.keepRejected(name, papers[:1], true); err != nil || !strings.Contains(out.String(), "+https://doi.org/10.1/c%231 # C paper") {
		t.Errorf("%v; shown %s", err, out.String())
	}
	for _, some := range [][]*graph.Paper{papers[:1], papers[1:]} {
		if err := r.keepRejected(name, some, false); err != nil {
			t.Fatal(err)
		}
	}
	const want = "https://doi.org/10.1/c%231 # C paper\narXiv:2001.00002 # B paper\narXiv:2001.00001 # A[2J paper\n"
	if got, err := os.ReadFile(name); err != nil || string(got) != want {
		t.Errorf("%v; kept %s", err, got)
	}
	if got := withExcluded([]byte("arXiv:1\r\narXiv:2"), papers[1:2]); string(got) != "arXiv:1\r\narXiv:2\r\narXiv:2001.00002 # B paper\r\n" {
		t.Errorf("kept %q", got)
	}
}

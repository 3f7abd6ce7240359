package edit

import (
	"bufio"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/study"
)

// twoFields is a list in one of two fields, with a paper between them.
func twoFields() *graph.Corpus {
	var papers []graph.Paper
	for i := range 12 {
		papers = append(papers,
			graphtest.Cites(fmt.Sprintf("u%02d@2005", i), "l1", "l2", "near", fmt.Sprintf("a%d", i%4), fmt.Sprintf("a%d", (i+1)%4), "bridge"),
			graphtest.Cites(fmt.Sprintf("v%02d@2005", i), "far", "bridge", fmt.Sprintf("b%d", i%4)))
	}
	papers = append(papers, graphtest.Cites("w@2006", "l1", "far"))
	return graphtest.Corpus("l1 l2", papers...)
}

// What is wanted is on the list from the sixth gap on: what goes with it comes
// sooner, nothing comes twice, and what was not among the gaps does not come.
func TestTheListIsAskedAgain(t *testing.T) {
	f := study.Of(twoFields(), study.Options{})
	where := func(answers string, until int) (shown []string, out string) {
		var b bytes.Buffer
		d := dialog{in: bufio.NewReader(strings.NewReader(answers)), out: &b}
		if _, _, err := d.ask(f, until); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(b.String()) {
			line = strings.TrimPrefix(line, "add? [y/n/q] ")
			if place, rest, found := strings.Cut(line, ". "); found && len(place) < 3 && !strings.HasPrefix(line, " ") {
				shown = append(shown, rest)
			}
		}
		return shown, b.String()
	}
	n := len(f.Gaps.Gaps)
	no, quiet := where(strings.Repeat("n\n", n), 0)
	yes, told := where(strings.Repeat("y\n", 5)+strings.Repeat("n\n", n), 0)
	if strings.Contains(quiet, "Looked again") || strings.Count(told, "Looked again, with 5 of these on the list.") != 1 {
		t.Errorf("said\n%s\nand\n%s", quiet, told)
	}
	if slices.Equal(no, yes) || !slices.Equal(no[:5], yes[:5]) {
		t.Errorf("the order stays\n%v", yes)
	}
	slices.Sort(no)
	slices.Sort(yes)
	if len(no) != n || !slices.Equal(no, yes) || len(slices.Compact(yes)) != n {
		t.Errorf("shown are %d of %d, %d of them once", len(no), n, len(yes))
	}
	if first, _ := where(strings.Repeat("y\n", n), 7); len(first) != 7 {
		t.Errorf("of the first seven %d are shown", len(first))
	}
}

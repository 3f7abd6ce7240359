package export_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/pairs"
	"citemap/graph/study"
	"citemap/render/export"
)

func linked(f *study.Findings, w export.What, j export.Joined) *export.Export {
	s := export.Select(f, w, nil, 0)
	s.Joined = j
	return export.New(f, s, nil)
}

func TestLinkGoldens(t *testing.T) {
	x := linked(small(), export.Corpus, export.Joined{By: export.CoCitation, Weight: pairs.ByCosine})
	for _, f := range export.Formats() {
		if f.Binary || f.Papers {
			continue
		}
		got, golden := write(t, f, x), "testdata/cocitation."+f.Extension
		if *update {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs from %s (-update writes it anew):\n%s", f.Name, golden, got)
		}
	}
}

// In a list of two that three papers cite, one of them both: 1 together, of 2 and
// 2, by chance 4/3.
func TestLinksAndTheirWeights(t *testing.T) {
	f := study.Of(graphtest.Corpus("a b",
		graphtest.Cites("x@2020", "a", "b"), graphtest.Cites("y@2020", "a", "c"), graphtest.Cites("z@2020", "b", "c")), study.Options{})
	format, _ := export.ByName("citations-csv")
	for _, test := range []struct {
		joined export.Joined
		what   export.What
		want   string
	}{
		{export.Joined{By: export.CoCitation, Weight: pairs.ByCount}, export.List, "paper,other,weight,together\na,b,1,1\n"},
		{export.Joined{By: export.CoCitation, Weight: pairs.ByCosine}, export.List, "paper,other,weight,together\na,b,0.5,1\n"},
		{export.Joined{By: export.CoCitation, Weight: pairs.ByAssociation}, export.List, "paper,other,weight,together\na,b,0.75,1\n"},
		{export.Joined{By: export.Coupling, Weight: pairs.ByCount}, export.List, "paper,other,weight,together\n"},
		{export.Joined{By: export.Coupling, Weight: pairs.ByAssociation}, export.Corpus, "paper,other,weight,together\nx,y,0.75,1\nx,z,0.75,1\ny,z,0.75,1\n"},
	} {
		if got := string(write(t, format, linked(f, test.what, test.joined))); got != test.want {
			t.Errorf("%v of %s:\n%swant\n%s", test.joined, test.what, got, test.want)
		}
	}
}

// Over 1,100 diamonds lead 2^1100 search paths; a share is never a number that
// programs refuse.
func TestSharesAreNumbersThatProgramsRead(t *testing.T) {
	var papers []graph.Paper
	for i := range 1100 {
		older, newer := fmt.Sprintf("k%05d", i), fmt.Sprintf("k%05d", i+1)
		papers = append(papers, graphtest.Cites(fmt.Sprintf("l%05d", i), older), graphtest.Cites(fmt.Sprintf("r%05d", i), older),
			graphtest.Cites(newer, fmt.Sprintf("l%05d", i), fmt.Sprintf("r%05d", i)), graphtest.Cites(fmt.Sprintf("side%05d", i), older))
	}
	f := study.Cover(graphtest.Corpus("", papers...))
	format, _ := export.ByName("citations-csv")
	rows, err := csv.NewReader(strings.NewReader(string(write(t, format, linked(f, export.Corpus, export.Joined{}))))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	main := 0
	for _, row := range rows[1:] {
		x, err := strconv.ParseFloat(row[2], 64)
		if err != nil || x < 0 || x > 1 || x > 0 && x < 1e-300 {
			t.Fatalf("%v: %v", row, err)
		}
		if row[3] == "true" {
			main++
		}
	}
	if main != 2200 {
		t.Errorf("%d citations on the main path, want 2200", main)
	}
}

func TestLinksHaveTextForms(t *testing.T) {
	for _, name := range export.LinkNames() {
		var l export.Links
		if err := l.Set(name); err != nil || l.String() != name {
			t.Errorf("%s: %v, %v", name, l, err)
		}
	}
	var l export.Links
	if err := l.Set("references"); err == nil || !strings.Contains(err.Error(), "citation, cocitation, coupling") {
		t.Errorf("the error lists no choices: %v", err)
	}
}

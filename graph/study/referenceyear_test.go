package study_test

import (
	"fmt"
	"slices"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/study"
)

// spectrum spells years as "2000:3+2" with deviations that are not 0.
func spectrum(years []study.ReferenceYear) (out []string) {
	for _, y := range years {
		s := fmt.Sprintf("%d:%d", y.Year, y.References)
		if y.Deviation != 0 {
			s += fmt.Sprintf("%+d", y.Deviation)
		}
		out = append(out, s)
	}
	return out
}

func TestReferenceYears(t *testing.T) {
	c := graphtest.Corpus("l1 l2 l3",
		graphtest.Cites("l1@2010", "root", "a", "b", "undated"),
		graphtest.Cites("l2@2011", "root", "b", "c"),
		graphtest.Cites("l3@2012", "root", "l1"),
		graphtest.Cites("other@2012", "a", "a2", "c"),
		graphtest.Paper("root@2004-05"), graphtest.Paper("a@2006"), graphtest.Paper("a2@2006"), graphtest.Paper("b@2007"), graphtest.Paper("c@2007"))
	f := study.Cover(c)
	years := f.ReferenceYears()
	want := []string{"2004:3+3", "2005:0-1", "2006:1", "2007:3+3", "2008:0-1", "2009:0", "2010:1+1"}
	// 2005: 0 of 0 (2003), 3, 0, 1, 3, the median of which is 1.
	if got := spectrum(years); !slices.Equal(got, want) {
		t.Errorf("years %v, want %v", got, want)
	}
	peaks := study.Peaks(years, 9)
	if got := spectrum(peaks); !slices.Equal(got, []string{"2004:3+3", "2007:3+3"}) {
		t.Errorf("peaks %v", got)
	}
	if p := f.Graph.Paper(peaks[1].Most); p.ID != "b" || peaks[1].Times != 2 {
		t.Errorf("2007 is mostly %s, %d times", p.ID, peaks[1].Times)
	}
	if got := spectrum(study.Peaks(years, 1)); !slices.Equal(got, []string{"2004:3+3"}) {
		t.Errorf("the first peak %v", got)
	}
	c.Entries = nil
	if got := spectrum(study.Cover(c).ReferenceYears()); got[2] != "2006:3" {
		t.Errorf("without a list %v", got)
	}
	if got := study.Cover(&graph.Corpus{}).ReferenceYears(); got != nil {
		t.Errorf("of no paper %v", got)
	}
}

func TestReferenceYearsAreBounded(t *testing.T) {
	f := study.Cover(graphtest.Corpus("a", graphtest.Cites("a@2020", "b", "c"), graphtest.Paper("b@1203"), graphtest.Paper("c@2019")))
	if years := f.ReferenceYears(); len(years) != 120 || years[119].Year != 2019 {
		t.Errorf("%d years", len(years))
	}
}

func TestContributors(t *testing.T) {
	by := func(p graph.Paper, venue string, authors ...string) graph.Paper {
		p.Authors, p.Venue = authors, venue
		return p
	}
	c := graphtest.Corpus("l1 l2",
		by(graphtest.Cites("l1@2010", "a", "b"), "ACL", "Ann Lee"),
		by(graphtest.Cites("l2@2012", "a", "l1"), "", "Bo  Ek", "ann lee"),
		by(graphtest.Paper("a@2001"), "acl", "Cy Ju", "Cy Ju"),
		by(graphtest.Paper("b"), "Nature", "Ann Lee"))
	f := study.Cover(c)
	want := []study.Contributor{
		{Name: "Ann Lee", Papers: 3, Listed: 2, Cited: 2, First: 2010, Last: 2012},
		{Name: "Cy Ju", Papers: 1, Cited: 2, First: 2001, Last: 2001},
		{Name: "Bo Ek", Papers: 1, Listed: 1, First: 2012, Last: 2012},
	}
	if got := f.Authors(); !slices.Equal(got, want) {
		t.Errorf("authors %+v", got)
	}
	if got := f.Venues(); len(got) != 2 || got[0] != (study.Contributor{Name: "acl", Papers: 2, Listed: 1, Cited: 3, First: 2001, Last: 2010}) {
		t.Errorf("venues %+v", got)
	}
}

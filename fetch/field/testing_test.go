package field_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"citemap/fetch/field"
	"citemap/fetch/field/fieldtest"
	"citemap/graph"
)

// forms are the ways in which fields are written: as DuckDB writes them, in several
// files, and as Spark may.
var forms = []struct {
	name string
	fieldtest.Options
}{
	{"one file", fieldtest.Options{}},
	{"files", fieldtest.Options{Files: 3, Rows: 7}},
	{"packed", fieldtest.Options{Packed: true, Rows: 60, Files: 2}},
}

// write writes papers as a field and opens it.
func write(t *testing.T, papers []graph.Paper, o fieldtest.Options) *field.Field {
	t.Helper()
	dir := t.TempDir()
	o.Date, o.Licence = "2026-11-22", "none"
	if err := fieldtest.Write(dir, papers, o); err != nil {
		t.Fatal(err)
	}
	f, err := field.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(f.Close)
	return f
}

// made gives papers of all kinds, by PaperID, of which the lists are such as a field has
// them: sorted as its papers are, without what it does not hold.
func made(n int) []graph.Paper {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	papers := make([]graph.Paper, n)
	for i := range papers {
		p := &papers[i]
		p.ID = graph.PaperID(fmt.Sprintf("%040x", r.Uint64()))
		p.Date = graph.Date{Year: 1950 + 70*i/n}
		if i%2 == 0 {
			p.Date.Month, p.Date.Day = 1+r.IntN(12), 1+r.IntN(28)
		}
		if i%17 == 0 {
			p.Date = graph.Date{}
		}
		p.Title = fmt.Sprintf("On the Éxistence of %s number %d", strings.Repeat("colour ", 1+i%3), i)
		p.Authors = []string{"Ada Abe", "Zoë Ngũgĩ"}[:i%3%2+1]
		p.Venue = []string{"", "Annals of Citation"}[i%2]
		p.IDs = ids(i)
		if i%5 == 0 {
			p.Abstract = fmt.Sprintf("We show %d.", i)
		}
		if i%9 == 0 {
			p.Aliases = []graph.PaperID{graph.PaperID(fmt.Sprintf("%040x", r.Uint64()))}
			p.Types = []string{"Review", "JournalArticle"}
		}
		if i%4 > 0 {
			count := r.IntN(100)
			p.Global, p.Influential = &count, nil
		}
	}
	cite(r, papers)
	slices.SortFunc(papers, graph.ComparePapers)
	return papers
}

// ids gives a paper identifiers of every scheme, one or more.
func ids(i int) (ids graph.ExternalIDs) {
	for k, x := range []graph.ExternalID{
		{Scheme: graph.CorpusID, Value: fmt.Sprint(1000 + i)}, {Scheme: graph.DOI, Value: fmt.Sprintf("10.1000/x.%d", i)}, {Scheme: graph.ArXiv, Value: fmt.Sprintf("2001.%05d", i)},
		{Scheme: graph.ACL, Value: fmt.Sprintf("P02-%04d", i)}, {Scheme: graph.PubMed, Value: fmt.Sprint(i + 1)}, {Scheme: graph.PubMedCentral, Value: fmt.Sprint(i + 1)}, {Scheme: graph.MAG, Value: fmt.Sprint(i + 1)},
	} {
		if k == 0 || (i+k)%3 == 0 {
			ids = ids.With(x)
		}
	}
	return ids
}

// unlinkedOf is how many references of a paper lead nowhere.
func unlinkedOf(i int) int32 {
	if i%7 > 0 && i%6 == 0 {
		return 3
	}
	return 0
}

func cite(r *rand.Rand, papers []graph.Paper) {
	inTime := slices.Clone(papers)
	slices.SortFunc(inTime, func(a, b graph.Paper) int {
		if c := a.Date.Compare(b.Date); c != 0 {
			return c
		}
		return graph.ComparePapers(a, b)
	})
	for i := range papers {
		p := &papers[i]
		for n, cited := range inTime {
			if cited.ID != p.ID && (r.IntN(len(papers)) < 6 || i == 3 && n%2 == 0) { // paper 3 cites half of all
				p.References.IDs = append(p.References.IDs, cited.ID)
			}
		}
		switch has := len(p.References.IDs); {
		case i%7 == 0:
			more := has + 2
			p.Referenced = &more
		case i%3 == 0:
			more := has + int(unlinkedOf(i))
			p.Referenced = &more
		}
		counted := int32(-1)
		if p.Referenced != nil {
			counted = int32(*p.Referenced)
		}
		p.References.State = field.StateOf(len(p.References.IDs), counted, unlinkedOf(i))
		for _, cited := range p.References.IDs {
			if r.IntN(4) == 0 {
				c, _ := graph.NewContext(cited, []string{"as shown before", "in “their” work"}, []string{"background"}, i%2 == 0)
				p.Contexts = append(p.Contexts, c)
			}
		}
		p.Contexts = graph.SortContexts(p.Contexts)
	}
}

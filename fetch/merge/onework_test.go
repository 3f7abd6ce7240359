package merge_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"citemap/fetch/merge"
	"citemap/graph"
)

// side is one of two records: authors parted by ";", ids as "arXiv:..." or
// "DOI:..." parted by spaces.
func side(id, title, authors string, year int, ids string) graph.Paper {
	p := graph.Paper{ID: graph.PaperID(id), Title: title, Date: graph.Date{Year: year}}
	if authors != "" {
		p.Authors = strings.Split(authors, "; ")
	}
	for _, written := range strings.Fields(ids) {
		x, err := graph.ParseID(written)
		if err != nil {
			panic(err)
		}
		p.IDs = p.IDs.With(x)
	}
	return p
}

// Pairs of records that are one work or two, of the kinds that databases hold.
func TestOneWork(t *testing.T) {
	pair := func(a, b graph.Paper) [2]graph.Paper { return [2]graph.Paper{a, b} }
	same := func(title, authors string, year int, ids string, year2 int, ids2 string) [2]graph.Paper {
		return pair(side("a", title, authors, year, ids), side("b", title, authors, year2, ids2))
	}
	for name, papers := range map[string][2]graph.Paper{
		"arXiv and journal":             pair(side("a", "Learning sparse networks of everything", "Ada Byron; Bo Chen", 2019, "arXiv:1901.00001"), side("b", "Learning Sparse Networks of Everything", "A. Byron; B. Chen", 2020, "DOI:10.1000/j.1")),
		"one DOI in two cases":          pair(side("a", "A study of the very same thing", "Cy Dee", 2020, "DOI:10.1000/j.2"), side("b", "A study of the very same thing [preprint]", "Cy Dee", 2019, "DOI:10.1000/J.2")),
		"HTML":                          pair(side("a", "Growth of <i>Escherichia coli</i> in H<sub>2</sub>O &amp; salt", "Di Eff; Ed Gee", 2018, "DOI:10.1000/j.3"), side("b", "Growth of Escherichia coli in H2O & salt", "Di Eff; Ed Gee", 2018, "arXiv:1801.00003")),
		"MathML":                        pair(side("a", `Solitons in<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML" display="inline"><mml:mi mathvariant="italic">N</mml:mi></mml:math>-coupled wave equations of order four`, "Flo Hu; Gus Ito", 1998, "DOI:10.1000/j.4"), side("b", "Solitons in N-coupled wave equations of order four", "F. Hu; G. Ito", 1998, "arXiv:physics/9801004")),
		"LaTeX":                         pair(side("a", `Bounds on $\mathcal{O}(n^2)$ sorting networks with \emph{few} layers`, "Hal Jun", 2011, "arXiv:1101.00005"), side("b", "Bounds on O(n2) sorting networks with few layers", "Hal Jun", 2011, "DOI:10.1000/j.5")),
		"two years later":               same("A theory of slow journals and their queues", "Ivy Kay; Jo Lin", 2016, "arXiv:1601.00006", 2018, "DOI:10.1000/j.6"),
		"three years later":             same("A theory of slow journals and their queues", "Ivy Kay; Jo Lin", 2015, "DOI:10.1101/2015.01.02.123456", 2018, "DOI:10.1000/j.6"),
		"SSRN and journal":              same("Solitary thoughts about solitary authorship", "Kim Loh", 2021, "DOI:10.2139/ssrn.7", 2022, "DOI:10.1000/j.7"),
		"Chinese":                       pair(side("a", "深度学习研究综述", "Wei Zhou", 2019, "DOI:10.1000/j.8"), side("b", "深度学习研究综述", "周伟; Wei Zhou", 2019, "")),
		"no year on one":                same("Undated reflections on dated reflections", "Lou Mai", 0, "arXiv:1501.00009", 2015, "DOI:10.1000/j.9"),
		"turned names":                  pair(side("a", "Names that stand the other way round", "Wei Zhou; Ming Li", 2019, "arXiv:1901.00010"), side("b", "Names that stand the other way round", "Zhou Wei; Li Ming", 2020, "DOI:10.1000/j.10")),
		"accents and dashes":            pair(side("a", "Poincaré–Birkhoff theorems for the working analyst", "Jürgen Müller", 2019, "arXiv:1901.00011"), side("b", "Poincare-Birkhoff Theorems for the Working Analyst", "J. Mueller", 2019, "DOI:10.1000/j.11")),
		"versions of a preprint":        same("A preprint that was put up again and again", "Ann Lee", 2020, "DOI:10.12688/f1000research.123.1", 2020, "DOI:10.12688/f1000research.123.2"),
		"authors in another order":      pair(side("a", "Trends in theory that matter to us", "Tia Uhl; Uma Voss; Val Wu", 2018, "arXiv:1801.00001"), side("b", "Trends in theory that matter to us", "Uma Voss; Tia Uhl; Val Wu", 2019, "DOI:10.2000/b")),
		"LaTeX in a name":               pair(side("a", "Trends in theory that matter to us", "Fran\\c{c}ois Erd{\\H{o}}s", 2018, "arXiv:1801.00001"), side("b", "Trends in theory that matter to us", "François Erdős", 2018, "")),
		"two publishers":                same("Trends in theory that matter to us", "Tia Uhl; Uma Voss", 2018, "DOI:10.1000/a", 2019, "DOI:10.2000/b"),
		"an editorial in two databases": same("Guest Editorial: Special Section on Visualization", "Ola Pym; Pat Quy", 2019, "DOI:10.1000/k.3", 2019, ""),
	} {
		checkMerge(t, name, papers, true)
	}
	for name, papers := range map[string][2]graph.Paper{
		"introduction":            same("Introduction", "Mo Ng; Nan Ott", 2019, "DOI:10.1000/k.1", 2020, "DOI:10.1000/k.2"),
		"guest editorial":         same("Guest Editorial: Special Section on Visualization", "Ola Pym; Pat Quy", 2019, "DOI:10.1000/k.3", 2020, "DOI:10.1000/k.4"),
		"editorials of a year":    same("Guest Editorial: Special Section on Visualization", "Ola Pym; Pat Quy", 2019, "DOI:10.1000/k.3", 2019, "DOI:10.1000/k.4"),
		"chairs' message":         same("Message from the General Chairs", "Raj Sen; Sue Tam", 2019, "DOI:10.1000/k.5", 2020, "DOI:10.1000/k.6"),
		"yearly report":           same("Report of the President and Treasurer", "Tia Uhl; Uma Voss", 2018, "", 2019, ""),
		"a task every year":       same("Findings of the shared task on everything", "Tia Uhl; Uma Voss", 2018, "", 2019, ""),
		"one publisher, two DOIs": same("Trends in theory that matter to us", "Tia Uhl; Uma Voss", 2018, "DOI:10.1000/a", 2019, "DOI:10.1000/b"),
		"foreword":                same("Foreword to the proceedings of the meeting", "Tia Uhl; Uma Voss", 2018, "", 2019, ""),
		"two Wangs":               pair(side("a", "A survey of deep reinforcement learning", "Wei Wang; Li Xu", 2019, "arXiv:1901.00012"), side("b", "A Survey of Deep Reinforcement Learning", "Xin Wang; Yu Zhao", 2020, "DOI:10.1000/k.12")),
		"Wangs with initials":     pair(side("a", "A survey of deep reinforcement learning", "W. Wang; Li Xu", 2019, "arXiv:1901.00012"), side("b", "A Survey of Deep Reinforcement Learning", "Wei Wang; Yu Zhao", 2020, "DOI:10.1000/k.12")),
		"two Michaels":            pair(side("a", "Natural language processing with probability", "Michael Jones", 2019, "arXiv:1901.00013"), side("b", "Natural Language Processing with Probability", "Michael Smith", 2019, "DOI:10.1000/k.13")),
		"an initial's Michael":    pair(side("a", "Natural language processing with probability", "M. Jones", 2019, "arXiv:1901.00013"), side("b", "Natural Language Processing with Probability", "Michael Smith", 2019, "DOI:10.1000/k.13")),
		"parts":                   pair(side("a", "The anatomy of large things: Part I", "Val Wu; Wes Xi", 2019, "DOI:10.1000/k.14"), side("b", "The anatomy of large things: Part II", "Val Wu; Wes Xi", 2019, "DOI:10.1000/k.15")),
		"parts without DOI":       pair(side("a", "The anatomy of large things: Part I", "Val Wu; Wes Xi", 2019, ""), side("b", "The anatomy of large things: Part II", "Val Wu; Wes Xi", 2019, "")),
		"Greek signs":             pair(side("a", "Spectra of random operators (α)", "Xan Yu; Yan Zed", 2019, "DOI:10.1000/k.16"), side("b", "Spectra of random operators (β)", "Xan Yu; Yan Zed", 2019, "DOI:10.1000/k.17")),
		"C and C++":               pair(side("a", "Fast approximate inference in C++", "Zoe Abt; Abe Bly", 2019, "DOI:10.1000/k.18"), side("b", "Fast approximate inference in C", "Zoe Abt; Abe Bly", 2019, "DOI:10.1000/k.19")),
		"charges":                 pair(side("a", "Rare decays of charged B+ mesons", "Zoe Abt; Abe Bly", 2019, "arXiv:1901.00014"), side("b", "Rare decays of charged B− mesons", "Zoe Abt; Abe Bly", 2019, "DOI:10.1000/k.19")),
		"erratum":                 pair(side("a", "Radiative corrections in unified theories", "Bea Cox; Cal Day", 1973, "DOI:10.1000/k.20"), side("b", "Erratum: Radiative corrections in unified theories", "Bea Cox; Cal Day", 1974, "DOI:10.1000/k.21")),
		"data of it":              same("A corpus of annotated questions and answers", "Dan Ely; Eva Fox", 2019, "DOI:10.1000/k.22", 2019, "DOI:10.5281/zenodo.23"),
		"code of it":              same("A corpus of annotated questions and answers", "Dan Ely; Eva Fox", 2019, "arXiv:1901.00022", 2019, "DOI:10.6084/m9.figshare.1"),
		"years apart":             same("A theory of slow journals and their queues", "Ivy Kay; Jo Lin", 2016, "DOI:10.1000/j.6", 2018, ""),
		"five years later":        same("A theory of slow journals and their queues", "Ivy Kay; Jo Lin", 2013, "arXiv:1301.00006", 2018, "DOI:10.1000/j.6"),
		"one author, two DOIs":    same("Solitary thoughts about solitary authorship", "Kim Loh", 2021, "DOI:10.1000/x.7", 2022, "DOI:10.1000/j.7"),
	} {
		checkMerge(t, name, papers, false)
	}
}

// checkMerge holds what becomes of a pair, whichever stands first.
func checkMerge(t *testing.T, name string, papers [2]graph.Paper, want bool) {
	t.Helper()
	for _, order := range [][]graph.Paper{papers[:], {papers[1], papers[0]}} {
		merged, merges := merge.Papers(order)
		if one := len(merged) == 1; one != want || want && (len(merges) != 1 || merges[0].Reason == "") {
			t.Errorf("%s: %d papers by %+v, want one %v", name, len(merged), merges, want)
		}
	}
}

// A column that its author writes every year is as many works as it has DOIs,
// whatever it is called.
func TestThreeDOIsOfOneTitleAreThreeWorks(t *testing.T) {
	var papers []graph.Paper
	for i, year := range []int{2018, 2019, 2020} {
		papers = append(papers, side(string(rune('a'+i)), "Trends in theory that matter", "Ann Lee; Bo Ek", year, "DOI:10.1000/t."+string(rune('1'+i))))
	}
	if merged, merges := merge.Papers(papers); len(merged) != 3 {
		t.Errorf("%d papers, %+v", len(merged), merges)
	}
}

// What decides is told once, and truly.
func TestReasons(t *testing.T) {
	a := side("a", "A theory of slow journals and their queues", "Ivy Kay; Jo Lin", 2016, "arXiv:1601.00006")
	b := side("b", "A theory of slow journals and their queues", "I. Kay; J. Lin", 2018, "DOI:10.1000/j.6")
	_, merges := merge.Papers([]graph.Paper{b, a})
	if len(merges) != 1 || merges[0].Reason != "the same title, authors (Kay et al.) and years of a preprint and what became of it (2016, 2018)" {
		t.Errorf("%+v", merges)
	}
	b.Aliases, b.IDs = []graph.PaperID{"a"}, b.IDs.With(graph.ExternalID{Scheme: graph.ArXiv, Value: "1601.00006"})
	if _, merges = merge.Papers([]graph.Paper{b, a}); len(merges) != 1 {
		t.Errorf("one pair, told %d times: %+v", len(merges), merges)
	}
}

// Venue, date and all else come out the same in whichever order papers come in.
func TestFactsDoNotDependOnOrder(t *testing.T) {
	var papers []graph.Paper
	for i, venue := range []string{"Journal B", "", "Journal A", "arXiv"} {
		p := side("x", "A title of one work in four records", "Ann Lee", 2020, "")
		p.Venue, p.Date.Month = venue, i%3
		p.Abstract = strings.Repeat("a", (i*7)%5)
		papers = append(papers, p, side(string(rune('p'+i)), "A title of one work in four records", "Lee, A.", 2020, ""))
		papers[len(papers)-1].Venue = "Venue " + string(rune('z'-i))
	}
	want, _ := merge.Papers(papers)
	for seed := range uint64(50) {
		shuffled := slices.Clone(papers)
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if got, _ := merge.Papers(shuffled); !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: %+v, want %+v", seed, got, want)
		}
	}
}

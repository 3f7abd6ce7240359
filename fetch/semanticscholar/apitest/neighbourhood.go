package apitest

import (
	"crypto/sha1"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"citemap/graph"
)

// Neighbourhood makes up listed papers, which come first, with so many
// references and so many citing papers each, in part shared between them, and
// the references of those references and citing papers. Every paper has a
// PaperID, a day, a title of its own, authors, a venue, a corpus id, a DOI or
// an arXiv id, and a reference list that is known or, for the oldest, empty.
// Nobody cites a paper that is not older. The numbers are at least 10, else
// they are taken for 10. The same arguments give the same papers.
func Neighbourhood(listed, references, citing int, seed uint64) []graph.Paper {
	t := newTown(max(listed, 1), max(references, 10), max(citing, 10), seed)
	for i := t.listed.first; i < t.listed.end; i++ {
		t.around(i)
	}
	// From the newest to the oldest, it is settled who is cited.
	for i := len(t.cites) - 1; i >= 0; i-- {
		if t.has(i) {
			t.complete(i)
		}
	}
	return t.papers(seed)
}

// A town is a neighbourhood while it is made up. Papers are named by numbers
// that grow with time: old ones, references, listed papers and citing papers.
type town struct {
	random                          *rand.Rand
	old, references, listed, citing quarter
	outDegree, inDegree             int
	cites                           [][]int32
	cited                           []int
}

// A quarter is a run of papers of one time.
type quarter struct{ first, end int }

func (q quarter) has(i int) bool { return q.first <= i && i < q.end }

func newTown(listed, references, citing int, seed uint64) *town {
	sizes := []int{listed*references/2 + 4*references, listed*references*3/5 + 2*references, listed, listed*citing*3/5 + 2*citing}
	quarters, n := make([]quarter, len(sizes)), 0
	for i, size := range sizes {
		quarters[i] = quarter{n, n + size}
		n += size
	}
	return &town{
		random: rand.New(rand.NewPCG(seed, 7)), outDegree: references, inDegree: citing, cites: make([][]int32, n), cited: make([]int, n),
		old: quarters[0], references: quarters[1], listed: quarters[2], citing: quarters[3],
	}
}

// has reports whether a number is a paper's: those that neither cite nor are
// cited are not.
func (t *town) has(i int) bool {
	return t.listed.has(i) || t.cited[i] > 0 || len(t.cites[i]) > 0
}

// cite adds a citation, once.
func (t *town) cite(citing, cited int) {
	if !slices.Contains(t.cites[citing], int32(cited)) {
		t.cites[citing] = append(t.cites[citing], int32(cited))
		t.cited[cited]++
	}
}

// near draws a paper of a quarter from the part of it that belongs to the i-th
// listed paper and its neighbours; one time in five from what all share.
func (t *town) near(q quarter, i, degree int) int {
	size := q.end - q.first
	if t.random.IntN(5) == 0 {
		return q.first + t.random.IntN(min(2*degree, size))
	}
	window := min(3*degree, size)
	start := (size - window) * (i - t.listed.first) / max(t.listed.end-t.listed.first, 1)
	return q.first + start + t.random.IntN(window)
}

// around gives a listed paper its citing papers, now and then a newer listed
// one among them, and its references.
func (t *town) around(i int) {
	if newer := i + 1 + t.random.IntN(8); newer < t.listed.end && t.random.IntN(3) == 0 {
		t.cite(newer, i)
	}
	for t.cited[i] < t.inDegree {
		if p := t.near(t.citing, i, t.inDegree); len(t.cites[p]) < t.outDegree {
			t.cite(p, i)
		}
	}
	for len(t.cites[i]) < t.outDegree {
		t.cite(i, t.near(t.references, i, t.outDegree))
	}
}

// complete gives any other paper the rest of its references, all older than
// it. They are none of the listed papers.
func (t *town) complete(i int) {
	want := t.outDegree
	if t.old.has(i) {
		want = min(i/4, 3)
	}
	for len(t.cites[i]) < want {
		q := t.old
		if !t.old.has(i) && t.random.IntN(3) == 0 {
			q = quarter{t.references.first, min(t.references.end, i)}
		}
		q.end = min(q.end, i)
		if size := q.end - q.first; size > 0 {
			t.cite(i, q.first+min(t.random.IntN(size), t.random.IntN(size)))
		}
	}
}

// papers writes the town down: the listed papers, then the others that anybody
// cites or that cite anybody.
func (t *town) papers(seed uint64) []graph.Paper {
	ids := make([]graph.PaperID, len(t.cites))
	for i := range ids {
		sum := sha1.Sum(fmt.Appendf(nil, "paper %d of %d", i, seed))
		ids[i] = graph.PaperID(hex.EncodeToString(sum[:]))
	}
	var listed, others []graph.Paper
	for i := range ids {
		switch {
		case t.listed.has(i):
			listed = append(listed, t.paper(i, ids))
		case t.has(i):
			others = append(others, t.paper(i, ids))
		}
	}
	return append(listed, others...)
}

func (t *town) paper(i int, ids []graph.PaperID) graph.Paper {
	date := t.date(i)
	p := graph.Paper{
		ID: ids[i], Title: title(i), Authors: authorsOf(i), Date: date, Venue: venues[i%len(venues)],
		URL: "https://www.semanticscholar.org/paper/" + string(ids[i]),
		IDs: graph.ExternalIDs{{Scheme: graph.CorpusID, Value: fmt.Sprint(100000 + i)}},
	}
	if i%3 == 0 && date.Year >= 2015 {
		p.IDs = p.IDs.With(graph.ExternalID{Scheme: graph.ArXiv, Value: fmt.Sprintf("%02d%02d.%05d", date.Year%100, date.Month, i)})
	} else {
		p.IDs = p.IDs.With(graph.ExternalID{Scheme: graph.DOI, Value: fmt.Sprintf("10.5555/citemap.%d", i)})
	}
	p.References.State = graph.Empty
	for _, cited := range t.cites[i] {
		p.References.State = graph.Known
		p.References.IDs = append(p.References.IDs, ids[cited])
	}
	return p
}

// date spreads the papers evenly over the years 1990 to 2025, in their order.
func (t *town) date(i int) graph.Date {
	const days = 36 * 12 * 28
	day := i * days / len(t.cites)
	return graph.Date{Year: 1990 + day/(12*28), Month: 1 + day/28%12, Day: 1 + day%28}
}

var (
	venues    = []string{"ACL", "NeurIPS", "Journal of Applied Statistics", "ICML", "arXiv.org", "Nature", "", "SIGMOD Conference"}
	manners   = []string{"Sparse", "Robust", "Scalable", "Bayesian", "Causal", "Adaptive", "Distributed"}
	subjects  = []string{"attention", "retrieval", "clustering", "inference", "ranking", "sampling", "alignment", "indexing", "regression", "translation", "planning"}
	fieldsOf  = []string{"citation graphs", "protein folding", "speech", "robot control", "clinical notes", "program repair", "remote sensing", "market data", "weather models", "social media", "question answering", "crop yields", "power grids"}
	given     = []string{"Ada", "Bao", "Chiara", "Dmitri", "Esra", "Femi", "Grete", "Hiro", "Ines", "Jan"}
	syllables = []string{"ba", "do", "fi", "ga", "ke", "lo", "mu", "na", "po", "ri", "se", "ta", "vu", "wi", "ye", "zo"}
)

// title is one that no other paper bears: a method's made-up name in it spells
// the paper's number.
func title(i int) string {
	return fmt.Sprintf("%s: %s %s for %s", name(i*7+3, 4), manners[i%len(manners)], subjects[i%len(subjects)], fieldsOf[i%len(fieldsOf)])
}

func authorsOf(i int) []string {
	var out []string
	for k := range 1 + i%5 {
		n := i*31 + k*17
		out = append(out, given[n%len(given)]+" "+name(n%4096, 3))
	}
	return out
}

// name spells a number in syllables.
func name(n, least int) string {
	var b strings.Builder
	for range least {
		b.WriteString(syllables[n%len(syllables)])
		n /= len(syllables)
	}
	for ; n > 0; n /= len(syllables) {
		b.WriteString(syllables[n%len(syllables)])
	}
	s := b.String()
	return strings.ToUpper(s[:1]) + s[1:]
}

// Package graph holds the words of citemap as types: papers, the corpus they
// make up, and the citation graph over it. A citation is an arc that runs from
// the citing paper to the cited one: the references of p go out of p, the
// citing papers of p come in. The package does no I/O and knows no clock.
package graph

import (
	"cmp"
	"slices"
	"strings"
)

// PaperID names a paper within a corpus: the 40 hex digits of Semantic
// Scholar, or for a paper it has not named "arXiv:ID", "DOI:..." or
// "title:" followed by 16 hex digits.
type PaperID string

// A Paper is what is known of one work. The zero value of a field means that
// it is not known; a list of references says so itself (see References).
type Paper struct {
	ID      PaperID
	Aliases []PaperID // ids of the same work under which it was also met, sorted
	IDs     ExternalIDs

	Title    string
	Authors  []string // in printed order, each as the source writes it
	Date     Date     // of publication; only the year is known of many
	Venue    string
	Abstract string
	URL      string   // where the source shows the paper
	Types    []string // of publication, as the source calls them: Review, JournalArticle

	// Global and Influential are the source's own counts of citing papers, of
	// the day they were asked for; nil where the source gave none.
	Global, Influential *int

	// Referenced is how many references the source counts, linked or not;
	// nil where it gave none.
	Referenced *int
	References References
	Citing     Citing

	Contexts  []Context // how it cites others, as far as that was asked for; by Cited
	Embedding Embedding // nil where it is not known
	Notice    *Notice   // that it was retracted or corrected; nil where nobody says so

	// Stub marks a paper known only from a line in somebody's bibliography.
	Stub bool
}

// References are the papers that a paper cites, as far as they are known.
type References struct {
	State State
	From  string    // who told: semanticscholar, openalex, crossref or bibliography
	IDs   []PaperID // meaningful only where State is Known or Cut; may hold repeats
}

// Citing are the citing papers of a paper, as far as the source named them from
// the paper's own side. The corpus may hold more of them: whatever has the
// paper among its references.
type Citing struct {
	Asked bool      // the source was asked and answered
	Cut   bool      // it has more than it named
	IDs   []PaperID // those it named; where they are many, only the newest
}

// Survey reports whether the source calls the paper a review of others.
func (p *Paper) Survey() bool { return slices.Contains(p.Types, "Review") }

// Named reports whether id is the paper's id or one of its aliases.
func (p *Paper) Named(id PaperID) bool {
	return p.ID == id || slices.Contains(p.Aliases, id)
}

// ComparePapers orders papers by PaperID.
func ComparePapers(a, b Paper) int { return compareIDs(a.ID, b.ID) }

// Page gives the address at which the paper can be read or looked up: its own
// URL, else the page of its best-known identifier; "" where there is none.
func (p *Paper) Page() string {
	if strings.HasPrefix(p.URL, "https://") || strings.HasPrefix(p.URL, "http://") {
		return p.URL
	}
	for _, s := range []Scheme{ArXiv, DOI, ACL, PubMed, PubMedCentral, CorpusID} {
		if id := p.IDs.Of(s); id != "" {
			return ExternalID{s, id}.Page()
		}
	}
	if paperID.MatchString(string(p.ID)) {
		return "https://www.semanticscholar.org/paper/" + string(p.ID)
	}
	return ""
}

func compareIDs(a, b PaperID) int { return cmp.Compare(a, b) }

package merge

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"citemap/graph"
	"citemap/graph/names"
)

// oneWork reports whether two papers of the same title are one work by their
// people and years, and says what decides.
func oneWork(p, q *graph.Paper, recurring bool) (why string, one bool) {
	if !sameAuthors(p.Authors, q.Authors) || isData(p) != isData(q) {
		return "", false
	}
	when, near := sameTime(p, q, recurring)
	if !near {
		return "", false
	}
	return fmt.Sprintf("the same title, authors (%s) and %s", called(p.Authors), when), true
}

// called names the authors of a paper in few words.
func called(authors []string) string {
	who := names.Family(authors[0])
	if len(authors) > 1 {
		who += " et al."
	}
	return who
}

// sameTime reports whether the years of two papers allow for one work: a year
// apart at most, three where one is a preprint of the other, any where one is not
// known. What recurs is of one known year.
func sameTime(p, q *graph.Paper, recurring bool) (said string, near bool) {
	a, b := min(p.Date.Year, q.Date.Year), max(p.Date.Year, q.Date.Year)
	switch {
	case recurring:
		return fmt.Sprintf("year (%d)", a), a == b && a != 0
	case b == 0:
		return "no year on either", true
	case a == 0:
		return fmt.Sprintf("a year on one alone (%d)", b), true
	case a == b:
		return fmt.Sprintf("year (%d)", a), true
	case b-a == 1:
		return fmt.Sprintf("years (%d, %d)", a, b), true
	case b-a <= 3 && isPreprint(p) != isPreprint(q):
		return fmt.Sprintf("years of a preprint and what became of it (%d, %d)", a, b), true
	}
	return "", false
}

// sameAuthors reports whether two lists of authors can be one work's: the first
// authors can be one person, or stand in different scripts, and more than half of
// the shorter list stands in the other; or three and more do in another order.
func sameAuthors(a, b []string) bool {
	a, b = people(a), people(b)
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	led := names.Same(a[0], b[0]) || latin(a[0]) != latin(b[0])
	if len(a) > len(b) {
		a, b = b, a
	}
	met := 0
	for _, x := range a {
		if slices.ContainsFunc(b, func(y string) bool { return names.Same(x, y) }) {
			met++
		}
	}
	everybody := len(a) > 2 && len(a) == len(b) && met == len(a) // in another order
	return led && 2*met > len(a) || everybody
}

// allAuthors reports whether two lists of two authors or more agree in order.
func allAuthors(a, b []string) bool {
	a, b = people(a), people(b)
	return len(a) > 1 && slices.EqualFunc(a, b, names.Same)
}

// people drops what stands for those who are not named.
func people(authors []string) []string {
	return slices.DeleteFunc(slices.Clone(authors), func(name string) bool {
		switch strings.ToLower(strings.Trim(name, " .")) {
		case "", "et al", "others", "and others":
			return true
		}
		return false
	})
}

var latinLetter = regexp.MustCompile(`\p{Latin}`)

func latin(name string) bool { return latinLetter.MatchString(name) }

var (
	// preprintDOI begins the DOIs of preprint servers. What it cannot tell from the
	// journals of the same house (Cold Spring Harbor's 10.1101) it knows by form.
	preprintDOI = regexp.MustCompile(`^(?:10\.(?:2139/ssrn|48550/|26434/chemrxiv|31234/|31235/|31219/|31223/|31222/|31224/|20944/preprints|21203/rs|36227/techrxiv|22541/au|33774/|35542/|7287/peerj\.preprints|2196/preprints|1002/essoar|3386/w|64898/|64628/|2172/osf|51094/|47340/|17605/osf)` +
		`|10\.1101/(?:\d{4}\.\d\d\.\d\d\.)?\d{5,9}(?:v\d+)?$|10\.5194/\S*(?:-discuss|egusphere-\d|preprint))`)
	// dataDOI begins the DOIs of repositories of data and code.
	dataDOI = regexp.MustCompile(`^10\.(?:5281/zenodo|6084/m9\.figshare|5061/dryad|7910/dvn|17632/|24433/|1594/pangaea|34740/|21227/|4121/|3886/icpsr|15468/|17863/)`)
	// preprintVenue are names of the servers themselves.
	preprintVenue = regexp.MustCompile(`^(?i)(?:arxiv|corr\b|bio-?rxiv|med-?rxiv|chem-?rxiv|psyarxiv|ssrn|social science research network|research square|preprints?\b|techrxiv|osf preprints|eartharxiv|authorea)`)
	// version ends a DOI where each version of a text has one: preprints, and
	// the journals that review in public (F1000's 10.12688).
	version = regexp.MustCompile(`^(10\.12688/\S+)\.\d{1,2}$|^(\S+?\d)[./]?v\d{1,2}$`)
)

// unversioned gives a DOI without the version at its end.
func unversioned(doi string) string { return version.ReplaceAllString(doi, "$1$2") }

// isPreprint reports whether all that a paper is known by says preprint.
func isPreprint(p *graph.Paper) bool {
	if doi := p.IDs.Of(graph.DOI); doi != "" {
		return preprintDOI.MatchString(doi)
	}
	if p.IDs.Of(graph.ACL) != "" || p.IDs.Of(graph.PubMed) != "" {
		return false
	}
	return p.IDs.Of(graph.ArXiv) != "" || preprintVenue.MatchString(p.Venue)
}

// isData reports whether a paper is a data set or a program by its DOI.
func isData(p *graph.Paper) bool { return dataDOI.MatchString(p.IDs.Of(graph.DOI)) }

// twoDOIs reports whether two papers bear DOIs that tell two works apart. A
// preprint and what it became have one each, and so have versions; otherwise
// one work bears two only of two publishers, and where all its authors, two at
// least, agree.
func twoDOIs(p, q *graph.Paper, recurring bool) bool {
	a, b := p.IDs.Of(graph.DOI), q.IDs.Of(graph.DOI)
	switch {
	case a == "" || b == "" || a == b:
		return false
	case recurring || isData(p) || isData(q):
		return true
	case preprintDOI.MatchString(a) != preprintDOI.MatchString(b), unversioned(a) == unversioned(b):
		return false
	}
	return registrant(a) == registrant(b) || !allAuthors(p.Authors, q.Authors)
}

// registrant is who gave a DOI.
func registrant(doi string) string {
	prefix, _, _ := strings.Cut(doi, "/")
	return prefix
}

// exclusive are those of which a work has one at most: two different ones
// tell two works apart (of DOIs see twoDOIs). Semantic Scholar gives each of its
// own duplicates a corpus id, so that one says nothing.
var exclusive = []graph.Scheme{graph.ArXiv, graph.ACL, graph.PubMed}

// DifferentIDs reports whether two papers bear different ids of a kind of which a
// work has one at most: arXiv's, the ACL anthology's or PubMed's. Of DOIs a work
// may have several, and they are not looked at.
func DifferentIDs(a, b graph.ExternalIDs) bool {
	return slices.ContainsFunc(exclusive, func(s graph.Scheme) bool {
		return a.Of(s) != "" && b.Of(s) != "" && a.Of(s) != b.Of(s)
	})
}

package apitest

import (
	"cmp"
	"crypto/sha1"
	"encoding/hex"
	"regexp"
	"slices"
	"strings"
	"sync"

	"citemap/graph"
)

// A corpus is the papers of a server with who cites whom among them. Papers
// are named by their place.
type corpus struct {
	papers     []graph.Paper
	ids        []string         // PaperIDs; "" for stubs
	forms      map[string]int   // the papers that can be asked for, by any of their ids
	references [][]int32        // in the order of the list
	citing     [][]int32        // the newest first, ties by PaperID
	words      map[string][]int // of titles: those who bear them, in order; made when first asked
	once       sync.Once
}

func newCorpus(papers []graph.Paper) *corpus {
	c := &corpus{papers: papers, ids: make([]string, len(papers)), forms: make(map[string]int, 2*len(papers))}
	own := map[graph.PaperID]int{}
	for i := range papers {
		c.ids[i] = PaperID(&papers[i])
		if !papers[i].Stub {
			c.forms[c.ids[i]], c.forms[string(papers[i].ID)] = i, i
			own[graph.PaperID(c.ids[i])] = i
		}
	}
	for i := range papers {
		c.name(i)
	}
	index := graph.NewIndex(papers)
	c.cite(func(id graph.PaperID) (int, bool) {
		if place, found := own[id]; found {
			return place, true
		}
		return index.Place(id)
	})
	return c
}

// name lets a paper be found by its aliases and external ids, where nobody
// goes by them yet.
func (c *corpus) name(place int) {
	p := &c.papers[place]
	if p.Stub {
		return
	}
	names := []string{}
	for _, alias := range p.Aliases {
		names = append(names, string(alias))
	}
	for _, id := range p.IDs {
		names = append(names, id.String())
	}
	for _, name := range names {
		if _, taken := c.forms[name]; !taken {
			c.forms[name] = place
		}
	}
}

// cite finds who cites whom: what papers say of their references, and what
// they say of their citing papers.
func (c *corpus) cite(place func(graph.PaperID) (int, bool)) {
	c.references, c.citing = make([][]int32, len(c.papers)), make([][]int32, len(c.papers))
	for i := range c.papers {
		for _, id := range c.papers[i].References.IDs {
			if cited, found := place(id); found {
				c.references[i] = append(c.references[i], int32(cited))
				c.citing[cited] = append(c.citing[cited], int32(i))
			}
		}
		for _, id := range c.papers[i].Citing.IDs {
			if citing, found := place(id); found {
				c.citing[i] = append(c.citing[i], int32(citing))
			}
		}
	}
	for i := range c.citing {
		slices.SortFunc(c.citing[i], c.newest)
		c.citing[i] = slices.Compact(c.citing[i])
	}
}

func (c *corpus) newest(a, b int32) int {
	return cmp.Or(c.papers[b].Date.Compare(c.papers[a].Date), cmp.Compare(c.ids[a], c.ids[b]), cmp.Compare(a, b))
}

// PaperID is the id under which the server knows a paper: its own where it has
// 40 hex digits, else ones made from it; "" for a stub.
func PaperID(p *graph.Paper) string {
	if p.Stub {
		return ""
	}
	if id := strings.ToLower(string(p.ID)); hexID.MatchString(id) {
		return id
	}
	sum := sha1.Sum([]byte(p.ID))
	return hex.EncodeToString(sum[:])
}

var (
	hexID    = regexp.MustCompile(`^[0-9a-f]{40}$`)
	version  = regexp.MustCompile(`(?i)v\d+$`)
	prefixes = map[string]graph.Scheme{
		"corpusid": graph.CorpusID, "doi": graph.DOI, "arxiv": graph.ArXiv, "mag": graph.MAG,
		"acl": graph.ACL, "pmid": graph.PubMed, "pmcid": graph.PubMedCentral,
	}
	sites = regexp.MustCompile(`^(?i)url:https?://(?:[^/]+\.)?(?:semanticscholar\.org|arxiv\.org|aclweb\.org|acm\.org|biorxiv\.org)/`)
)

// find finds a paper by an id as the API takes them. It knows no versions of
// arXiv papers but in an address, and no PMC in front of a PMCID.
func (c *corpus) find(id string) (place int, found bool) {
	if sites.MatchString(id) {
		if x, ok := graph.ParseURL(id[len("url:"):]); ok {
			place, found = c.forms[x.String()]
		}
		return place, found
	}
	head, rest, _ := strings.Cut(id, ":")
	scheme, known := prefixes[strings.ToLower(head)]
	switch {
	case hexID.MatchString(strings.ToLower(id)):
		scheme, rest = graph.S2, id
	case strings.HasPrefix(id, "10."):
		scheme, rest = graph.DOI, id
	case !known, scheme == graph.PubMedCentral && strings.HasPrefix(strings.ToUpper(rest), "PMC"):
		return 0, false
	}
	x, ok := graph.NewExternalID(scheme, rest)
	if !ok || x.Scheme == graph.ArXiv && version.MatchString(rest) {
		return 0, false
	}
	place, found = c.forms[x.String()]
	return place, found
}

// nearest finds the paper whose title has most words of a query, at least half
// of them, and how many; the first of several. The place is -1 for none.
func (c *corpus) nearest(query string) (place, words int) {
	c.once.Do(c.indexWords)
	query = strings.ToLower(query)
	shared := map[int]int{}
	for _, word := range strings.Fields(query) {
		for _, i := range c.words[word] {
			shared[i]++
		}
	}
	place = -1
	for i, n := range shared {
		if n > words || n == words && i < place {
			place, words = i, n
		}
	}
	if 2*words < len(strings.Fields(query)) {
		return -1, words
	}
	return place, words
}

func (c *corpus) indexWords() {
	c.words = map[string][]int{}
	for i := range c.papers {
		if c.papers[i].Stub {
			continue
		}
		words := strings.Fields(strings.ToLower(c.papers[i].Title))
		slices.Sort(words)
		for _, word := range slices.Compact(words) {
			c.words[word] = append(c.words[word], i)
		}
	}
}

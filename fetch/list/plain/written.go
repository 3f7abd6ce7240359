package plain

import (
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
	"citemap/graph"
)

// WrittenID reads an id with its prefix, an address, or, where it stands
// alone, a bare id.
func WrittenID(word string, alone, inProse bool) (address.Page, bool) {
	word = strings.ReplaceAll(strings.Trim(word, ".,;'`"), "：", ":")
	if at := strings.Index(word, "http"); at >= 0 {
		r := address.PageOf(word[at:])
		return r, r.Scheme != "" && r.Scheme != graph.Link || (r.PDF || r.Scheme == graph.Link) && label.IsAllOf(strings.TrimRight(word[:at], ":："), words.PaperLabel)
	}
	if site, _, _ := strings.Cut(word, "/"); readable[strings.TrimPrefix(site, "www.")] {
		r := address.PageOf("https://" + word)
		r.Address = word
		return r, r.Scheme != "" && r.Scheme != graph.Link
	}
	if id, ok := strings.CutPrefix(word, "abs/"); ok { // "CoRR, abs/1409.0473"
		x, err := graph.ParseID(id)
		return address.Page{Scheme: x.Scheme, Value: x.Value, Address: word}, err == nil && x.Scheme == graph.ArXiv
	}
	prefixed := false
	for _, prefix := range []string{"arxiv:", "doi:", "pmid:", "corpusid:"} {
		prefixed = prefixed || len(word) > len(prefix) && strings.EqualFold(word[:len(prefix)], prefix)
	}
	prefixed = prefixed || strings.HasPrefix(word, "10.") && address.DOIStart.MatchString(word)
	if !alone && (!prefixed || inProse) {
		return address.Page{}, false
	}
	x, err := graph.ParseID(word)
	return address.Page{Scheme: x.Scheme, Value: x.Value, Address: word}, err == nil
}

// readable are the sites whose addresses are known without "https://".
var readable = map[string]bool{"arxiv.org": true, "doi.org": true, "dx.doi.org": true, "aclanthology.org": true, "openreview.net": true}

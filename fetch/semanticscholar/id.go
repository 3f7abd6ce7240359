package semanticscholar

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"citemap/fetch/api"
	"citemap/graph"
)

var named = regexp.MustCompile(`^[0-9a-f]{40}$`)

// hosts are those whose addresses the API takes for an id.
var hosts = []string{"semanticscholar.org", "arxiv.org", "aclweb.org", "acm.org", "biorxiv.org"}

// prefixes are the API's own for the schemes it takes.
var prefixes = map[graph.Scheme]string{
	graph.S2: "", graph.CorpusID: "CorpusId:", graph.ArXiv: "ARXIV:", graph.DOI: "DOI:", graph.ACL: "ACL:",
	graph.PubMed: "PMID:", graph.PubMedCentral: "PMCID:", graph.MAG: "MAG:", graph.Link: "URL:",
}

// askable writes an id as the API takes it; ok is false for one that it does
// not take, so that asking would be no use or spoil the batch.
func askable(id graph.ExternalID) (written string, ok bool) {
	id, ok = graph.NewExternalID(id.Scheme, api.Plain(id.Value))
	prefix, taken := prefixes[id.Scheme]
	switch {
	case !ok || !taken:
		return "", false
	case id.Scheme == graph.S2 && !named.MatchString(id.Value):
		return "", false
	case id.Scheme == graph.Link && !takenAddress(id.Value):
		return "", false
	}
	return prefix + id.Value, true
}

func takenAddress(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && slices.ContainsFunc(hosts, func(host string) bool {
		name := strings.ToLower(u.Hostname())
		return name == host || strings.HasSuffix(name, "."+host)
	})
}

package apitest

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"
	"testing"

	"citemap/fetch/api/recorded"
	"citemap/graph"
)

// The server answers what was recorded with the same status and the same keys;
// a refusal word for word.
func TestAgainstRecordings(t *testing.T) {
	calls := recorded.Calls(t, "s2-*.json", "reported/*.json")
	c := serve(t, New(recordedCorpus()))
	for _, r := range calls {
		t.Run(r.Name, func(t *testing.T) { against(t, c, r) })
	}
}

func against(t *testing.T, c client, r *recorded.Call) {
	known := strings.HasSuffix(r.Request.Path, "search/match") || strings.HasPrefix(r.Request.Path, base) && !strings.HasSuffix(r.Request.Path, "paper/search")
	if !known || r.Response.Status == 403 || r.Response.Status == 504 {
		t.Skip("not one of the calls that citemap makes, or one that the gateway refused")
	}
	query := strings.ReplaceAll(r.Request.Query, " ", "+")
	path := (&url.URL{Path: r.Request.Path}).EscapedPath()
	status, body, err := c.try(r.Request.Method, path+"?"+query, string(r.Request.Body))
	if err != nil || status != r.Response.Status {
		t.Fatalf("%d %.300s, %v; want %d", status, body, err, r.Response.Status)
	}
	got, want := decode[any](t, body), decode[any](t, r.Text())
	if status != 200 {
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%v, want %v", got, want)
		}
		return
	}
	sameKeys(t, "answer", got, want)
}

// free are objects of which no two have the same keys, or that the server
// gives in their later form.
var free = []string{"externalIds", "openAccessPdf", "citingPaperInfo", "publicationVenue", "journal", "citationStyles", "embedding", "tldr"}

// sameKeys compares the keys of two answers, in depth; of a list the first
// object stands for all.
func sameKeys(t *testing.T, at string, got, want any) {
	t.Helper()
	switch want := want.(type) {
	case []any:
		list, ok := got.([]any)
		if i := slices.IndexFunc(want, isObject); ok && i >= 0 && slices.ContainsFunc(list, isObject) {
			sameKeys(t, at+"[]", list[slices.IndexFunc(list, isObject)], want[i])
		} else if !ok {
			t.Errorf("%s: %v is no list", at, got)
		}
	case map[string]any:
		object, ok := got.(map[string]any)
		if !ok {
			t.Errorf("%s: %v is no object", at, got)
			return
		}
		if a, b := keys(object), keys(want); !slices.Equal(a, b) {
			t.Errorf("%s has %v, want %v", at, a, b)
		}
		for k, v := range want {
			if object[k] != nil && v != nil && !slices.Contains(free, k) {
				sameKeys(t, at+"."+k, object[k], v)
			}
		}
	}
}

// keys are those of an object, but for the two that came after most
// recordings or with the last page.
func keys(object map[string]any) []string {
	all := slices.Sorted(maps.Keys(object))
	return slices.DeleteFunc(all, func(k string) bool { return k == "citingPaperInfo" || k == "next" })
}

func isObject(v any) bool { _, ok := v.(map[string]any); return ok }

// recordedCorpus has a paper for each id that was known when it was recorded,
// with a reference, one that is not linked and a citing paper.
func recordedCorpus() []graph.Paper {
	doi := func(v string) graph.ExternalIDs { return graph.ExternalIDs{{Scheme: graph.DOI, Value: v}} }
	corpusID := func(v string) graph.ExternalIDs { return graph.ExternalIDs{{Scheme: graph.CorpusID, Value: v}} }
	ids := []graph.ExternalIDs{
		doi("10.1093/mind/lix.236.433"), doi("10.2139/ssrn.2250500"), doi("10.1038/s41579-022-00846-2"), corpusID("14514057"), corpusID("49313245"),
		corpusID("470667"), {{Scheme: graph.ArXiv, Value: "2312.07559"}}, corpusID("1"), corpusID("2"), doi("10.1073/pnas.0611396104"),
	}
	titles := map[int]string{7: "Mining association rules between sets of items", 8: "An essential role of active site arginine residue in iodide binding and histidine residue in electron transfer for iodide oxidation by horseradish peroxidase"}
	papers := numbered(0, len(ids)+1)
	for i := range papers {
		if papers[i].Authors = []string{"Ada Lovelace"}; i < len(ids) {
			papers[i].IDs = ids[i]
			papers[i].References = graph.References{State: graph.Known, IDs: []graph.PaperID{papers[len(ids)].ID, "title:0123456789abcdef"}}
			papers[len(ids)].References.IDs = append(papers[len(ids)].References.IDs, papers[i].ID)
		}
		if titles[i] != "" {
			papers[i].Title = titles[i]
		}
	}
	papers[len(ids)-1].References = graph.References{State: graph.Withheld}
	return append(papers, graph.Paper{ID: "title:0123456789abcdef", Title: "Unlinked", Stub: true})
}

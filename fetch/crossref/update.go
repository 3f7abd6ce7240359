package crossref

import (
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/api"
	"citemap/graph"
)

// A wireUpdate is a notice about a work, as publishers and Retraction Watch
// deposited it.
type wireUpdate struct {
	DOI     api.Loose[string]   `json:"DOI"`
	Type    api.Loose[string]   `json:"type"`
	Updated api.Loose[wireDate] `json:"updated"`
}

// noticeKinds are the types of updates that say something was wrong. A part that
// is taken back is a correction of the rest; an addendum or a new version is none.
var noticeKinds = map[string]graph.NoticeKind{
	"retraction": graph.Retraction, "withdrawal": graph.Retraction, "removal": graph.Retraction,
	"expression_of_concern": graph.Concern,
	"correction":            graph.Correction, "corrigendum": graph.Correction, "erratum": graph.Correction, "partial_retraction": graph.Correction,
}

// notice gives the gravest notice about a work; nil where there is none.
func (w *wireWork) notice() *graph.Notice {
	var gravest *graph.Notice
	for _, item := range w.UpdatedBy.Items {
		u := item.Value
		kind, grave := noticeKinds[strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(api.Plain(u.Type.Value)))]
		if !grave {
			continue
		}
		n := &graph.Notice{Kind: kind, Date: u.Updated.Value.date()}
		if x, ok := address.ParseDOI(api.Plain(u.DOI.Value)); ok {
			n.DOI = x.Value
		}
		gravest = graph.Graver(gravest, n)
	}
	return gravest
}

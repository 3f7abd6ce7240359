package gap

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"citemap/graph"
)

// gap collects what can be said of one candidate.
func (q *query) gap(c graph.Node, score float64) Gap {
	x := Gap{Node: c, Score: score, Survey: survey.MatchString(q.g.Paper(c).Title)}
	x.CitedBy = q.onTheList(q.g.Citing(c))
	x.Cites = q.onTheList(q.g.References(c))
	q.nearest(&x)
	x.Kind = q.kind(&x)
	known, could := q.judges(c)
	switch {
	case could > 0:
		x.Confidence = float64(known) / float64(could)
	case q.g.Paper(c).References.State == graph.Known:
		x.Confidence = 1
	}
	x.Reasons = q.reasons(&x, known, could)
	return x
}

// survey recognises the titles of surveys.
var survey = regexp.MustCompile(`(?i)\b(survey|review|overview|tutorial|state of the art|systematic mapping)\b`)

// onTheList keeps the listed papers, by PaperID.
func (q *query) onTheList(nodes []graph.Node) []graph.Node {
	var out []graph.Node
	for _, n := range nodes {
		if q.onList[n] {
			out = append(out, n)
		}
	}
	slices.SortFunc(out, func(a, b graph.Node) int { return cmp.Compare(q.g.Paper(a).ID, q.g.Paper(b).ID) })
	return out
}

// nearest finds the listed paper that is most often cited together with the
// candidate; of several the one that should be least often, then by PaperID.
func (q *query) nearest(x *Gap) {
	together := map[graph.Node]int{}
	for _, u := range q.g.Citing(x.Node) {
		for _, l := range q.g.References(u) {
			if q.onList[l] {
				together[l]++
			}
		}
	}
	for _, l := range q.listed {
		n := together[l]
		if n == 0 {
			continue
		}
		expected := float64(q.g.LocalCitations(x.Node)) * float64(q.g.LocalCitations(l)) / float64(q.citing)
		closer := cmp.Or(cmp.Compare(n, x.Together), cmp.Compare(x.Expected, expected))
		if x.Nearest == nil || closer > 0 || closer == 0 && q.g.Paper(l).ID < q.g.Paper(*x.Nearest).ID {
			x.Nearest, x.Together, x.Expected = &l, n, expected
		}
	}
}

// kind places a gap in time: newer if it cites the list and is not older than
// half of it, a foundation if it is older than half of the list, else a sibling.
func (q *query) kind(x *Gap) Kind {
	date := q.g.Paper(x.Node).Date
	middle := q.middle()
	older := !date.IsZero() && middle.After(date)
	switch {
	case len(x.Cites) > 0 && len(x.CitedBy) == 0 && !older:
		return Newer
	case older || date.IsZero() && len(x.CitedBy) > 0:
		return Foundation
	}
	return Sibling
}

// middle is the median date of the listed papers of known date.
func (q *query) middle() graph.Date {
	var dates []graph.Date
	for _, l := range q.listed {
		if d := q.g.Paper(l).Date; !d.IsZero() {
			dates = append(dates, d)
		}
	}
	if len(dates) == 0 {
		return graph.Date{}
	}
	slices.SortFunc(dates, graph.Date.Compare)
	return dates[len(dates)/2]
}

// judges counts the listed papers that could cite a paper, being dated no
// earlier than it, and those of them whose reference list is known.
func (q *query) judges(c graph.Node) (known, could int) {
	date := q.g.Paper(c).Date
	for _, l := range q.listed {
		p := q.g.Paper(l)
		if !date.IsZero() && !p.Date.IsZero() && date.After(p.Date) {
			continue
		}
		could++
		if p.References.State == graph.Known {
			known++
		}
	}
	return known, could
}

// reasons words what was found, strongest first.
func (q *query) reasons(x *Gap, known, could int) []string {
	var out []string
	if n := len(x.CitedBy); n > 0 {
		s := fmt.Sprintf("Cited by %d of the %s whose references are known and that could cite it: %s.",
			n, listedPapers(max(known, n)), q.names(x.CitedBy))
		out = append(out, s)
	}
	if n := len(x.Cites); n > 0 {
		out = append(out, fmt.Sprintf("Cites %s: %s.", listedPapers(n), q.names(x.Cites)))
	}
	if x.Nearest != nil {
		out = append(out, fmt.Sprintf("Cited together with %s by %s of the corpus; %.2g expected by chance.",
			q.g.Paper(*x.Nearest).Byline(), papers(x.Together), x.Expected))
	}
	if known < could {
		out = append(out, fmt.Sprintf("The references of %s that could cite it are not known.", listedPapers(could-known)))
	}
	return out
}

func (q *query) names(nodes []graph.Node) string {
	names := make([]string, len(nodes))
	for i, n := range nodes {
		names[i] = q.g.Paper(n).Byline()
	}
	return strings.Join(names, ", ")
}

func papers(n int) string {
	if n == 1 {
		return "1 paper"
	}
	return fmt.Sprintf("%d papers", n)
}

func listedPapers(n int) string {
	if n == 1 {
		return "1 listed paper"
	}
	return fmt.Sprintf("%d listed papers", n)
}

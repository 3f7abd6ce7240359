package gap

import (
	"cmp"
	"fmt"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"

	"citemap/graph"
	"citemap/graph/gap/evidence"
	"citemap/graph/rank"
)

// A reasoner words what speaks for each gap of one query.
type reasoner struct {
	*query
	found  *evidence.Finding
	place  map[graph.Node]int // of the papers of the pool
	middle graph.Date         // the median date of the listed papers
	chance *chance
	runs   map[graph.Date][]run // see dated
	titles func() *evidence.Titles
}

func newReasoner(q *query, j *Judgement) *reasoner {
	r := &reasoner{query: q, found: j.found, place: map[graph.Node]int{}, middle: middle(q), chance: newChance(q.g), runs: map[graph.Date][]run{}}
	r.titles = sync.OnceValue(func() *evidence.Titles { return q.words().Titles(q.g, q.listed) })
	for i, c := range j.pool {
		r.place[c] = i
	}
	return r
}

// gaps collects what can be said of each candidate, in their order, on all cores.
func (r *reasoner) gaps(candidates []graph.Node, scores []float64) []Gap {
	out := make([]Gap, len(candidates))
	var work sync.WaitGroup
	for begin, step := 0, runtime.GOMAXPROCS(0); begin < min(step, len(out)); begin++ {
		own := *r
		own.runs = map[graph.Date][]run{}
		own.titles = sync.OnceValue(func() *evidence.Titles { return r.titles().Beside() })
		work.Go(func() {
			for i := begin; i < len(out); i += step {
				out[i] = own.gap(candidates[i], rank.Round(scores[candidates[i]]))
			}
		})
	}
	work.Wait()
	return out
}

// gap collects what can be said of one candidate.
func (r *reasoner) gap(c graph.Node, score float64) Gap {
	x := Gap{Node: c, Score: score, Survey: survey.MatchString(r.g.Title(c))}
	x.CitedBy = r.onTheList(r.g.Citing(c))
	x.Cites = r.onTheList(r.g.References(c))
	r.nearest(&x)
	r.contributions(&x)
	if x.Kind = r.kind(&x); x.Kind == Newer {
		x.newness = r.weighNewer(r.titles(), &x)
	}
	known, could := r.judges(c, x.CitedBy)
	switch {
	case could > 0:
		x.Confidence = float64(known) / float64(could)
	case r.g.State(c).Told():
		x.Confidence = 1
	}
	x.Reasons = r.reasons(&x, known, could)
	return x
}

// survey recognises the titles of surveys.
var survey = regexp.MustCompile(`(?i)\b(survey|review|overview|tutorial|state of the art|systematic mapping)\b`)

// onTheList keeps the listed papers, by PaperID.
func (r *reasoner) onTheList(nodes []graph.Node) []graph.Node {
	var out []graph.Node
	for _, n := range nodes {
		if r.onList[n] {
			out = append(out, n)
		}
	}
	slices.SortFunc(out, r.g.ByID)
	return out
}

// nearest finds the listed paper with which the candidate is cited together
// most surprisingly: of the smallest hypergeometric p; of several the one that
// it is most often cited together with, then by PaperID.
func (r *reasoner) nearest(x *Gap) {
	most := 0.0
	for l, c := range r.companions(x.Node) {
		d := r.chance.draw(x.Node, l, c.together, c.early, r.dated(r.chance.later(x.Node, l)))
		p := rank.Round(d.logP())
		if x.Nearest == nil || cmp.Or(cmp.Compare(p, most), cmp.Compare(x.Together, c.together), r.g.ByID(l, *x.Nearest)) < 0 {
			x.Nearest, x.Together, x.Expected, most = &l, c.together, rank.Round(d.expected()), p
		}
	}
}

// A companion is how many papers cite a listed paper together with a
// candidate, and how many of them are dated before one of the two.
type companion struct{ together, early int }

func (r *reasoner) companions(c graph.Node) map[graph.Node]companion {
	out := map[graph.Node]companion{}
	for _, u := range r.g.Citing(c) {
		for _, l := range r.g.References(u) {
			if !r.onList[l] {
				continue
			}
			x := out[l]
			x.together++
			if !r.chance.could(u, r.chance.later(c, l)) {
				x.early++
			}
			out[l] = x
		}
	}
	return out
}

// dated gives the papers dated no earlier than a date, from memory if it can.
func (r *reasoner) dated(date graph.Date) []run {
	runs, known := r.runs[date]
	if !known {
		runs = r.chance.dated(date)
		r.runs[date] = runs
	}
	return runs
}

// A contribution is worth telling from a tenth of the whole.
const tellingShare = 0.1

// contributions picks the listed papers that carry a gap's score and those
// that cover it, four of each at most.
func (r *reasoner) contributions(x *Gap) {
	c, scored := r.place[x.Node]
	if !scored || r.found == nil {
		return
	}
	var whole float64
	all := make([]Contribution, len(r.listed))
	for i, l := range r.listed {
		all[i] = Contribution{l, rank.Round(r.found.Contributions.At(i, c))}
		whole += max(all[i].Weight, 0)
	}
	slices.SortFunc(all, func(a, b Contribution) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), r.g.ByID(a.Listed, b.Listed))
	})
	for _, a := range all {
		if a.Weight > tellingShare*whole && len(x.Carriers) < 4 {
			x.Carriers = append(x.Carriers, a)
		}
	}
	slices.Reverse(all)
	for _, a := range all {
		if a.Weight < -tellingShare*whole && len(x.Covers) < 4 {
			x.Covers = append(x.Covers, a)
		}
	}
}

// judges counts the listed papers that could cite a paper, being dated no
// earlier than it, and those of them whose reference list says whether they do:
// one that is cut does so only where the paper stands in it.
func (r *reasoner) judges(c graph.Node, citedBy []graph.Node) (known, could int) {
	date := r.g.Date(c)
	for _, l := range r.listed {
		if d := r.g.Date(l); !date.IsZero() && !d.IsZero() && date.After(d) {
			continue
		}
		could++
		if s := r.g.State(l); s == graph.Known || s == graph.Cut && slices.Contains(citedBy, l) {
			known++
		}
	}
	return known, could
}

// reasons words what was found, strongest first.
func (r *reasoner) reasons(x *Gap, known, could int) []string {
	var out []string
	if n := len(x.CitedBy); n > 0 {
		out = append(out, fmt.Sprintf("Cited by %d of the %s whose references are known and that could cite it: %s.",
			n, listedPapers(max(known, n)), r.names(x.CitedBy)))
	}
	if n := len(x.Cites); n > 0 {
		out = append(out, fmt.Sprintf("Cites %s: %s.", listedPapers(n), r.names(x.Cites)))
	}
	out = append(out, x.newness.reasons(r.g)...)
	if x.Nearest != nil && float64(x.Together) > x.Expected { // else chance is reason enough
		out = append(out, fmt.Sprintf("Cited together with %s by %s of the corpus; %s expected by chance.",
			r.g.Paper(*x.Nearest).Byline(), papers(x.Together), twoDigits(x.Expected)))
	}
	if len(x.Carriers) > 0 && len(r.listed) > 1 {
		out = append(out, fmt.Sprintf("Its place rests above all on %s.", r.contributors(x.Carriers)))
	}
	if len(x.Covers) > 0 {
		out = append(out, fmt.Sprintf("In part already covered by %s.", r.contributors(x.Covers)))
	}
	if known < could {
		out = append(out, fmt.Sprintf("The references of %s that could cite it are not known.", listedPapers(could-known)))
	}
	return out
}

func (r *reasoner) contributors(of []Contribution) string {
	nodes := make([]graph.Node, len(of))
	for i, c := range of {
		nodes[i] = c.Listed
	}
	return r.names(nodes)
}

// namesShown is how many papers a sentence names before it counts the rest.
const namesShown = 6

func (r *reasoner) names(nodes []graph.Node) string {
	var names []string
	for _, n := range nodes[:min(len(nodes), namesShown)] {
		names = append(names, r.g.Paper(n).Byline())
	}
	if more := len(nodes) - namesShown; more > 0 {
		return strings.Join(names, ", ") + fmt.Sprintf(" and %d more", more)
	}
	return strings.Join(names, ", ")
}

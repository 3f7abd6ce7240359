package text

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"citemap/graph/gap"
	"citemap/graph/study"
	"citemap/render"
)

var kindColours = map[gap.Kind]lipgloss.Style{
	gap.Foundation: colour("4"), gap.Sibling: colour("2"), gap.Newer: colour("3"),
}

// strengths are the parts of an answer about gaps, in their order, with the heading
// of each and what others of its gaps are called.
var strengths = []struct {
	gap.Strength
	heading, more string
}{
	{gap.Strong, "Missing from the list", "missing"}, {gap.WorthALook, "Worth a look", "worth a look"}, {gap.Context, "Context", "for context"},
}

// Gaps writes the first n gaps (0: all), the strong ones first, each with what
// speaks for it.
func Gaps(w io.Writer, f *study.Findings, n int, o Options) error {
	p := &page{o: o}
	p.coverage(f)
	p.thin(f)
	p.howSure(f)
	if o.Wide {
		p.line("")
		p.gapTable(f, n)
		p.more(n, len(f.Gaps.Gaps), "paper")
	} else {
		p.gaps(f, n)
	}
	p.topics(f)
	return p.finish(w)
}

// thin tells where the answer does not rest on much.
func (p *page) thin(f *study.Findings) {
	if f.Gaps.Thin != "" {
		p.prose(f.Gaps.Thin)
	}
}

// howSure says once what the words beside the gaps mean.
func (p *page) howSure(f *study.Findings) {
	if len(f.Gaps.Gaps) == 0 {
		return
	}
	p.prose(fmt.Sprintf("How sure: where half of known lists was hidden, %s papers called missing were on the hidden half, %s of those worth a look, fewer of the context.",
		gap.Strong.AtLeast(), gap.WorthALook.AtLeast()))
	p.prose("A foundation is older than the list, which builds on it; a sibling is of its time; a newer paper cites it.")
}

// gaps writes the first n gaps, by their strength, and how many more there are.
func (p *page) gaps(f *study.Findings, n int) {
	all := byStrength(f)
	shown := first(n, all)
	if len(all) == 0 {
		p.line("")
		p.line("No gap found.")
		return
	}
	p.noneStrong(f)
	for _, s := range strengths {
		p.ofStrength(f, s.Strength, shown)
	}
	p.more(n, len(all), "paper")
}

// strongest writes the first n strong gaps, of which a short answer is made; where
// there is none, those worth a look.
func (p *page) strongest(f *study.Findings, n int) {
	all := byStrength(f)
	if len(all) == 0 {
		p.heading("Missing from the list")
		p.line("No gap found.")
		return
	}
	p.noneStrong(f)
	best := f.Gaps.Gaps[all[0]].Strength
	if best != gap.Context {
		p.ofStrength(f, best, first(n, ofStrength(f, best)))
	}
	p.others(f, best, n)
}

// noneStrong says so where no gap is strong.
func (p *page) noneStrong(f *study.Findings) {
	if len(ofStrength(f, gap.Strong)) == 0 {
		p.heading("Missing from the list")
		p.prose("No paper is likely enough to be called missing.")
	}
}

// others says how many gaps a short answer leaves out, and how to see them.
func (p *page) others(f *study.Findings, best gap.Strength, n int) {
	var parts []string
	for _, s := range strengths {
		left := len(ofStrength(f, s.Strength))
		if s.Strength == best && best != gap.Context {
			left -= len(first(n, ofStrength(f, best)))
		}
		if left > 0 {
			parts = append(parts, comma(left)+" "+s.more)
		}
	}
	if len(parts) > 0 {
		p.line("")
		p.prose("More: " + strings.Join(parts, ", ") + "; citemap gaps shows them.")
	}
}

// byStrength gives the places of the gaps, the strong ones first, else as they are
// ranked.
func byStrength(f *study.Findings) (places []int) {
	for _, s := range strengths {
		places = append(places, ofStrength(f, s.Strength)...)
	}
	return places
}

// ofStrength gives the places of the gaps of one strength.
func ofStrength(f *study.Findings, s gap.Strength) (places []int) {
	for i, x := range f.Gaps.Gaps {
		if x.Strength == s {
			places = append(places, i)
		}
	}
	return places
}

// ofStrength writes the gaps of one strength among those to be shown, under their
// heading. They keep their ranks, by which they can be added to the list.
func (p *page) ofStrength(f *study.Findings, s gap.Strength, shown []int) {
	shown = slices.DeleteFunc(slices.Clone(shown), func(i int) bool { return f.Gaps.Gaps[i].Strength != s })
	if len(shown) == 0 {
		return
	}
	size := count(len(shown), "paper")
	if all := len(ofStrength(f, s)); all > len(shown) {
		size = comma(len(shown)) + " of " + count(all, "paper")
	}
	p.heading(strengths[s].heading + ": " + size)
	for _, i := range shown {
		p.gap(f, i+1, &f.Gaps.Gaps[i])
	}
}

// gap writes one gap.
func (p *page) gap(f *study.Findings, number int, x *gap.Gap) {
	remarks := []remark{{x.Kind.String(), kindColours[x.Kind]}}
	if x.Survey {
		remarks = append(remarks, remark{"survey", lipgloss.Style{}})
	}
	item := itemOf(number, f.Graph.Paper(x.Node), remarks...)
	item.lines = whys(f, x)
	if p.o.Reasons {
		item.lines = x.Reasons
	}
	p.item(item)
}

// whys are what speaks for a gap, each on a line or two, after what speaks against
// it.
func whys(f *study.Findings, x *gap.Gap) (lines []string) {
	if n := f.Graph.Paper(x.Node).Notice; n != nil {
		lines = append(lines, n.Sentence())
	}
	if n := len(x.CitedBy); n > 0 {
		lines = append(lines, fmt.Sprintf("cited by %s: %s", count(n, "listed paper"), names(f, x.CitedBy)))
	}
	if n := len(x.Cites); n > 0 {
		lines = append(lines, fmt.Sprintf("cites %s: %s", count(n, "listed paper"), names(f, x.Cites)))
	}
	if x.Nearest != nil && float64(x.Together) > x.Expected {
		lines = append(lines, fmt.Sprintf("cited together with %s by %s (%s by chance)",
			f.Graph.Paper(*x.Nearest).Byline(), count(x.Together, "paper"), expected(x.Expected)))
	}
	if x.Quoted != "" {
		lines = append(lines, x.Quoted)
	}
	return lines
}

// expected writes how often chance would have it.
func expected(x float64) string {
	switch {
	case x >= 10:
		return strconv.FormatFloat(x, 'f', 0, 64)
	case x >= 0.1:
		return strconv.FormatFloat(x, 'f', 1, 64)
	}
	return "less than 0.1"
}

// gapTable writes the first n gaps, a line each.
func (p *page) gapTable(f *study.Findings, n int) {
	var rows [][]cell
	for _, i := range first(n, byStrength(f)) {
		x := &f.Gaps.Gaps[i]
		paper, style := f.Graph.Paper(x.Node), kindColours[x.Kind]
		rows = append(rows, []cell{
			plain(strconv.Itoa(i + 1)), plain(x.Strength.String()), plain(render.Percent(x.Belongs)), {x.Kind.String(), func(s string) string { return p.styled(style, s) }},
			plain(fmt.Sprint(len(x.CitedBy))), plain(fmt.Sprint(len(x.Cites))), plain(fmt.Sprint(x.Together)), plain(expected(x.Expected)),
			p.addressCell(paper), p.calledCell(paper),
		})
	}
	p.table([]column{{right: true}, {head: "strength"}, {head: "chance", right: true}, {head: "kind"}, {head: "cited by", right: true}, {head: "cites", right: true},
		{head: "together", right: true}, {head: "by chance", right: true}, {head: "address"}, {head: "paper", gives: true}}, rows)
}

// topics names the parts of the corpus that the list lacks, with the papers to
// begin with.
func (p *page) topics(f *study.Findings) {
	if len(f.Topics) == 0 {
		return
	}
	p.heading("Missing topics")
	for _, t := range f.Topics {
		p.prose(t.Sentence())
		p.leading(f, t.Leading)
	}
}

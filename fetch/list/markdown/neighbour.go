package markdown

import (
	"citemap/fetch/list/markdown/styled"
)

// joinBold joins the paragraphs and items that only link to a paper with the
// bold title in a paragraph above them.
func joinBold(blocks []*block) {
	for i := range blocks {
		if !blocks[i].isBoldTitle() {
			continue
		}
		below := linksBelow(blocks, i)
		for _, b := range blocks[i+1 : below] {
			blocks[i].absorb(b)
			*b = block{kind: ruleBlock, start: b.start, end: b.end}
		}
		if below > i+1 {
			blocks[i].findPapers()
		}
	}
}

// joinWritten joins the items that only cite the paper in the item above, or
// write its id: a citation below a link, not indented enough to stand inside.
func joinWritten(blocks []*block) {
	for i := 1; i < len(blocks); i++ {
		b, above := blocks[i], blocks[i-1]
		if b.kind != itemBlock || above.kind != itemBlock || !allWritten(b.links) || allWritten(above.links) {
			continue
		}
		cites := b.column > above.column && len(above.papers) == 1 && b.cited().Title != ""
		if !cites && !b.repeats(above) {
			continue
		}
		above.absorb(b)
		*b = block{kind: ruleBlock, start: b.start, end: b.end}
		above.findPapers()
	}
}

// linksBelow gives the end of the blocks below a bold title that only link to
// its paper, or say more of it.
func linksBelow(blocks []*block, title int) int {
	end := title + 1
	one := newUnion(nil)
	for i := title + 1; i < len(blocks); i++ {
		b := blocks[i]
		switch {
		case b.kind != paragraphBlock && b.kind != itemBlock || b.isBoldTitle() || i > title+maxBelow:
			return end
		case len(b.papers) == 0:
			continue
		case !b.isUntitled() && !(blocks[title].summary && len(b.papers) == 1 && b.papers[0].anchor == "" && !b.papers[0].bold):
			return end
		case !one.admits(b.papers):
			return title + 1 // the title was a heading over several papers
		}
		one.add(b.papers)
		end = i + 1
	}
	return end
}

// maxBelow is how many blocks below its title a paper's links may go.
const maxBelow = 12

func (b *block) isBoldTitle() bool {
	return b.kind == paragraphBlock && len(b.papers) == 0 && styled.AllBold(b.runs) && styled.BoldTitle(b.runs).Title != ""
}

package markdown

import (
	"strings"

	"citemap/fetch/list/markdown/styled"
	"citemap/graph"
)

// belonging chooses the blocks inside that belong to the block itself; nil is none.
func (b *block) belonging() []bool {
	if b.kind == ruleBlock || len(b.papers) > 1 || len(b.blocks) == 0 {
		return nil
	}
	parts := make([]bool, len(b.blocks))
	one := newUnion(b.papers)
	outer := b.kind == itemBlock && len(b.papers) == 0 && len(b.blocks) > 1 && styled.BoldTitle(b.runs).Title != ""
	others := 0
	for i, inner := range b.blocks {
		switch {
		case len(inner.papers) == 0:
			parts[i] = true
		case inner.isAside():
		case inner.onlyLinks(b, outer) && one.admits(inner.papers):
			parts[i] = true
			one.add(inner.papers)
		default:
			others++
			if inner.kind != paragraphBlock {
				return b.linesBelowTitle()
			}
		}
	}
	if one.papers == 0 || len(b.papers) == 0 && (others > 0 && b.kind != headingBlock || !b.canName()) {
		return nil
	}
	if b.kind == headingBlock && others > 0 {
		return b.upToOther(parts)
	}
	return parts
}

// linesBelowTitle gives what a block takes where others stand in it: nothing, but for an
// item with a paper, the lines below its title.
func (b *block) linesBelowTitle() []bool {
	if b.kind != itemBlock || len(b.papers) != 1 {
		return nil
	}
	parts := make([]bool, len(b.blocks))
	for i, inner := range b.blocks {
		parts[i] = len(inner.papers) == 0 || inner.repeats(b)
		if !parts[i] {
			break
		}
	}
	return parts
}

// upToOther keeps of what a heading takes all but the blocks of other papers.
func (b *block) upToOther(parts []bool) []bool {
	if len(b.papers) == 0 {
		return parts
	}
	for i := range b.blocks {
		if !parts[i] {
			clear(parts[i:])
			break
		}
	}
	return parts
}

// onlyLinks tells whether a block names a paper without giving it a title, so that
// the title is the outer block's; titled says that that one is bold.
func (b *block) onlyLinks(outer *block, titled bool) bool {
	if len(b.papers) != 1 {
		return false
	}
	p := b.papers[0]
	if outer.kind == headingBlock && b.kind != paragraphBlock && (b.kind != itemBlock || styled.Text(b.runs) == styled.Text(b.linked())) {
		return false
	}
	return p.anchor == "" && titled || b.isUntitled() || b.repeats(outer)
}

// isAside tells a block that speaks of other papers: "Notes: builds on ...".
func (b *block) isAside() bool {
	if b.kind == headingBlock || b.kind == rowBlock {
		return false
	}
	head, _, found := strings.Cut(strings.ReplaceAll(styled.Text(styled.FirstLine(b.runs)), "：", ":"), ":")
	head = strings.ToLower(strings.Trim(head, " *_"))
	return found && (asides[head] || asides[strings.TrimSuffix(head, "s")])
}

// asides are the names of fields in which other papers than the entry's own are
// named.
var asides = map[string]bool{"note": true, "summary": true, "tl;dr": true, "tldr": true, "comment": true, "remark": true, "related": true,
	"related work": true, "related paper": true, "see also": true, "see": true, "cf": true, "builds on": true, "follow-up": true, "followup": true,
	"follow up": true, "cite": true, "cited by": true, "reference": true, "baseline": true, "compare": true, "compared with": true,
	"description": true, "abstract": true, "background": true, "prior work": true, "previous work": true, "takeaway": true, "key idea": true,
	"idea": true, "contribution": true, "review": true, "thoughts": true, "备注": true, "笔记": true, "简介": true, "总结": true, "相关工作": true, "摘要": true}

// A union is papers that can be one: no two have different ids of a scheme.
type union struct {
	ids    graph.ExternalIDs
	papers int
}

func newUnion(papers []*paper) *union {
	u := &union{}
	u.add(papers)
	return u
}

func (u *union) admits(papers []*paper) bool {
	for _, p := range papers {
		for _, id := range p.ids {
			if there := u.ids.Of(id.Scheme); there != "" && there != id.Value {
				return false
			}
		}
	}
	return true
}

func (u *union) add(papers []*paper) {
	u.papers += len(papers)
	for _, p := range papers {
		for _, id := range p.ids {
			u.ids = u.ids.With(id)
		}
	}
}

// canName tells whether the block's own words can be the title of a paper.
func (b *block) canName() bool {
	if b.kind == headingBlock && b.level < 2 {
		return false
	}
	return styled.FirstTitle(b.runs).Title != ""
}

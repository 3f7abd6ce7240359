package markdown

import (
	"slices"
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/list/markdown/styled"
)

// mend gives the bare links of a block what Markdown cut off them, and joins the
// ids that a line break has cut.
func (b *block) mend() {
	for i := range b.runs {
		p := &b.runs[i]
		if p.Link == 0 {
			p.Text = address.JoinBroken(p.Text)
			continue
		}
		if l := &b.links[p.Link-1]; l.bare && i+1 < len(b.runs) && b.runs[i+1].Link == 0 && b.runs[i+1].Gap == styled.NoGap {
			l.goOn(p, &b.runs[i+1])
		}
	}
	b.runs = slices.DeleteFunc(b.runs, func(p styled.Run) bool { return p.Text == "" && p.Gap == styled.NoGap && p.Link == 0 })
}

// goOn gives a link what belongs to it of the text behind it: the rest of its
// id, or, in the form of chats, <address|title>, its title.
func (l *link) goOn(p, next *styled.Run) {
	whole := address.JoinBroken(p.Text + next.Text)
	if end := address.IDEnd(whole); end > len(p.Text) {
		l.address = whole[:end]
		l.Page = address.PageOf(l.address)
		p.Text, next.Text = whole[:end], whole[end:]
	}
	if target, title, chat := strings.Cut(p.Text, "|"); chat {
		l.address, l.Page, l.bare = target, address.PageOf(target), title == ""
		p.Text = title
	}
}

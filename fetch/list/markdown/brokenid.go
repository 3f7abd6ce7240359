package markdown

import (
	"regexp"
	"slices"
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/citation/dates"
)

// joinBroken joins an id that a line break has cut: behind a mark that ends no
// DOI, where what follows goes on as one does and begins no sentence or item.
func joinBroken(s string) string {
	if !strings.Contains(s, "\n") {
		return s
	}
	return brokenID.ReplaceAllStringFunc(slashBelow.ReplaceAllString(s, "$1$2"), func(cut string) string {
		m := brokenID.FindStringSubmatch(cut)
		head, tail, behind := m[1], m[2], m[3]
		prefixOnly := strings.HasSuffix(head, "/") || strings.HasSuffix(head, ":") || strings.HasSuffix(head, "-")
		item := strings.HasSuffix(tail, ".") && strings.Trim(tail, "0123456789") == "."
		sentence := dates.YearOf(tail) > 0 && behind != "" && strings.HasSuffix(head, ".")
		page := strings.Trim(tail, "0123456789") == "" && strings.TrimSpace(behind) == "" // a number alone on its line
		if !prefixOnly && (item || page || sentence) || !strings.ContainsAny(tail, "0123456789") {
			return cut
		}
		return head + tail + behind
	})
}

var brokenID = regexp.MustCompile(`((?:10\.\d{4,9}/[^\s"]*[./_(-]|10\.\d{4,9}/|10\.\d{4,9}/[^\s"]*\(\d\d\)|(?i:\barxiv:)|(?i:\bdoi:)|(?i:arxiv\.org/(?:abs|pdf)/)|(?i:doi\.org/)))[ \t]*\n[ \t]*([\d\p{Ll}(.][^\s]*)( +[^\s])?`)

// slashBelow is a DOI that goes on with a stroke on the line below.
var slashBelow = regexp.MustCompile(`(10\.\d{4,9}/[^\s"/]+)[ \t]*\n[ \t]*(/[\w.()-]+)`)

// mend gives the bare links of a block what Markdown cut off them, and joins the
// ids that a line break has cut.
func (b *block) mend() {
	for i := range b.runs {
		p := &b.runs[i]
		if p.link == 0 {
			p.text = joinBroken(p.text)
			continue
		}
		if l := &b.links[p.link-1]; l.bare && i+1 < len(b.runs) && b.runs[i+1].link == 0 && b.runs[i+1].gap == noGap {
			l.goOn(p, &b.runs[i+1])
		}
	}
	b.runs = slices.DeleteFunc(b.runs, func(p run) bool { return p.text == "" && p.gap == noGap && p.link == 0 })
}

// goOn gives a link what belongs to it of the text behind it: the rest of its
// id, or, in the form of chats, <address|title>, its title.
func (l *link) goOn(p, next *run) {
	whole := joinBroken(p.text + next.text)
	end := len(p.text)
	if m := address.DOIStart.FindStringIndex(whole); m != nil && strings.Contains(p.text, "doi") && m[0] <= len(p.text) {
		end = max(end, m[0]+address.DOIEnd(whole[m[0]:]))
	} else if n := len(brokenArXiv.FindString(whole)); n > end {
		end = n
	}
	if end > len(p.text) {
		l.address = whole[:end]
		l.Page = address.PageOf(l.address)
		p.text, next.text = whole[:end], whole[end:]
	}
	if target, title, chat := strings.Cut(p.text, "|"); chat {
		if rest, behind, shut := strings.Cut(next.text, ">"); shut {
			title, next.text = title+rest, behind
		}
		l.address, l.Page, l.bare = target, address.PageOf(target), title == ""
		p.text = title
	}
}

// brokenArXiv is an address whose id the line break cut off.
var brokenArXiv = regexp.MustCompile(`^https?://arxiv\.org/(?:abs|pdf)/\d{4}\.\d{4,5}`)

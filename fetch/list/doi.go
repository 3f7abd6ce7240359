package list

import (
	"regexp"
	"slices"
	"strings"

	scan "citemap/fetch/address"
)

// doiEnd gives the end of the DOI with which a text begins, 0 where it begins
// with none.
func doiEnd(s string) int {
	line, _, _ := strings.Cut(s[:min(len(s), longestDOI)], "\n")
	if found := scan.DOIs(strings.ToValidUTF8(line, "")); len(found) > 0 && found[0].Start == 0 {
		return found[0].End
	}
	return 0
}

// longestDOI is more than a DOI takes, in bytes, so that a text of nothing else
// is read in proportion to its length.
const longestDOI = 512

var doiStart = regexp.MustCompile(`10\.\d{4,9}/`)

// idWords gives the words of a text that may be ids or addresses, without the
// brackets and quotes around them; a DOI keeps those that are its own.
func idWords(s string) []string {
	var out []string
	for at := 0; at < len(s); {
		n := strings.IndexFunc(s[at:], func(r rune) bool { return !isAroundID(r) })
		if n < 0 {
			break
		}
		at += n
		end := len(s)
		if n := strings.IndexFunc(s[at:], isAroundID); n >= 0 {
			end = at + n
		}
		if m := doiStart.FindStringIndex(s[at:end]); m != nil {
			end = at + m[0] + max(m[1]-m[0], doiEnd(s[at+m[0]:]))
		}
		out = append(out, s[at:end])
		at = end
	}
	return out
}

func isAroundID(r rune) bool {
	return strings.ContainsRune(" \t\r\n()[]<>\"|（）【】，。；、", r)
}

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
		sentence := yearOf(tail) > 0 && behind != "" && strings.HasSuffix(head, ".")
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
	for i := range b.pieces {
		p := &b.pieces[i]
		if p.link == 0 {
			p.text = joinBroken(p.text)
			continue
		}
		if l := &b.links[p.link-1]; l.bare && i+1 < len(b.pieces) && b.pieces[i+1].link == 0 && b.pieces[i+1].gap == noGap {
			l.goOn(p, &b.pieces[i+1])
		}
	}
	b.pieces = slices.DeleteFunc(b.pieces, func(p piece) bool { return p.text == "" && p.gap == noGap && p.link == 0 })
}

// goOn gives a link what belongs to it of the text behind it: the rest of its
// id, or, in the form of chats, <address|title>, its title.
func (l *link) goOn(p, next *piece) {
	whole := joinBroken(p.text + next.text)
	end := len(p.text)
	if m := doiStart.FindStringIndex(whole); m != nil && strings.Contains(p.text, "doi") && m[0] <= len(p.text) {
		end = max(end, m[0]+doiEnd(whole[m[0]:]))
	} else if n := len(brokenArXiv.FindString(whole)); n > end {
		end = n
	}
	if end > len(p.text) {
		l.address = whole[:end]
		l.reference = readAddress(l.address)
		p.text, next.text = whole[:end], whole[end:]
	}
	if address, title, chat := strings.Cut(p.text, "|"); chat {
		rest, behind, _ := strings.Cut(next.text, ">")
		if strings.HasPrefix(next.text, ">") || strings.Contains(next.text, ">") {
			title, next.text = title+rest, behind
		}
		l.address, l.reference, l.bare = address, readAddress(address), title == ""
		p.text = title
	}
}

// brokenArXiv is an address whose id the line break cut off.
var brokenArXiv = regexp.MustCompile(`^https?://arxiv\.org/(?:abs|pdf)/\d{4}\.\d{4,5}`)

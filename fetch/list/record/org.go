package record

import (
	"regexp"
	"strings"
)

var (
	orgStart    = regexp.MustCompile(`(?im)^#\+(?:title|author|filetags|startup|options|todo|seq_todo|date|bibliography):|^[ \t]*:PROPERTIES:[ \t\r]*$|^\*\*+ (?:TODO|DONE|NEXT|WAITING) `)
	orgLinked   = regexp.MustCompile(`(?m)^(?:\*+|[ \t]*[-+]) .*\[\[(?:https?|doi|file):`)
	orgHeading  = regexp.MustCompile(`^(\*+) +(?:([A-Z]{3,12}) +)?(?:\[#[A-Z0-9]\] +)?(?:\[\d*[/%]\d*\] +)?(.*?)(?:[ \t]+:[\w@#%:]+:)?[ \t]*$`)
	orgProperty = regexp.MustCompile(`(?i)^[ \t]*:([\w-]+):[ \t]+(.*?)[ \t]*$`)
	orgItem     = regexp.MustCompile(`^([ \t]*)(?:[-+]|\d+[.)])[ \t]+(?:\[[ X-]\][ \t]+)?(.*)$`)
	orgLink     = regexp.MustCompile(`\[\[([^\]]+)\](?:\[([^\]]*)\])?\]|((?:https?://|doi:)[^\s\]\[<>]+)`)
)

// IsOrg tells the outlines of Emacs, by what only they have.
func IsOrg(text []byte) bool {
	return orgStart.Match(text[:min(len(text), 1<<16)]) && !strings.Contains(string(head(text)), "](http") || orgLinked.Match(text[:min(len(text), 1<<16)])
}

// orgRoles are the properties of a heading that tell of a paper.
var orgRoles = map[string]role{"doi": doi, "arxiv": arxivID, "eprint": arxivID, "url": text, "source": text, "roam_refs": text, "pmid": pmid, "author": person, "authors": person,
	"year": date, "date": date, "title": title, "link": text}

// An orgReader reads one line after the other.
type orgReader struct {
	out     Found
	heading *Fields // the paper of the heading at hand
	told    bool    // the heading itself says that it is one
	named   string  // its text
}

// Org reads the headings and items of an outline that are papers: those with a
// link, or with the properties of one. Other items are named.
func Org(text []byte) Found {
	var r orgReader
	for at, line := range lines(text) {
		bare := strings.TrimSpace(line)
		switch m := orgHeading.FindStringSubmatch(line); {
		case bare == "" || strings.HasPrefix(bare, "#"):
		case m != nil:
			r.finish()
			r.begin(at, line, m)
		default:
			r.line(at, line, bare)
		}
	}
	r.finish()
	return r.out
}

func (r *orgReader) begin(at int, line string, m []string) {
	r.heading = &Fields{Start: at, End: at + len(strings.TrimRight(line, " \t"))}
	r.named = orgText(m[3])
	r.told = m[2] != ""
	if r.links(r.heading, m[3]); len(r.heading.Texts) > 0 {
		r.told = true
	}
}

// line reads a line below a heading.
func (r *orgReader) line(at int, line, bare string) {
	end := at + len(strings.TrimRight(line, " \t"))
	if m := orgProperty.FindStringSubmatch(line); m != nil {
		if role := orgRoles[strings.ToLower(m[1])]; role != nil && r.heading != nil && m[2] != "" {
			role(r.heading, orgBare(m[2]))
			r.heading.End, r.told = end, true
		}
		return
	}
	if strings.HasPrefix(bare, ":") || r.heading != nil && r.told && (len(r.heading.Texts)+len(r.heading.IDs) > 0) {
		return // a note on the paper
	}
	if r.heading != nil && r.told {
		if r.links(r.heading, line); len(r.heading.Texts) > 0 {
			r.heading.End = end
		}
		return
	}
	x := Fields{Start: at + len(line) - len(strings.TrimLeft(line, " \t")), End: end}
	item := orgItem.FindStringSubmatch(line)
	if item == nil && !strings.HasPrefix(bare, "[[") && !strings.HasPrefix(bare, "http") {
		return
	}
	if r.links(&x, line); len(x.Texts) == 0 {
		r.out.fault(x.Start, "item has no link to a paper")
		return
	}
	if x.Title == "" && item != nil {
		x.Title = orgText(item[2])
	}
	r.out.Records = append(r.out.Records, x)
}

// links takes in the first link of a text and those of its other ids; what it is
// called is the title.
func (r *orgReader) links(x *Fields, s string) {
	for _, m := range orgLink.FindAllStringSubmatch(s, 16) {
		target := m[1] + m[3]
		if strings.HasPrefix(target, "file:") || strings.HasPrefix(target, "id:") || !strings.ContainsAny(target, ":/") {
			continue
		}
		if len(x.Texts) == 0 && len(strings.Fields(m[2])) > 0 && x.Title == "" {
			x.Title = m[2]
		}
		x.Texts = append(x.Texts, target)
	}
}

// finish ends the heading at hand; one that is no paper is a section.
func (r *orgReader) finish() {
	if x := r.heading; x != nil && r.told {
		if x.Title == "" {
			x.Title = r.named
		}
		r.out.Records = append(r.out.Records, *x)
	}
	r.heading, r.told = nil, false
}

// orgText gives a text without its marks and addresses.
func orgText(s string) string {
	s = orgLink.ReplaceAllString(s, "$2")
	return oneLine(strings.NewReplacer("*", "", "=", "", "~", "").Replace(s))
}

// orgBare gives the address of a link, or the text itself.
func orgBare(s string) string {
	if m := orgLink.FindStringSubmatch(s); m != nil && m[1] != "" {
		return m[1]
	}
	return s
}

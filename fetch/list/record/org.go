package record

import (
	"regexp"
	"slices"
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/span"
)

var (
	orgStart    = regexp.MustCompile(`(?im)^#\+(?:title|author|filetags|startup|options|todo|seq_todo|date|bibliography):|^[ \t]*:PROPERTIES:[ \t\r]*$|^\*\*+ (?:TODO|DONE|NEXT|WAITING) `)
	orgLinked   = regexp.MustCompile(`(?m)^(?:\*+|[ \t]*[-+]) .*\[\[(?:https?|doi|file):`)
	orgHeading  = regexp.MustCompile(`^(\*+) +(?:(TODO|DONE|NEXT|WAITING|READ|READING|TOREAD|UNREAD|SKIM|SKIMMED|SOMEDAY|MAYBE|LATER|HOLD|STARTED|DOING|PROGRESS|INPROGRESS|CANCELL?ED) +)?(?:\[#[A-Z0-9]\] +)?(?:\[\d*[/%]\d*\] +)?(.*?)(?:[ \t]+:[\w@#%:]+:)?[ \t]*$`)
	orgProperty = regexp.MustCompile(`(?i)^[ \t]*:([\w-]+):[ \t]+(.*?)[ \t]*$`)
	orgItem     = regexp.MustCompile(`^([ \t]*)(?:[-+]|\d+[.)])[ \t]+(?:\[[ X-]\][ \t]+)?(.*)$`)
	orgOwn      = regexp.MustCompile(`(?i)^(?:file|id|attachment|bibliography|\w*cite\w*):`) // links within Emacs, and keys of BibTeX
	orgDated    = regexp.MustCompile(`\(([^()]*\b(?:19|20)\d\d)\)`)
	orgLink     = regexp.MustCompile(`\[\[([^\]]+)\](?:\[([^\]]*)\])?\]|((?:https?://|doi:)[^\s\]\[<>]+)`)
)

// IsOrg tells the outlines of Emacs, by what only they have.
func IsOrg(text []byte) bool {
	return orgStart.Match(text[:min(len(text), 1<<16)]) && !strings.Contains(string(head(text)), "](http") || orgLinked.Match(text[:min(len(text), 1<<16)])
}

// orgRoles are the properties of a heading that tell of a paper.
var orgRoles = each(roles{"doi": (*Record).DOI, "arxiv, eprint": (*Record).ArXiv, "url, source, roam_refs, link": (*Record).AddText,
	"pmid": (*Record).AddPubMed, "author, authors": (*Record).AddPerson, "year, date": (*Record).AddDate, "title": (*Record).AddTitle})

// An orgReader reads one line after the other.
type orgReader struct {
	out     Records
	heading *Record  // of the heading at hand, if it may be a paper
	told    bool     // the heading itself says that it is one
	named   string   // its text
	path    []string // the headings above, one a level
	alone   *Record  // the first line below the heading that is but an id: if no item follows, the heading is its title
	items   int      // below the heading
	columns []string // of the table at hand; nil outside of tables
}

// Org reads the headings, items and rows of an outline that are papers: those with
// a link or an id, or with the properties of one. Other items are named.
func Org(text []byte) Records {
	var r orgReader
	for at, line := range span.Lines(text) {
		line = strings.TrimRight(line, " \t\r")
		bare := strings.TrimSpace(line)
		isRow := strings.HasPrefix(bare, "|")
		if !isRow {
			r.columns = nil
		}
		switch m := orgHeading.FindStringSubmatch(line); {
		case bare == "" || strings.HasPrefix(bare, "#"):
		case m != nil:
			r.finish()
			r.begin(at, line, m)
		case isRow:
			r.row(at, line, bare)
		default:
			r.line(at, line, bare)
		}
	}
	r.finish()
	return r.out
}

// begin begins a heading. That above it is a section.
func (r *orgReader) begin(at int, line string, m []string) {
	level := min(len(m[1]), len(r.path)+1)
	r.path = r.path[:level-1]
	r.heading = &Record{Start: at, End: at + len(line), Section: r.section()}
	r.named = orgText(m[3])
	r.path = append(r.path, r.named)
	r.told = r.links(r.heading, m[3]) || r.bareIDs(r.heading, m[3]) || m[2] != ""
	if r.heading.Title != "" {
		if d := orgDated.FindStringSubmatch(m[3][strings.LastIndex(m[3], "]]")+1:]); d != nil { // people and date, behind the link
			r.heading.AddDate(d[1][strings.LastIndexAny(d[1], ":;,")+1:])
		}
	}
}

func (r *orgReader) section() string { return strings.Join(r.path, " > ") }

// line reads a line below a heading. Below one that has a link or an id all is a
// note on the paper.
func (r *orgReader) line(at int, line, bare string) {
	if m := orgProperty.FindStringSubmatch(line); m != nil {
		if role := orgRoles[strings.ToLower(m[1])]; role != nil && r.heading != nil && m[2] != "" {
			role(r.heading, orgBare(m[2]))
			r.heading.End, r.told = at+len(line), true
		}
		return
	}
	switch {
	case strings.HasPrefix(bare, ":") || r.told && len(r.heading.later)+len(r.heading.IDs) > 0:
	case r.told:
		if r.links(r.heading, line) {
			r.heading.End = at + len(line)
		}
	default:
		r.item(at, line, bare)
	}
}

// item reads an item, or a line that begins with a link.
func (r *orgReader) item(at int, line, bare string) {
	m := orgItem.FindStringSubmatch(line)
	if m == nil && !strings.HasPrefix(bare, "[[") && !strings.HasPrefix(bare, "http") && len(address.IDsInLine(bare)) == 0 {
		return
	}
	x := &Record{Start: at + len(line) - len(bare), End: at + len(line), Section: r.section()}
	if !r.links(x, line) && !r.bareIDs(x, line) {
		r.out.Fault(x.Start, "item has no link to a paper")
		return
	}
	first, _, _ := strings.Cut(bare, " ")
	if _, leads := address.LooseID(first); m == nil && !leads && !strings.HasPrefix(bare, "[[") {
		x.Title = "" // the words are those of a sentence
	}
	if x.Title == "" && m != nil {
		x.Title = strings.TrimRight(orgText(m[2]), " .")
	}
	if r.items++; r.items == 1 && m == nil && x.Title == "" && first == bare {
		r.alone = x
		return
	}
	r.addAlone("")
	r.out.Add(x)
}

// addAlone adds the line with an id that stood alone so far.
func (r *orgReader) addAlone(title string) {
	if x := r.alone; x != nil {
		x.Title = title
		r.out.Add(x)
	}
	r.alone = nil
}

// bareIDs takes in the ids of a line that stand there without a link. What stands
// beside them is read as a citation.
func (r *orgReader) bareIDs(x *Record, line string) bool {
	ids := address.IDsInLine(line)
	rest := line
	for _, id := range ids {
		x.AddID(id.Scheme, id.Value)
		rest = strings.ReplaceAll(rest, id.Text, " ")
	}
	if m := orgItem.FindStringSubmatch(rest); m != nil {
		rest = m[2]
	}
	if len(ids) > 0 && (rest != line || x.Title == "") && !strings.Contains(rest, "|") {
		x.Title = strings.Trim(orgText(rest), " .,;:()-–—")
	}
	return len(ids) > 0
}

// row reads a row of a table. The first names the columns; where it names none that
// is known, a row is read as an item is.
func (r *orgReader) row(at int, line, bare string) {
	cells := strings.Split(strings.Trim(bare, "|"), "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	if strings.HasPrefix(bare, "|-") {
		return
	}
	if r.columns == nil {
		r.columns = []string{}
		if slices.ContainsFunc(cells, IsField) {
			r.columns = cells
			return
		}
	}
	x := &Record{Start: at + len(line) - len(bare), End: at + len(line), Section: r.section()}
	for i, cell := range cells {
		if i < len(r.columns) {
			x.AddField(r.columns[i], orgBare(cell))
		}
	}
	if !r.links(x, line) && r.bareIDs(x, line) && x.Title == "" {
		x.AddName(cells[0])
	}
	r.out.Add(x)
}

// links takes in the links of a text; what the first is called is the title. It
// tells whether there is one.
func (r *orgReader) links(x *Record, s string) (found bool) {
	for _, m := range orgLink.FindAllStringSubmatch(s, 16) {
		target := m[1] + m[3]
		if orgOwn.MatchString(target) || !strings.ContainsAny(target, ":/") {
			continue
		}
		if !found && len(strings.Fields(m[2])) > 0 && x.Title == "" {
			x.Title = m[2]
		}
		found = true
		x.AddText(target)
	}
	return found
}

// finish ends the heading at hand; one that is no paper is a section.
func (r *orgReader) finish() {
	if x := r.heading; x != nil && r.told {
		if x.Title == "" {
			x.Title = r.named
		}
		r.out.Add(x)
	}
	r.addAlone(r.named)
	r.heading, r.told, r.items = nil, false, 0
}

// orgText gives a text without its marks and addresses.
func orgText(s string) string {
	s = orgLink.ReplaceAllString(s, "$2")
	return words.OneLine(strings.NewReplacer("*", "", "=", "", "~", "").Replace(s))
}

// orgBare gives the address of a link, or the text itself.
func orgBare(s string) string {
	if m := orgLink.FindStringSubmatch(s); m != nil && m[1] != "" {
		return m[1]
	}
	return s
}

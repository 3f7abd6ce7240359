package add

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"citemap/fetch/list/bibtex"
	"citemap/fetch/list/layout"
	"citemap/fetch/list/record"
	"citemap/graph"
	"citemap/graph/names"
)

// bibtexRecords writes newcomers as records behind the last one, indented as
// that is.
func (r *writer) bibtexRecords(news []newPaper) []insertion {
	records, _ := bibtex.Parse(r.Text)
	taken := map[string]bool{}
	for _, x := range records {
		taken[strings.ToLower(x.Key)] = true
	}
	last := &r.Entries[len(r.Entries)-1]
	style := r.RecordStyle(last)
	var out strings.Builder
	for _, n := range news {
		key := n.key(taken)
		taken[key] = true
		out.WriteString(style.Gap + n.inRecord(&style, key))
	}
	at := last.End
	if strings.TrimSpace(string(r.Text[at:r.Text.LineEnd(at)])) == "" {
		at = r.Text.LineEnd(at)
	}
	return []insertion{{at, out.String()}}
}

// inRecord writes the paper as a record.
func (n *newPaper) inRecord(s *layout.RecordStyle, key string) string {
	kind, fields := n.record()
	var b strings.Builder
	fmt.Fprintf(&b, "@%s{%s,\n", kind, key)
	for i, f := range fields {
		name := s.Indent + f[0]
		switch {
		case s.Equals > 0:
			name += strings.Repeat(" ", max(1, s.Equals-utf8.RuneCountInString(name))) + "= "
		case s.Tight:
			name += "="
		default:
			name += " = "
		}
		b.WriteString(name + "{" + f[1] + "}")
		if i < len(fields)-1 || s.Comma {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
	}
	b.WriteByte('}')
	return b.String()
}

// record gives the kind and the fields of a paper in BibTeX.
func (n *newPaper) record() (kind string, fields [][2]string) {
	p := n.paper
	add := func(name, value string) {
		if value != "" {
			fields = append(fields, [2]string{name, value})
		}
	}
	add("title", layout.InBibTeX(record.PlainTitle(n.title)))
	add("author", authors(p.Authors))
	if p.Date.Year > 0 {
		add("year", strconv.Itoa(p.Date.Year))
	}
	kind, where := "misc", ""
	venue := layout.Printable(p.Venue)
	lower := strings.ToLower(venue)
	switch {
	case venue == "" || strings.Contains(lower, "arxiv"):
	case strings.Contains(lower, "proceedings") || strings.Contains(lower, "conference") || strings.Contains(lower, "workshop") || strings.Contains(lower, "symposium"):
		kind, where = "inproceedings", "booktitle"
	default:
		kind, where = "article", "journal"
	}
	if where != "" {
		add(where, layout.InBibTeX(venue))
	}
	add("doi", layout.InURL(n.ids.Of(graph.DOI)))
	if id := n.ids.Of(graph.ArXiv); id != "" {
		add("eprint", id)
		add("archivePrefix", "arXiv")
	}
	add("pmid", n.ids.Of(graph.PubMed))
	if x, ok := n.best(); ok && x.Scheme != graph.ArXiv && x.Scheme != graph.DOI && x.Scheme != graph.PubMed || !ok {
		add("url", layout.InURL(n.page))
	}
	return kind, fields
}

// authors writes names as BibTeX sorts them: Family, Given and ...
func authors(printed []string) string {
	var out []string
	for _, name := range printed {
		name = layout.Printable(name)
		family := names.Family(name)
		given, found := strings.CutSuffix(name, " "+family)
		switch {
		case family == "":
			continue
		case strings.Contains(name, ","):
			out = append(out, layout.InBibTeX(name))
		case found:
			out = append(out, layout.InBibTeX(family+", "+given))
		default:
			out = append(out, "{"+layout.InBibTeX(name)+"}")
		}
	}
	return strings.Join(out, " and ")
}

// key makes a key that no record has: familyYEARword.
func (n *newPaper) key(taken map[string]bool) string {
	family := ""
	if len(n.paper.Authors) > 0 {
		family = keyPart(names.Family(n.paper.Authors[0]))
	}
	if family == "" {
		family = "anon"
	}
	year := ""
	if n.paper.Date.Year > 0 {
		year = strconv.Itoa(n.paper.Date.Year)
	}
	key := family + year + firstWord(n.title)
	for i, try := 0, key; ; i++ {
		if !taken[try] {
			return try
		}
		try = key + letters(i)
	}
}

// letters counts a, b, ..., z, ba, bb.
func letters(i int) string {
	s := string(rune('a' + i%26))
	if i >= 26 {
		s = letters(i/26) + s
	}
	return s
}

// firstWord gives the first word of a title that says something.
func firstWord(title string) string {
	for _, w := range strings.Fields(title) {
		w, _, _ = strings.Cut(w, "-")
		part := keyPart(w)
		if part != "" && !strings.Contains(" a an the on of for in to from with is are and how what why do does can towards toward via ", " "+part+" ") {
			return part
		}
	}
	return ""
}

// keyPart keeps of a name what may stand in a key: small letters without
// accents, and digits.
func keyPart(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(plainLetters.Replace(strings.ToLower(s))) {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// plainLetters are letters that are no plain one with an accent.
var plainLetters = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i")

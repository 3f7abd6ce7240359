package list

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"citemap/graph"
)

// bibtexRecords writes newcomers as records behind the last one, indented as
// that is.
func (r *writer) bibtexRecords(news []newcomer) []insertion {
	records, _ := parseBibTeX(r.text)
	taken := map[string]bool{}
	for _, x := range records {
		taken[strings.ToLower(x.key)] = true
	}
	last := &r.entries[len(r.entries)-1]
	style := r.recordStyle(last)
	var out strings.Builder
	for _, n := range news {
		key := n.key(taken)
		taken[key] = true
		out.WriteString(style.gap + n.inRecord(&style, key))
	}
	at := last.End
	if strings.TrimSpace(string(r.text[at:r.text.lineEnd(at)])) == "" {
		at = r.text.lineEnd(at)
	}
	return []insertion{{at, out.String()}}
}

// A recordStyle is how a BibTeX file sets its records.
type recordStyle struct {
	gap    string // between two records
	indent string
	equals int  // the column of the equals signs, where they stand below each other; else 0
	tight  bool // name={value}
	comma  bool // behind the last field too
}

func (r *layout) recordStyle(e *graph.Entry) recordStyle {
	s := recordStyle{gap: "\n\n", indent: "  "}
	if n := len(r.entries); n > 1 && r.entries[n-2].End <= e.Start {
		if between := string(r.text[r.entries[n-2].End:e.Start]); strings.TrimSpace(between) == "" && strings.Contains(between, "\n") {
			s.gap = strings.Repeat("\n", min(3, strings.Count(between, "\n")))
		}
	}
	var at []int
	for i, line := range strings.Split(string(r.text[e.Start:e.End]), "\n") {
		name, _, found := strings.Cut(line, "=")
		if i == 0 || !found || strings.ContainsAny(name, "{}\"") || strings.TrimSpace(name) == "" {
			continue
		}
		if at == nil {
			s.indent = line[:len(line)-len(strings.TrimLeft(line, " \t"))]
			s.tight = !strings.HasSuffix(name, " ") && !strings.HasSuffix(name, "\t")
		}
		at = append(at, len(name))
	}
	s.equals = column(at)
	body := strings.TrimRight(string(r.text[e.Start:e.End]), "}) \t\r\n")
	s.comma = strings.HasSuffix(body, ",") || strings.HasSuffix(strings.TrimSpace(strings.TrimSuffix(string(r.text[e.Start:e.End]), "}")), ",")
	return s
}

// column gives the one number that several are; 0 where they differ or are
// fewer than three.
func column(at []int) int {
	for _, n := range at {
		if n != at[0] {
			return 0
		}
	}
	if len(at) < 3 {
		return 0
	}
	return at[0]
}

// inRecord writes the paper as a record.
func (n *newcomer) inRecord(s *recordStyle, key string) string {
	kind, fields := n.record()
	var b strings.Builder
	fmt.Fprintf(&b, "@%s{%s,\n", kind, key)
	for i, f := range fields {
		name := s.indent + f[0]
		switch {
		case s.equals > 0:
			name += strings.Repeat(" ", max(1, s.equals-utf8.RuneCountInString(name))) + "= "
		case s.tight:
			name += "="
		default:
			name += " = "
		}
		b.WriteString(name + "{" + f[1] + "}")
		if i < len(fields)-1 || s.comma {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
	}
	b.WriteByte('}')
	return b.String()
}

// record gives the kind and the fields of a paper in BibTeX.
func (n *newcomer) record() (kind string, fields [][2]string) {
	p := n.paper
	add := func(name, value string) {
		if value != "" {
			fields = append(fields, [2]string{name, value})
		}
	}
	add("title", inBibTeX(plainTitle(n.title)))
	add("author", authors(p.Authors))
	if p.Date.Year > 0 {
		add("year", strconv.Itoa(p.Date.Year))
	}
	kind, where := "misc", ""
	venue := printable(p.Venue)
	lower := strings.ToLower(venue)
	switch {
	case venue == "" || strings.Contains(lower, "arxiv"):
	case strings.Contains(lower, "proceedings") || strings.Contains(lower, "conference") || strings.Contains(lower, "workshop") || strings.Contains(lower, "symposium"):
		kind, where = "inproceedings", "booktitle"
	default:
		kind, where = "article", "journal"
	}
	if where != "" {
		add(where, inBibTeX(venue))
	}
	add("doi", inURL(n.ids.Of(graph.DOI)))
	if id := n.ids.Of(graph.ArXiv); id != "" {
		add("eprint", id)
		add("archivePrefix", "arXiv")
	}
	add("pmid", n.ids.Of(graph.PubMed))
	if x, ok := n.best(); ok && x.Scheme != graph.ArXiv && x.Scheme != graph.DOI && x.Scheme != graph.PubMed || !ok {
		add("url", inURL(n.page))
	}
	return kind, fields
}

// inURL writes an id or an address as the value of a field.
func inURL(s string) string {
	return strings.NewReplacer("{", "%7B", "}", "%7D", "%", `\%`, "_", `\_`, "#", `\#`, "&", `\&`).Replace(s)
}

// authors writes names as BibTeX sorts them: Family, Given and ...
func authors(names []string) string {
	var out []string
	for _, name := range names {
		name = printable(name)
		family := graph.FamilyName(name)
		given, found := strings.CutSuffix(name, " "+family)
		switch {
		case family == "":
			continue
		case strings.Contains(name, ","):
			out = append(out, inBibTeX(name))
		case found:
			out = append(out, inBibTeX(family+", "+given))
		default:
			out = append(out, "{"+inBibTeX(name)+"}")
		}
	}
	return strings.Join(out, " and ")
}

// key makes a key that no record has: familyYEARword.
func (n *newcomer) key(taken map[string]bool) string {
	family := ""
	if len(n.paper.Authors) > 0 {
		family = keyPart(graph.FamilyName(n.paper.Authors[0]))
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

package record

import (
	"regexp"
	"strings"

	"citemap/fetch/citation/words"
	"citemap/graph/latex"
)

var (
	bibitem      = regexp.MustCompile(`(?m)^[ \t]*\\bibitem\b|\\bibitem[ \t]*[\[{]`)
	bibliography = regexp.MustCompile(`\\begin\{thebibliography\}`)
	itemEnd      = regexp.MustCompile(`\\end\{thebibliography\}|\\BibitemShut\s*\{[^}]*\}|(?m:^[ \t]*%.*$)|\\(?:begin|end)\{(?:document|small|footnotesize)\}`)
	linkTarget   = regexp.MustCompile(`\\(?:href(?:@noop)?|url|urlprefix|path|showURL|showDOI|doi|doiprefix|eprint|arxiv|burl|url@samestyle)\s*(?:%\s*)?\{\s*([^{}]*)\}`)
	quotation    = regexp.MustCompile("(?s)(?:``|“|\")(.{3,400}?)(?:''|”|\")")
	titleCommand = regexp.MustCompile(`\\(?:show(?:article)?title|bibinfo\s*\{title\}|btitle|btxtitle|bibtitle|atl)\s*\{|\\bibinfo\s*\{booktitle\}\s*\{`)
	nameCommand  = regexp.MustCompile(`\\bibinfo\s*\{(?:author|person)\}\s*\{`)
	emphasis     = regexp.MustCompile(`\\(?:emph|textit|textsl)\s*\{|\{\s*\\(?:em|it|sl|itshape)\b\s*`)
	itemYear     = regexp.MustCompile(`(?:^|[^\d.:/-])((?:1[6-9]|20)\d\d)[a-z]?(?:[^\d:/-]|$)`)
	hskip        = regexp.MustCompile(`\\hskip\s+[^\\]*?\\relax|\\(?:bibAnnoteFile|natexlab|penalty\d+|BIBentryALT\w+|BIBentrySTD\w+|unskip|ignorespaces|urldef\\tempurl|providecommand)\s*(?:\{[^}]*\})?`)
)

// IsBibitems tells a text with \bibitem, in a bibliography or by itself.
func IsBibitems(text []byte) bool {
	if bibliography.Match(text) {
		return bibitem.Match(text)
	}
	return strings.HasPrefix(strings.TrimLeft(string(head(text)), " \t\r\n"), `\bibitem`)
}

// Bibitems reads the entries of a LaTeX bibliography.
func Bibitems(text []byte) (out Records) {
	starts := bibitem.FindAllIndex(text, -1)
	for i, at := range starts {
		next := len(text)
		if i+1 < len(starts) {
			next = starts[i+1][0]
		}
		body := string(text[at[0]:next])
		if end := strings.Index(body, `\end{thebibliography}`); end >= 0 {
			body = body[:end]
		}
		start := at[0] + len(body) - len(strings.TrimLeft(body, " \t"))
		body = strings.TrimSpace(body)
		out.Add(itemRecord(body, start))
	}
	return out
}

// itemRecord reads one entry, from its \bibitem on.
func itemRecord(item string, start int) *Record {
	r := &Record{Start: start, End: start + len(item)}
	body := itemEnd.ReplaceAllString(withoutLabel(item), " ")
	for _, m := range linkTarget.FindAllStringSubmatch(body, 16) {
		target := words.OneLine(m[1])
		r.DOI(unescaped.Replace(target))
	}
	body = hskip.ReplaceAllString(linkTarget.ReplaceAllString(body, " "), " ")
	blocks := strings.Split(body, `\newblock`)
	switch marked := argumentOf(body, titleCommand); {
	case marked != "":
		r.Title = plain(marked)
		for _, at := range nameCommand.FindAllStringIndex(body, 64) {
			if name, found := latex.Group(body[at[1]-1:]); found {
				r.AddPerson(plain(name))
			}
		}
	case len(blocks) > 1:
		names := plain(blocks[0])
		r.Authors, r.Title = namesIn(names), titleIn(plain(blocks[1]), plain(strings.Join(blocks[2:], " ")))
	default:
		r.Title = setOff(body)
	}
	r.Title = strings.TrimRight(r.Title, "., ")
	r.Printed = plain(body)
	r.AddText(r.Printed)
	if years := itemYear.FindAllStringSubmatch(withoutTitle(r.Printed, r.Title), -1); years != nil {
		r.AddDate(years[len(years)-1][1])
	}
	return r
}

// titleIn takes off the block of a title what BibTeX's styles set behind it: the
// volume of a book and its series, and the year where nothing behind tells one.
func titleIn(block, behind string) string {
	block = ofSeries.ReplaceAllString(strings.TrimRight(block, ". "), "")
	if m := yearBehind.FindStringIndex(block); m != nil && !itemYear.MatchString(behind) {
		block = block[:m[0]]
	}
	return block
}

var (
	ofSeries   = regexp.MustCompile(`, (?:volume|number|vol\.|no\.) [^\s,]{1,12}(?: (?:of|in) [^.]*)?$`)
	yearBehind = regexp.MustCompile(`,(?: \pL{3,9}\.?)? (?:1[6-9]|20)\d\d[a-z]?$`)
)

// unescaped takes the escapes of LaTeX out of an address.
var unescaped = strings.NewReplacer(`\_`, "_", `\%`, "%", `\#`, "#", `\&`, "&", `\~{}`, "~", `\~`, "~")

func withoutTitle(s, title string) string {
	if title == "" {
		return s
	}
	return strings.Replace(s, title, " ", 1)
}

// withoutLabel takes off "\bibitem[label]{key}".
func withoutLabel(item string) string {
	rest := strings.TrimLeft(strings.TrimPrefix(item, `\bibitem`), " \t\r\n%")
	if strings.HasPrefix(rest, "[") {
		depth := 0
		for i, c := range rest {
			switch {
			case c == '{':
				depth++
			case c == '}':
				depth--
			case c == ']' && depth <= 0:
				rest = strings.TrimLeft(rest[i+1:], " \t\r\n%")
			default:
				continue
			}
			if c == ']' && depth <= 0 {
				break
			}
		}
	}
	if key, found := latex.Group(rest); found {
		rest = rest[len(key)+2:]
	}
	return rest
}

// argumentOf gives the argument of the first command that fits; "" where there
// is none.
func argumentOf(s string, command *regexp.Regexp) string {
	at := command.FindStringIndex(s)
	if at == nil {
		return ""
	}
	inside, _ := latex.Group(s[at[1]-1:])
	return inside
}

// setOff gives what quotes or italics set off from the people and the venue.
func setOff(body string) string {
	if m := quotation.FindStringSubmatch(body); m != nil {
		return plain(m[1])
	}
	at := emphasis.FindStringIndex(body)
	if at == nil || sentences(plain(body[:at[0]])) > 0 {
		return ""
	}
	inside, _ := latex.Group(body[at[0]+strings.IndexByte(body[at[0]:], '{'):])
	return plain(inside)
}

// sentences counts the sentences of a text that are not names: italics behind
// one are those of the venue.
func sentences(s string) (n int) {
	for _, part := range strings.Split(s, ". ") {
		if len(strings.Fields(part)) > 3 && !strings.ContainsAny(part, ",&") && !strings.Contains(part, " and ") {
			n++
		}
	}
	return n
}

var familyFirst = regexp.MustCompile(`^\pL[^,;]*, (?:\pL\.[ -]?)+`)

// namesIn takes apart people joined by commas and "and".
func namesIn(s string) []string {
	s = strings.TrimRight(itemYear.ReplaceAllString(s, " "), " .,()")
	s = strings.TrimSuffix(strings.TrimSuffix(s, ", editors"), ", editor")
	s = strings.NewReplacer(", and ", "; ", " and ", "; ", " & ", "; ").Replace(s)
	if familyFirst.MatchString(s) {
		s = strings.ReplaceAll(s, "., ", ".; ")
	} else {
		s = strings.ReplaceAll(s, ", ", "; ")
	}
	return People(s)
}

func plain(s string) string { return words.OneLine(latex.Text(s)) }

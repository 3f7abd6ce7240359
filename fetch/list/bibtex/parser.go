package bibtex

import (
	"regexp"
	"strings"

	"citemap/fetch/list/record"
	"citemap/fetch/list/span"
)

// A bibtexParser walks over a BibTeX file.
type bibtexParser struct {
	text    []byte
	at      int
	strings map[string]string

	undefined string // the name of a string in the value at hand that nobody defined
	untitled  string // such a one in the title of the entry

	left int // bytes that strings may still grow to: each may stand for several others
}

// record reads the entry at hand; one without key is not a paper.
func (p *bibtexParser) record() (Item, error) {
	p.untitled = ""
	r := Item{start: p.at, fields: map[string]string{}}
	kind, closing := p.head()
	switch r.kind = kind; kind {
	case "comment", "preamble":
		if _, err := p.enclosed(closing); err != nil && r.kind == "preamble" {
			return Item{}, err
		}
		return Item{}, nil
	case "string":
		err := p.fieldsInto(p.strings, closing)
		return Item{}, err
	}
	r.Key = p.key(closing)
	err := p.fieldsInto(r.fields, closing)
	r.end, r.undefined = p.at, p.untitled
	if r.Key == "" {
		r.Key = "?"
	}
	return r, err
}

// head reads the kind of the entry at hand, and how it ends.
func (p *bibtexParser) head() (kind string, closing byte) {
	p.at++
	kind, closing = strings.ToLower(p.word()), '}'
	if p.next() == '(' {
		closing = ')'
	}
	p.at = min(p.at+1, len(p.text))
	return kind, closing
}

// fieldsInto reads name = value pairs up to the end of the entry. Where a name
// stands twice, the first counts.
func (p *bibtexParser) fieldsInto(fields map[string]string, closing byte) error {
	for {
		switch c := p.next(); {
		case c == ',':
			p.at++
			continue
		case c == closing:
			if p.at++; !strayBrace.Match(p.text[p.at:min(len(p.text), p.at+256)]) {
				return nil
			}
			continue
		case c == '%':
			p.skipLine()
			continue
		case c == 0 || c == '@' && beginsLine(p.text, p.at):
			return span.Fault{At: p.at, What: "entry without end"}
		}
		name := strings.ToLower(p.word())
		if p.next() != '=' || name == "" {
			return span.Fault{At: p.at, What: "entry with a field without value"}
		}
		p.at++
		p.undefined = ""
		value, err := p.value(closing)
		if err != nil {
			return err
		}
		if _, twice := fields[name]; !twice {
			fields[name] = value
			if name == "title" {
				p.untitled = p.undefined
			}
		}
	}
}

// value reads the parts of a value, joined by #.
func (p *bibtexParser) value(closing byte) (string, error) {
	var b strings.Builder
	for {
		switch c := p.next(); c {
		case '{', '"':
			p.at++
			if c == '{' {
				c = '}'
			}
			part, err := p.enclosed(c)
			if err != nil {
				return "", err
			}
			b.WriteString(part)
		default:
			word := p.word()
			if word == "" {
				return "", span.Fault{At: p.at, What: "entry with a field without value"}
			}
			if rest := unquoted.FindSubmatch(p.text[p.at:min(len(p.text), p.at+maxKey)]); rest != nil && b.Len() == 0 {
				p.at += len(rest[1])
				return word + string(rest[1]), nil
			}
			part := p.named(word)
			if p.left -= len(part); p.left < 0 {
				return "", span.Fault{At: p.at, What: "entry with strings that grow without measure"}
			}
			b.WriteString(part)
		}
		if p.next() != '#' {
			return b.String(), nil
		}
		p.at++
	}
}

var (
	// strayBrace is what stands behind a brace that closes more than a field.
	strayBrace = regexp.MustCompile(`^[ \t]*,\s*\pL[\w-]*\s*=\s*[{"\d]`)
	// unquoted is the rest of a text that lacks its quotes, up to its comma.
	unquoted = regexp.MustCompile(`^([ \t]+[^\s#,}=][^,}=\n#]*)[,}\n]`)
)

// named gives what a word outside quotes stands for.
func (p *bibtexParser) named(word string) string {
	name := strings.ToLower(word)
	if s, known := p.strings[name]; known {
		return s
	}
	if record.Months[name] == "" && strings.Trim(word, "0123456789") != "" {
		p.undefined = word
	}
	return word
}

// enclosed reads up to the closing mark that is not inside braces, and steps
// over it.
func (p *bibtexParser) enclosed(closing byte) (string, error) {
	depth := 0
	for start := p.at; p.at < len(p.text); p.at++ {
		c := p.text[p.at]
		switch {
		case c == closing && depth == 0:
			p.at++
			return string(p.text[start : p.at-1]), nil
		case c == '{':
			depth++
		case c == '}':
			depth--
			if depth < 0 {
				return "", span.Fault{At: p.at, What: "entry with a } too many"}
			}
		case c == '@' && beginsLine(p.text, p.at) && bibtexHead.Match(p.text[p.at:min(len(p.text), p.at+256)]):
			return "", span.Fault{At: p.at, What: "entry without end"}
		}
	}
	return "", span.Fault{At: p.at, What: "entry without end"}
}

// next steps over white space and gives the byte there; 0 at the end.
func (p *bibtexParser) next() byte {
	for ; p.at < len(p.text); p.at++ {
		if c := p.text[p.at]; c != ' ' && c != '\t' && c != '\n' && c != '\r' {
			return c
		}
	}
	return 0
}

// word reads the name of a kind, a field or a string, or a number.
func (p *bibtexParser) word() string { return p.until(" \t\r\n{}(),=#\"%'") }

func (p *bibtexParser) skipLine() {
	for p.at < len(p.text) && p.text[p.at] != '\n' {
		p.at++
	}
}

func (p *bibtexParser) until(stops string) string {
	p.next()
	start := p.at
	for p.at < len(p.text) && strings.IndexByte(stops, p.text[p.at]) < 0 {
		p.at++
	}
	return string(p.text[start:p.at])
}

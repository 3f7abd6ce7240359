// Package bibtex reads BibTeX and BibLaTeX.
package bibtex

import (
	"bytes"
	"regexp"
	"strings"

	"citemap/fetch/citation/words"
	"citemap/fetch/list/record"
	"citemap/fetch/list/span"
)

// A Item is one entry of a BibTeX file: @kind{key, field = value, ...}.
type Item struct {
	start, end int
	kind, Key  string
	fields     map[string]string // values as written, strings put in, by lower-case name
	undefined  string            // the string that should have been its title
	settled    bool              // it has what it takes from others
}

// bibtexKinds are the kinds of entry that begin one where the line does not.
const bibtexKinds = `(?i:article|inproceedings|conference|proceedings|misc|book|inbook|booklet|incollection|collection|techreport|report|manual|` +
	`(?:phd|masters)?thesis|unpublished|online|electronic|www|dataset|software|patent|preprint|periodical|inreference|reference)`

var (
	// bibtexInline is an entry behind other text: its kind, its key and a field.
	bibtexInline = regexp.MustCompile(`^@\s*` + bibtexKinds + `\s*[{(][^{}"@]{0,200}?\pL[\w-]*\s*=\s*(?:["{]|\w)`)
	bibtexStart  = regexp.MustCompile(`^@\s*[A-Za-z]+\s*[{(]`)
	bibtexHead   = regexp.MustCompile(`^@\s*(?:[A-Za-z]+\s*[{(][^\s,{}()]*\s*,|(?i:string|comment|preamble)\s*[{(])`)
	bibtexPaper  = regexp.MustCompile(`(?im)^@(?:article|inproceedings|conference|misc|book|incollection|techreport|phdthesis|unpublished|online)\s*[{(][^\s,{}()]+,`)
)

// Is tells whether a text is BibTeX: its first line that is neither empty
// nor a comment begins an entry.
func Is(text []byte) bool {
	for len(text) > 0 {
		line, rest, _ := bytes.Cut(text, []byte("\n"))
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '%' {
			return bibtexStart.Match(line) || bytes.Contains(text, []byte("\n@")) && !bytes.Contains(text, []byte("```")) && !bytes.Contains(text, []byte("](")) && bibtexPaper.Match(text)
		}
		text = rest
	}
	return false
}

func (p *bibtexParser) skipLine() {
	for p.at < len(p.text) && p.text[p.at] != '\n' {
		p.at++
	}
}

// nextRecord finds the first entry at or behind an offset; the end of the text
// where there is none. It begins a line, or stands behind another entry or
// behind words that are no comment.
func nextRecord(text []byte, at int) int {
	from := at
	for ; at < len(text); at++ {
		n := bytes.IndexByte(text[at:], '@')
		if n < 0 {
			return len(text)
		}
		at += n
		head := text[at:min(len(text), at+256)]
		if !bibtexStart.Match(head) {
			continue
		}
		if beginsLine(text, at) || from > 0 && at-from < 256 && len(bytes.Trim(text[from:at], " \t,;")) == 0 {
			return at
		}
		if bibtexInline.Match(head) && !behindPercent(text, at) {
			return at
		}
	}
	return at
}

// behindPercent tells whether a % or a word right ahead of an offset makes of it
// a comment or an address.
func behindPercent(text []byte, at int) bool {
	near := text[max(0, at-256):at]
	line := near[bytes.LastIndexAny(near, "\r\n")+1:]
	return bytes.IndexByte(line, '%') >= 0 || len(line) > 0 && bytes.IndexByte([]byte(" \t:;,.)]}"), line[len(line)-1]) < 0
}

// beginsLine looks past the white space before an offset, of a line not too far.
func beginsLine(text []byte, at int) bool {
	for near := max(0, at-256); at > near && (text[at-1] == ' ' || text[at-1] == '\t'); {
		at--
	}
	return at == 0 || text[at-1] == '\n' || text[at-1] == '\r'
}

// Parse gives the records of a BibTeX file and what is wrong with those
// that cannot be read. Such a one ends where the next begins.
func Parse(text []byte) (records []Item, broken span.Faults) {
	p := bibtexParser{text: text, strings: map[string]string{}, left: 4*len(text) + 1<<16}
	for p.at = nextRecord(text, 0); p.at < len(text); p.at = nextRecord(text, p.at) {
		start := p.at
		r, err := p.record()
		switch {
		case err != nil:
			broken.Add(span.Fault{At: start, What: err.Error()})
			p.at = max(p.at, start+1)
		case r.Key != "":
			records = append(records, r)
			if r.undefined != "" {
				broken.Add(span.Fault{At: start, What: "title of entry " + words.OneLine(r.Key) + " is the string " + r.undefined + ", which the file does not define"})
			}
		}
	}
	return records, broken
}

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
	p.at++
	r.kind = strings.ToLower(p.word())
	closing := byte('}')
	if p.next() == '(' {
		closing = ')'
	}
	p.at++
	switch r.kind {
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

// fieldsInto reads name = value pairs up to the end of the entry. Where a name
// stands twice, the first counts.
func (p *bibtexParser) fieldsInto(fields map[string]string, closing byte) error {
	for {
		switch c := p.next(); {
		case c == ',':
			p.at++
			continue
		case c == closing:
			p.at++
			return nil
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

// key reads the key of an entry and the comma behind it. A key may hold spaces,
// brackets, commas and signs, as programs write them; an entry may also have
// none and begin with its fields.
func (p *bibtexParser) key(closing byte) string {
	p.next()
	rest := p.text[p.at:min(len(p.text), p.at+maxKey)]
	if m := bibtexField.FindSubmatch(rest); m != nil && (m[2][0] == '{' || m[2][0] == '"' || fieldNames[strings.ToLower(string(m[1]))]) {
		return ""
	}
	for at := 0; at < len(rest); at++ {
		switch c := rest[at]; {
		case c == '\n' || c == '"' || c == closing && (c == '}' || bytes.IndexByte(rest[:at], '(') < 0):
			if bytes.IndexByte(rest[:at], ',') < 0 {
				p.at += at
				return strings.TrimSpace(string(rest[:at]))
			}
			at = len(rest)
		case c == '{':
			at = len(rest)
		case c == ',' && (bibtexField.Match(rest[at+1:]) || endsFields.Match(rest[at+1:]) || len(bytes.TrimLeft(rest[at+1:], " \t\r\n")) == 0):
			p.at += at + 1
			return strings.TrimSpace(string(rest[:at]))
		}
	}
	word := p.until(" \t\r\n{},\"")
	if p.next() == ',' {
		p.at++
	}
	return word
}

// RecordHead gives the key of a record, and where its fields begin.
func RecordHead(record string) (key string, fields int) {
	p := bibtexParser{text: []byte(record), at: 1}
	p.word()
	closing := byte('}')
	if p.next() == '(' {
		closing = ')'
	}
	p.at = min(p.at+1, len(record))
	key = p.key(closing)
	return key, p.at
}

// maxKey is how long a key may be, with the field behind it.
const maxKey = 512

var (
	bibtexField = regexp.MustCompile(`^[\s,]*(?:%[^\n]*\s*)*(\pL[\w:+-]*)\s*=\s*(\S)`)
	endsFields  = regexp.MustCompile(`^[\s,]*(?:[})%]|$)`)

	// fieldNames are those that begin an entry without key.
	fieldNames = map[string]bool{"title": true, "author": true, "year": true, "date": true, "doi": true, "journal": true, "booktitle": true, "url": true}
)

func (p *bibtexParser) until(stops string) string {
	p.next()
	start := p.at
	for p.at < len(p.text) && strings.IndexByte(stops, p.text[p.at]) < 0 {
		p.at++
	}
	return string(p.text[start:p.at])
}

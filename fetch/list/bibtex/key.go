package bibtex

import (
	"bytes"
	"regexp"
	"strings"
)

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
	p := bibtexParser{text: []byte(record)}
	_, closing := p.head()
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

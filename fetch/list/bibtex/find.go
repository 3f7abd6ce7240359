package bibtex

import (
	"bytes"
	"regexp"
)

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

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

// Read reads a BibTeX file. A volume of proceedings that others take their fields from is
// no paper of the list.
func Read(text []byte) (out record.Records) {
	records, broken := Parse(text)
	out.Faults = broken
	inherit(records, len(text))
	used := map[string]bool{}
	for _, r := range records {
		used[strings.ToLower(r.fields["crossref"])] = true
	}
	for i := range records {
		r := &records[i]
		if notPaperKinds[r.kind] || containers[r.kind] && used[strings.ToLower(r.Key)] {
			continue
		}
		out.Add(r.work())
	}
	return out
}

var (
	notPaperKinds = map[string]bool{"xdata": true, "set": true, "bibnote": true, "control": true}
	containers    = map[string]bool{"proceedings": true, "mvproceedings": true, "collection": true, "mvcollection": true, "reference": true,
		"mvreference": true, "periodical": true}
)

// Parse gives the records of a BibTeX file and what is wrong with those that cannot
// be read. Such a one ends where the next begins; it is given too where an id of
// its paper is found in it.
func Parse(text []byte) (records []Item, broken span.Faults) {
	p := bibtexParser{text: text, strings: map[string]string{}, left: 4*len(text) + 1<<16}
	for p.at = nextRecord(text, 0); p.at < len(text); p.at = nextRecord(text, p.at) {
		start := p.at
		r, err := p.record()
		switch {
		case err != nil:
			broken.Add(span.Fault{At: start, What: err.Error()})
			p.at = nextRecord(text, max(p.at, start+1))
			if r.Key != "" && r.salvage(text[:p.at]) {
				records = append(records, r)
			}
		case r.Key != "":
			records = append(records, r)
			if r.undefined != "" {
				broken.Add(span.Fault{At: start, What: "title of entry " + words.OneLine(r.Key) + " is the string " + r.undefined + ", which the file does not define"})
			}
		}
	}
	return records, broken
}

// brokenField is a field that is whole in a record that is not.
var brokenField = regexp.MustCompile(`(?i)\b(title|year|doi|eprint|archiveprefix|url|pmid|arxivid|arxiv|howpublished)\s*=\s*(?:\{+([^{}\n]*)\}+|"([^"{}\n]*)"|(\d{4}))[ \t]*(?:,|\}|\r?\n|$)`)

// swallowed is where the next field begins in a value that lacks its end.
var swallowed = regexp.MustCompile(`["},]\s*,?\s*\pL[\w-]*\s*=\s*["{]`)

// salvage reads what is whole of a record that is broken and ends with a text. It
// tells whether that names a paper by an id.
func (r *Item) salvage(text []byte) bool {
	r.end = r.start + len(bytes.TrimRight(text[r.start:], " \t\r\n"))
	for _, m := range brokenField.FindAllSubmatch(text[r.start:r.end], 16) {
		if name := strings.ToLower(string(m[1])); r.fields[name] == "" {
			r.fields[name] = string(m[2]) + string(m[3]) + string(m[4])
		}
	}
	if at := swallowed.FindStringIndex(r.fields["title"]); at != nil {
		r.fields["title"] = r.fields["title"][:at[0]]
	}
	return r.work().HasLookup()
}

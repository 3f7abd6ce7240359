package record

import (
	"regexp"
	"strings"

	"citemap/graph/latex"
)

var (
	bibtexEntry = regexp.MustCompile(`^\s*@\w+\s*\{`)
	bibtexField = regexp.MustCompile(`(?i)\b(title|doi|eprint|url|year)\s*=\s*(?:(\{)|"([^"]*)"|(\d{4}))`)
)

// AddBibTeX takes in the fields of a paper that are written as an entry of BibTeX,
// which services and lists give beside their own. Those count that say what the
// record itself does not.
func (w *Record) AddBibTeX(entry string) {
	if !bibtexEntry.MatchString(entry) {
		return
	}
	for _, at := range bibtexField.FindAllStringSubmatchIndex(entry, 32) {
		m := bibtexField.FindStringSubmatch(entry[at[0]:])
		value := m[3] + m[4]
		if m[2] != "" {
			value, _ = latex.Group(entry[at[4]:])
		}
		switch strings.ToLower(m[1]) {
		case "title":
			titleOf(2)(w, value)
		case "doi":
			w.after((*Record).DOI, value)
		case "eprint":
			w.after((*Record).ArXiv, value)
		case "year":
			w.AddDate(value)
		default:
			w.AddText(value)
		}
	}
}

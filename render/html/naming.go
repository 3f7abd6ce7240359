package html

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// setNames tells papers of one name apart: those of the map have letters there,
// the others a word of their title: "Li et al. 2024 (polylingual)".
func (c *collection) setNames() {
	for words := 1; words <= 3; words++ {
		same := map[string]int{}
		for i := range c.papers {
			same[c.papers[i].Label]++
		}
		for i, n := range c.nodes {
			p := &c.papers[i]
			if same[p.Label] < 2 || p.Node >= 0 || p.Title == p.Label {
				continue
			}
			if telling := tellingWords(p.Title, words); telling != "" {
				p.Label = newPaper(c.findings, n).Label + " (" + telling + ")"
			}
		}
	}
}

// tellingWords gives the first words of a title that say something, in lower case
// but for those that have capitals of their own.
func tellingWords(title string, n int) string {
	var out []string
	for _, w := range strings.FieldsFunc(title, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' }) {
		if utf8.RuneCountInString(w) < 4 || silent[strings.ToLower(w)] {
			continue
		}
		if strings.ToUpper(w) != w {
			w = strings.ToLower(w)
		}
		if out = append(out, w); len(out) == n {
			break
		}
	}
	return strings.Join(out, " ")
}

// silent are words of four letters and more that tell no titles apart.
var silent = map[string]bool{
	"about": true, "among": true, "analysis": true, "approach": true, "based": true, "between": true, "beyond": true, "from": true, "into": true, "learning": true, "method": true,
	"methods": true, "model": true, "models": true, "over": true, "some": true, "study": true, "than": true, "that": true, "their": true, "this": true, "through": true,
	"toward": true, "towards": true, "under": true, "using": true, "with": true, "without": true,
}

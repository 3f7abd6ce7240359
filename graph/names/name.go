// Package names knows when two printed names can be one person's, and which part of
// one is the family's.
package names

import (
	"slices"
	"strings"
	"unicode"

	"citemap/graph/titles"
)

// Same reports whether two printed names can be one person's: the family
// names are equal, and first names and initials do not contradict, whichever
// part stands first. "J. Smith" can be John Smith; Wei Wang and Xin Wang are two,
// and names in different scripts cannot be compared.
func Same(a, b string) bool {
	one, other := parseName(a), parseName(b)
	if one.family == "" || other.family == "" {
		return false
	}
	if one.whole == other.whole || one.agrees(other) {
		return true
	}
	for _, turned := range other.turned() {
		if one.agrees(turned) {
			return true
		}
	}
	for _, turned := range one.turned() {
		if turned.agrees(other) {
			return true
		}
	}
	return false
}

// A name is a person's, in parts, folded.
type name struct {
	whole  string   // its letters
	family string   // its letters, without particles
	german string   // family, where ä is ae, if it has such a letter
	given  []string // first names and initials, in order; "" never
	words  []string // as printed, for turning it around
}

func parseName(printed string) name {
	printed = titles.Plain(printed) // LaTeX is left in names, too
	family := Family(printed)
	n := name{whole: letters(titles.Fold(printed)), words: strings.Fields(strings.ReplaceAll(printed, ",", " "))}
	n.setFamily(family)
	n.given = givenNames(withoutFamily(printed, family))
	return n
}

func (n *name) setFamily(family string) {
	words := strings.Fields(family)
	for len(words) > 1 && particles[strings.ToLower(words[0])] {
		words = words[1:]
	}
	family = strings.Join(words, " ")
	n.family, n.german = letters(titles.Fold(family)), ""
	if spelled := umlauts.Replace(strings.ToLower(family)); spelled != strings.ToLower(family) {
		n.german = letters(titles.Fold(spelled))
	}
}

// umlauts are written with two letters where they cannot be typed.
var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ø", "oe", "å", "aa")

// withoutFamily gives what a printed name has besides the family name.
func withoutFamily(printed, family string) []string {
	if _, given, found := strings.Cut(printed, ","); found {
		return withoutSuffix(strings.Fields(strings.ReplaceAll(given, ",", " ")))
	}
	words := withoutSuffix(strings.Fields(printed))
	of := strings.Fields(family)
	if at := len(words) - len(of); at > 0 && slices.Equal(words[at:], of) {
		return words[:at]
	}
	if len(of) <= len(words) && slices.Equal(words[:len(of)], of) {
		return words[len(of):]
	}
	return nil
}

// givenNames takes first names and initials apart: Jean-Pierre, J.-P., JP.
func givenNames(words []string) []string {
	var out []string
	for _, w := range words {
		if particles[strings.ToLower(w)] {
			continue
		}
		for _, part := range strings.FieldsFunc(w, func(r rune) bool { return r == '.' || r == '-' || r == '‐' || r == '‑' }) {
			short := []rune(part)
			if len(short) <= 3 && len(short) > 1 && part == strings.ToUpper(part) && !strings.ContainsFunc(part, notCased) {
				for _, r := range short {
					out = append(out, titles.Fold(string(r)))
				}
			} else if part = letters(titles.Fold(part)); part != "" {
				out = append(out, part)
			}
		}
	}
	return out
}

func notCased(r rune) bool { return !unicode.IsUpper(r) }

// turned gives the names that it can be where the parts stand the other way
// round: the first word, or the first name, is the family's.
func (n name) turned() []name {
	if len(n.words) < 2 {
		return nil
	}
	t := name{whole: n.whole, words: n.words}
	t.setFamily(n.words[0])
	t.given = givenNames(n.words[1:])
	last := len(n.words) - 1
	u := name{whole: n.whole, words: n.words}
	u.setFamily(n.words[last])
	u.given = givenNames(n.words[:last])
	return []name{t, u}
}

// agrees reports whether names whose parts stand in place can be one person's.
func (n name) agrees(o name) bool {
	same := n.family == o.family || n.german != "" && n.german == o.family || o.german != "" && n.family == o.german
	if !same || len([]rune(n.family)) < 2 && !slices.Equal(n.given, o.given) {
		return false
	}
	return strings.Join(n.given, "") == strings.Join(o.given, "") || compatible(n.given, o.given)
}

// compatible reports whether first names do not contradict, place by place: an
// initial stands for every name that begins with it.
func compatible(a, b []string) bool {
	for i := range min(len(a), len(b)) {
		x, y := []rune(a[i]), []rune(b[i])
		if x[0] != y[0] || len(x) > 1 && len(y) > 1 && a[i] != b[i] {
			return false
		}
	}
	return true
}

// letters drops all that is no letter.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if titles.Spells(r) {
			return r
		}
		return -1
	}, text)
}

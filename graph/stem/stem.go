// Package stem cuts English words down to what their inflections share.
package stem

import "strings"

// Word gives the stem of a word in lower case by the algorithm known as Porter2
// or Snowball's English: "translation", "translations" and "translated" become
// "translat". It extends Porter's (1980, doi:10.1108/eb046814). A word with
// letters beyond a to z, or of two letters or fewer, is its own stem.
func Word(word string) string {
	if stem, known := exceptions[word]; known {
		return stem
	}
	if len(word) <= 2 || strings.ContainsFunc(word, func(r rune) bool { return (r < 'a' || r > 'z') && r != '\'' }) {
		return word
	}
	w := newCutting(strings.TrimPrefix(word, "'"))
	w.possessive()
	w.plural()
	if last[string(w.letters)] {
		return string(w.letters)
	}
	w.past()
	w.finalY()
	w.replace(second, w.r1)
	w.adverb()
	w.replace(third, w.r1)
	w.remove("ative", w.r2)
	w.fourth()
	w.finalE()
	return strings.ReplaceAll(string(w.letters), "Y", "y")
}

// possessive takes off 's and its like.
func (w *cutting) possessive() {
	for _, end := range []string{"'s'", "'s", "'"} {
		if w.ends(end) {
			w.cut(len(end))
			return
		}
	}
}

// plural takes off the s of a plural or a verb.
func (w *cutting) plural() {
	switch {
	case w.ends("sses"):
		w.cut(2)
	case w.ends("ied") || w.ends("ies"):
		w.cut(2)
		if len(w.letters) == 2 {
			w.add("e")
		}
	case w.ends("us") || w.ends("ss"):
	case w.ends("s") && w.anyVowel(len(w.letters)-2):
		w.cut(1)
	}
}

// past takes off the ends of participles, and mends what is left.
func (w *cutting) past() {
	end, found := w.longest("eedly", "ingly", "edly", "eed", "ing", "ed")
	switch {
	case !found:
		return
	case strings.HasPrefix(end, "eed"):
		if w.from(end) >= w.r1 {
			w.cut(len(end) - 2)
		}
		return
	case !w.anyVowel(w.from(end)):
		return
	}
	w.cut(len(end))
	switch {
	case w.ends("at") || w.ends("bl") || w.ends("iz"):
		w.add("e")
	case w.endsDouble():
		w.cut(1)
	case w.r1 >= len(w.letters) && w.endsShort(len(w.letters)):
		w.add("e")
	}
}

// finalY makes an i of the y behind a consonant that is not the first letter.
func (w *cutting) finalY() {
	n := len(w.letters)
	if n > 2 && (w.ends("y") || w.ends("Y")) && !vowel(w.letters[n-2]) {
		w.letters[n-1] = 'i'
	}
}

// adverb takes off li where it ended an adverb.
func (w *cutting) adverb() {
	if w.changed {
		return
	}
	n := len(w.letters)
	if w.ends("li") && n-2 >= w.r1 && n > 2 && strings.IndexByte("cdeghkmnrt", w.letters[n-3]) >= 0 {
		w.cut(2)
	}
	if w.ends("logi") && n-3 >= w.r1 {
		w.cut(1)
	}
}

// fourth takes off the ends that make nouns and adjectives.
func (w *cutting) fourth() {
	end, found := w.longest(fourth...)
	if !found || w.from(end) < w.r2 {
		return
	}
	if end == "ion" && !w.before(end, "s") && !w.before(end, "t") {
		return
	}
	w.cut(len(end))
}

// finalE takes off an e, or the second of two l.
func (w *cutting) finalE() {
	n := len(w.letters) - 1
	switch {
	case w.ends("e") && (n >= w.r2 || n >= w.r1 && !w.endsShort(n)):
		w.cut(1)
	case w.ends("ll") && n >= w.r2:
		w.cut(1)
	}
}

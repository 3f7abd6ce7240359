package stem

import "strings"

// A cutting is a word that is cut down, with the two regions in which its ends
// may be: r1 begins behind the first consonant that follows a vowel, r2 behind
// the next such in r1. A y that is a consonant is written Y.
type cutting struct {
	letters []byte
	r1, r2  int
	changed bool // by the last replacement
}

func newCutting(word string) *cutting {
	w := &cutting{letters: []byte(word)}
	for i, c := range w.letters {
		if c == 'y' && (i == 0 || vowel(w.letters[i-1])) {
			w.letters[i] = 'Y'
		}
	}
	w.r1 = w.region(0)
	for _, begin := range []string{"gener", "commun", "arsen"} {
		if strings.HasPrefix(word, begin) {
			w.r1 = len(begin)
		}
	}
	w.r2 = w.region(w.r1)
	return w
}

func vowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }

// region is where the region begins that stands behind the first consonant
// that follows a vowel, from a place on.
func (w *cutting) region(from int) int {
	for i := from + 1; i < len(w.letters); i++ {
		if !vowel(w.letters[i]) && vowel(w.letters[i-1]) {
			return i + 1
		}
	}
	return len(w.letters)
}

func (w *cutting) ends(with string) bool { return strings.HasSuffix(string(w.letters), with) }

// from is where the end of a word begins.
func (w *cutting) from(end string) int { return len(w.letters) - len(end) }

// before reports whether something stands before an end.
func (w *cutting) before(end, what string) bool {
	return strings.HasSuffix(string(w.letters[:w.from(end)]), what)
}

// longest gives the longest of some ends that the word has.
func (w *cutting) longest(ends ...string) (end string, found bool) {
	for _, e := range ends {
		if len(e) > len(end) && w.ends(e) {
			end, found = e, true
		}
	}
	return end, found
}

func (w *cutting) cut(n int)      { w.letters = w.letters[:len(w.letters)-n] }
func (w *cutting) add(end string) { w.letters = append(w.letters, end...) }

// anyVowel reports whether there is a vowel before a place.
func (w *cutting) anyVowel(before int) bool {
	for i := range max(before, 0) {
		if vowel(w.letters[i]) {
			return true
		}
	}
	return false
}

func (w *cutting) endsDouble() bool {
	n := len(w.letters)
	return n > 1 && w.letters[n-1] == w.letters[n-2] && strings.IndexByte("bdfgmnprt", w.letters[n-1]) >= 0
}

// endsShort reports whether a short syllable ends before a place: a vowel
// between consonants, the last of them none of w, x and Y, or the two letters
// of a word that begins with a vowel.
func (w *cutting) endsShort(n int) bool {
	if n == 2 {
		return vowel(w.letters[0]) && !vowel(w.letters[1])
	}
	return n > 2 && !vowel(w.letters[n-3]) && vowel(w.letters[n-2]) && !vowel(w.letters[n-1]) &&
		strings.IndexByte("wxY", w.letters[n-1]) < 0
}

// replace puts another end in place of the longest one of a table that the
// word has, if it stands in a region.
func (w *cutting) replace(table map[string]string, region int) {
	longest := ""
	for end := range table { // the longest there is, in whichever order
		if len(end) > len(longest) && w.ends(end) {
			longest = end
		}
	}
	w.changed = longest != ""
	if w.changed && w.from(longest) >= region {
		w.cut(len(longest))
		w.add(table[longest])
	}
}

// remove takes off an end that stands in a region.
func (w *cutting) remove(end string, region int) {
	if w.ends(end) && w.from(end) >= region {
		w.cut(len(end))
	}
}

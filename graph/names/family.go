package names

import (
	"strings"
	"unicode/utf8"
)

// particles belong to the family name that follows them.
var particles = map[string]bool{
	"van": true, "von": true, "de": true, "der": true, "den": true, "del": true, "della": true, "di": true,
	"da": true, "dos": true, "du": true, "la": true, "le": true, "ten": true, "ter": true, "al": true, "el": true, "bin": true, "ibn": true,
}

// groups are the last words of names that no person bears.
var groups = map[string]bool{"team": true, "group": true, "collaboration": true, "consortium": true, "authors": true, "foundation": true, "contributors": true}

var suffixes = map[string]bool{"jr": true, "jr.": true, "sr": true, "sr.": true, "ii": true, "iii": true, "iv": true}

// Family takes the family name out of a name as sources write it: "Given
// Family", "Family, Given", "Family, I." or "Family I". The name of a group ("Gemini
// Team") and one of a single word stay whole.
func Family(name string) string {
	if family, _, found := strings.Cut(name, ","); found && strings.TrimSpace(family) != "" {
		return strings.Join(withoutSuffix(strings.Fields(family)), " ")
	}
	words := withoutSuffix(strings.Fields(name))
	if len(words) < 2 || groups[strings.ToLower(words[len(words)-1])] {
		return strings.Join(words, " ")
	}
	if initials(words[len(words)-1]) && !initials(words[0]) {
		return words[0]
	}
	first := len(words) - 1
	for first > 1 && particles[strings.ToLower(words[first-1])] {
		first--
	}
	return strings.Join(words[first:], " ")
}

func withoutSuffix(words []string) []string {
	for len(words) > 1 && suffixes[strings.ToLower(words[len(words)-1])] {
		words = words[:len(words)-1]
	}
	return words
}

// initials reports whether a word is one or two initials: "A", "A.", "A.B.".
func initials(word string) bool {
	bare := strings.ReplaceAll(strings.ReplaceAll(word, ".", ""), "-", "")
	return utf8.RuneCountInString(bare) == 1 || strings.Contains(word, ".") && utf8.RuneCountInString(bare) <= 3
}

// Package titlekey gives titles a key that SQL can compute as well: two titles
// that titles.Key calls the same have, but for rare cases, one key here, and so
// have some others. Who looks a title up judges what it finds with titles.Key.
package titlekey

import (
	"crypto/md5"
	_ "embed"
	"encoding/hex"
	"regexp"
	"strings"
	"sync"
)

// letters has a line of letters, and below it what stands for each of them:
// large ones and those with accents are small plain ones.
//
//go:embed letters.txt
var letters string

// Letters are the letters that are written otherwise, and in their order what is
// written for them, as SQL's translate takes them.
func Letters() (written, plain string) {
	written, plain, _ = strings.Cut(letters, "\n")
	return written, strings.TrimSuffix(plain, "\n")
}

const (
	// Dropped are the letters by which British and American, singular and plural
	// differ, and the spaces between words.
	Dropped = "aeiouyszch "
	// Marks are the space and the marks of ASCII but for the backslash, which
	// dialects of SQL read in two ways.
	Marks = " !\"#$%&'()*+,-./:;<=>?@[]^_`{|}~"
	// Enough letters and digits make a key. A title of fewer has few words, or
	// other letters than Latin ones, and all that it has counts.
	Enough = 6
)

// Of is the key of a title: the MD5, in hex digits, of what Fold leaves of it.
func Of(title string) string {
	sum := md5.Sum([]byte(Fold(title)))
	return hex.EncodeToString(sum[:])
}

var (
	tag    = regexp.MustCompile(`<[^<>]*>`)
	entity = regexp.MustCompile(`&[A-Za-z0-9#]+;`)
	other  = regexp.MustCompile(`[^a-z0-9]`)
)

// Fold leaves of a title its consonants and digits, without tags, accents,
// articles and doubled letters. The SQL that makes a field says the same, step by
// step.
func Fold(title string) string {
	plain := tag.ReplaceAllString(title, "")
	plain = entity.ReplaceAllString(strings.ReplaceAll(plain, "&amp;", "&"), "")
	plain = strings.Map(plainLetter, plain)
	words := " " + other.ReplaceAllString(strings.ReplaceAll(plain, "&", " and "), " ") + " "
	words = strings.ReplaceAll(strings.ReplaceAll(words, " the ", " "), " an ", " ")
	folded := without(strings.ReplaceAll(words, "ph", "f"), Dropped)
	folded = strings.ReplaceAll(strings.ReplaceAll(folded, "ll", "l"), "mm", "m")
	if len(folded) >= Enough {
		return folded
	}
	return without(plain, Marks)
}

func without(text, dropped string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(dropped, r) {
			return -1
		}
		return r
	}, text)
}

var plainLetters = sync.OnceValue(func() map[rune]rune {
	written, plain := Letters()
	to := []rune(plain)
	m := make(map[rune]rune, len(to))
	for i, r := range []rune(written) {
		m[r] = to[i]
	}
	return m
})

func plainLetter(r rune) rune {
	if to, found := plainLetters()[r]; found {
		return to
	}
	return r
}

package export

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"citemap/graph/names"
)

// keys gives each paper the key under which a text cites it: family name of the
// first author, year, and a letter where an older paper of the export has
// that key already ("touvron2023", "touvron2023a"). Keys are ASCII.
func (e *Export) keys() []string {
	all := make([]string, len(e.papers))
	for i := range all {
		all[i] = e.key(i)
	}
	distinguish(all, letters)
	return all
}

func (e *Export) key(place int) string {
	who := ""
	if printed := e.names(place); len(printed) > 0 {
		who = ascii(names.Family(printed[0]))
	}
	if who == "" {
		who = firstWord(e.paper(place).Title)
	}
	if year := e.paper(place).Date.Year; year > 0 {
		return who + strconv.Itoa(year)
	}
	return who
}

// firstWord gives the first word of a title that can stand in a key.
func firstWord(title string) string {
	for _, word := range strings.Fields(title) {
		if word = ascii(word); len(word) > 3 {
			return word
		}
	}
	return "paper"
}

// ascii keeps small letters, without their accents, and digits.
func ascii(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(unaccented.Replace(strings.ToLower(s))) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// unaccented spells letters that are no plain letter with an accent.
var unaccented = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i")

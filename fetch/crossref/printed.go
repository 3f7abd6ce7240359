package crossref

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// openings are the authors, the first group, and what some styles set between
// them and the title. Styles that set off nothing (Vancouver, MLA without
// quotation marks) give no title: authors, title and journal look the same there.
var openings = []*regexp.Regexp{
	regexp.MustCompile(`^([^“"()]{2,}?)\(\s*(?:1[4-9]|20)\d\d[a-z]?(?:,[^()]{1,20})?\s*\)\s*[.:]\s+`), // APA: Vaswani, A. (2017). Title.
	regexp.MustCompile(`^([^“"()]{2,}?)\s(?:1[4-9]|20)\d\d[a-z]?\.\s+`),                               // ACM: Ashish Vaswani. 2017. Title.
	regexp.MustCompile(`^([^“":()]{2,}?(?:\p{Lu}|\bal)\.):\s+`),                                       // Springer: Vaswani, A., Shazeer, N.: Title.
}

// number stands before an entry in some styles.
var number = regexp.MustCompile(`^(?:\[\d+\]|\d+\.)\s*`)

// quoted are titles between quotation marks, with what stands after them.
var quoted = regexp.MustCompile("(?:“([^“”]+)”|\"([^\"]+)\"|``([^`']+)'')(.{0,4})")

// printedTitle takes the title out of an entry as it is printed, where its place
// is certain: the sentence after the mark that the style of the entry sets
// behind the authors, else the only text in quotation marks. "" elsewhere. Whether it
// can be the title of a work is for the caller to judge.
func printedTitle(entry string) string {
	entry = number.ReplaceAllString(entry, "")
	for _, opening := range openings {
		if m := opening.FindStringSubmatch(entry); m != nil && namesOnly(m[1]) {
			return asTitle(sentence(entry[len(m[0]):]))
		}
	}
	all := quoted.FindAllStringSubmatch(entry, -1)
	if len(all) != 1 {
		return ""
	}
	title, after := all[0][1]+all[0][2]+all[0][3], all[0][4]
	// A title that begins with a quotation goes on behind it.
	if strings.HasSuffix(title, ",") || strings.HasSuffix(title, ".") || strings.HasPrefix(after, ",") || strings.HasPrefix(after, ".") {
		return asTitle(title)
	}
	return ""
}

// namesOnly reports whether all words that are not names' own begin large.
func namesOnly(text string) bool {
	for _, w := range strings.Fields(text) {
		switch strings.Trim(strings.ToLower(w), ".,;") {
		case "and", "et", "al", "&", "van", "von", "de", "der", "den", "la", "le", "di", "da", "du", "dos", "of", "the", "for", "on", "eds", "ed", "…", "":
			continue
		}
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) || unicode.IsDigit(r) {
			return false
		}
	}
	return true
}

var (
	// stop ends a title that is a sentence: what follows begins like one.
	stop = regexp.MustCompile(`[.?!]["”]?\s+(?:[\p{Lu}\d\[(<“"]|https?:)`)
	// short words end in a full stop within a title.
	short = regexp.MustCompile(`(?i)(?:^|[\s(])(?:vs|st|dr|mr|mrs|no|vol|e\.g|i\.e|cf|etc|\pL)$`)
)

// sentence gives a text up to its first full stop that something follows; ""
// where nothing does, since a title is never the last of an entry, and where
// a question comes first, behind which the title may go on.
func sentence(text string) string {
	for _, place := range stop.FindAllStringIndex(text, -1) {
		head := text[:place[0]]
		if text[place[0]] != '.' {
			return ""
		}
		if !short.MatchString(head) {
			return text[:place[0]+1] + closing(text[place[0]+1:])
		}
	}
	return ""
}

// closing is the quotation mark that a text begins with.
func closing(text string) string {
	for _, mark := range []string{`"`, "”"} {
		if strings.HasPrefix(text, mark) {
			return mark
		}
	}
	return ""
}

// wholly is a text between quotation marks and nothing else.
var wholly = regexp.MustCompile(`^[“"]([^“”"]+)["”]$`)

// asTitle trims the punctuation of an entry off a title.
func asTitle(text string) string {
	title := strings.TrimRight(text, ",.; ")
	if m := wholly.FindStringSubmatch(title); m != nil {
		title = strings.TrimRight(m[1], ",.; ")
	}
	return strings.TrimSpace(title)
}

package titles

import (
	"strings"
	"unicode"
)

// A word is a run of letters, of digits or a sign in a title, folded.
type word struct {
	text   string
	digits bool
	comma  bool // only a comma stands between it and the word before
	solo   bool // nothing but spaces stands between it and the word behind
}

// titleWords cuts a plain title into the words that count: its articles are
// left out, its spelling is American, the numeral of a part is a number.
func titleWords(title string) []word {
	words := numbered(rawWords(Fold(title)))
	out := words[:0]
	for i, w := range words {
		if article(words, i) {
			continue
		}
		if !w.digits {
			w.text = american.Replace(w.text)
		}
		out = append(out, w)
	}
	return out
}

// rawWords cuts a folded text into runs of letters, runs of digits and signs.
func rawWords(text string) []word {
	var words []word
	runes := []rune(text)
	for i := 0; i < len(runes); {
		begin := i
		switch r := runes[i]; {
		case unicode.IsDigit(r):
			i = endOf(runes, i, unicode.IsDigit)
		case Spells(r):
			i = endOf(runes, i, Spells)
		case counts(runes, i) || r == '&':
			i++
		default:
			i++
			continue
		}
		text := string(runes[begin:i])
		if text == "&" {
			text = "and"
		}
		end := endOf(runes, endOf(runes, i, unicode.IsSpace), opens)
		words = append(words, word{
			text: text, digits: unicode.IsDigit(runes[begin]),
			comma: begin > 1 && runes[begin-1] == ',' && unicode.IsDigit(runes[begin-2]),
			solo:  i < len(runes) && unicode.IsSpace(runes[i]) && end < len(runes) && (Spells(runes[end]) || unicode.IsDigit(runes[end])),
		})
	}
	return thousands(words)
}

func endOf(runes []rune, i int, of func(rune) bool) int {
	for i < len(runes) && of(runes[i]) {
		i++
	}
	return i
}

// opens reports whether a mark stands before a word that belongs to what is ahead.
func opens(r rune) bool { return strings.ContainsRune("\"“‘'`([{«", r) }

// Spells reports whether a character is part of a word: a letter, or a mark on one.
func Spells(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

// counts reports whether a sign is part of a title's sense: + and comparisons
// everywhere; * # and - behind a word of one letter (A*, C#, B-), where they
// are no note, heading or dash.
func counts(runes []rune, i int) bool {
	if strings.ContainsRune("+=≠<>≤≥±∓¬∞", runes[i]) {
		return true
	}
	if !strings.ContainsRune("*#-", runes[i]) || i == 0 {
		return false
	}
	if runes[i-1] == '+' || runes[i-1] == runes[i] && runes[i] == '*' {
		return true
	}
	single := Spells(runes[i-1]) && (i == 1 || !Spells(runes[i-2]) && !unicode.IsDigit(runes[i-2]) && runes[i-2] != '\'' && runes[i-2] != '’')
	if runes[i] == '-' && i+1 < len(runes) && (Spells(runes[i+1]) || unicode.IsDigit(runes[i+1])) {
		return false // a hyphen
	}
	return single
}

// thousands joins the digits of a number that is written in groups of three.
func thousands(words []word) []word {
	out := words[:0]
	for _, w := range words {
		if n := len(out); w.comma && n > 0 && w.digits && len(w.text) == 3 {
			out[n-1].text += w.text
			continue
		}
		out = append(out, w)
	}
	return out
}

// article reports whether a word is an article. The letter of "Part A" and
// "vitamin A" is none, nor is one that stands before a mark.
func article(words []word, i int) bool {
	switch words[i].text {
	case "the":
		return len(words) > 1
	case "an":
		return words[i].solo
	case "a":
		return words[i].solo && (i == 0 || !lettered[words[i-1].text])
	}
	return false
}

// lettered are words that a letter may follow.
var lettered = set("part type class vitamin hepatitis influenza group appendix volume series section protein model theorem plan case level grade category phase stage study version factor")

// parts are words that a numeral follows.
var parts = set("part volume vol chapter paper section book episode lecture no number part's")

var numerals = map[string]string{
	"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10", "xi": "11", "xii": "12",
	"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
}

// numbered writes the numeral of a part as a number: Part II, part two.
func numbered(words []word) []word {
	for i := 1; i < len(words); i++ {
		if n := numerals[words[i].text]; n != "" && parts[words[i-1].text] {
			words[i].text, words[i].digits = n, true
		}
	}
	return words
}

// keyOf joins words. Two numbers in a row stay apart: 3.5 is not 35.
func keyOf(words []word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 && w.digits && words[i-1].digits {
			b.WriteByte('.')
		}
		b.WriteString(w.text)
	}
	return b.String()
}

// apart reports whether what stands behind a colon tells a work of its own: a
// part, a number, a supplement, a reply.
func apart(subtitle []word) bool {
	if len(subtitle) == 0 {
		return true
	}
	if first := subtitle[0]; parts[first.text] || notices[first.text] || ordinals[first.text] {
		return true
	}
	for _, w := range subtitle {
		if !w.digits && numerals[w.text] == "" && len([]rune(w.text)) > 1 {
			return false
		}
	}
	return true
}

// announces reports whether a head says what kind of text follows, and not
// what it is about.
func announces(head []word) bool {
	key := keyOf(head)
	return generic[key] || apart(head) || recurs(head)
}

var (
	notices  = set("erratum errata corrigendum corrigenda correction corrections retraction retracted addendum reply response comment comments commentary discussion rejoinder supplement supplementary supplemental appendix editorial review withdrawn")
	ordinals = set("first second third fourth fifth sixth seventh eighth ninth tenth")
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// american Spells British words as Americans do.
var american = strings.NewReplacer(
	"colour", "color", "behaviour", "behavior", "neighbour", "neighbor", "favour", "favor", "labour", "labor", "vapour", "vapor",
	"tumour", "tumor", "honour", "honor", "harbour", "harbor", "rumour", "rumor", "humour", "humor", "flavour", "flavor", "endeavour", "endeavor",
	"modelling", "modeling", "modelled", "modeled", "labelling", "labeling", "labelled", "labeled", "signalling", "signaling", "travelling", "traveling",
	"levelling", "leveling", "channelling", "channeling", "tunnelling", "tunneling", "cancelling", "canceling",
	"isation", "ization", "ising", "izing", "alise", "alize", "arise", "arize", "erise", "erize", "imise", "imize", "nise", "nize", "orise", "orize", "lyse", "lyze", "lysing", "lyzing",
	"centre", "center", "fibre", "fiber", "theatre", "theater", "defence", "defense", "licence", "license", "catalogue", "catalog", "analogue", "analog",
	"dialogue", "dialog", "programme", "program", "artefact", "artifact", "aluminium", "aluminum", "grey", "gray", "sulph", "sulf",
	"anaem", "anem", "leukaem", "leukem", "haem", "hem", "paed", "ped", "oestr", "estr", "foet", "fet", "anaes", "anes", "archaeo", "archeo", "oedema", "edema", "rrhoea", "rrhea",
)

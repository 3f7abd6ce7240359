package address

import (
	"regexp"
	"strings"
)

// A DOI is one that stands in a text: as it is meant, in the case in which it
// is written, and where it stands, escapes and all.
type DOI struct {
	Value      string
	Start, End int // bytes of the text
}

// DOIs finds the DOIs in a text, in their order. What people and programs put
// around one and into it is undone: brackets, quotation marks and punctuation
// behind it, "doi:" or an address before it, query and fragment, the endings of
// a publisher's pages, escapes of LaTeX, Markdown, HTML and addresses,
// characters without width. Brackets that belong to it stay, and so do those of
// SICIs: 10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2.
// A Value holds neither spaces nor control characters, and is found in itself.
func DOIs(text string) []DOI {
	var found []DOI
	for at := 0; ; {
		start := next(text, at)
		if start < 0 {
			return found
		}
		d, ok := read(text, start)
		if !ok {
			at = start + len("10.")
			continue
		}
		found = append(found, d)
		at = d.End
	}
}

// TrimDOI gives the DOI of a text that is to hold one; ok is false where there is
// none, or are several.
func TrimDOI(text string) (value string, ok bool) {
	for _, d := range DOIs(text) {
		if ok && !strings.EqualFold(d.Value, value) {
			return "", false
		}
		if !ok {
			value, ok = d.Value, true
		}
	}
	return value, ok
}

// beginning is a prefix and the slash behind it, escaped or not.
var beginning = regexp.MustCompile(`10\.\d{4,9}(?:/|%(?:25)*2[Ff])`)

// next gives the place where the next DOI may begin, -1 where none does: behind
// anything but a letter, a digit or a full stop. "doi10.1000/x" is written too.
func next(text string, at int) int {
	for at < len(text) {
		m := beginning.FindStringIndex(text[at:])
		if m == nil {
			return -1
		}
		start := at + m[0]
		before := text[:start]
		if len(before) == 0 || !wordly(before[len(before)-1]) || len(before) >= 3 && strings.EqualFold(before[len(before)-3:], "doi") ||
			encoded.MatchString(before[max(0, len(before)-3):]) {
			return start
		}
		at = start + len("10.")
	}
	return -1
}

// encoded is a byte of an address before a DOI: "doi.org%2F10.1000", "doi%3A10.1000".
var encoded = regexp.MustCompile(`%(?:2[Ff]|3[AaDd])$`)

func wordly(b byte) bool {
	return b == '.' || '0' <= b && b <= '9' || 'a' <= b|0x20 && b|0x20 <= 'z'
}

// read reads the DOI that begins at a place. What is escaped twice is undone
// twice, so that whoever reads the value again finds it.
func read(text string, start int) (DOI, bool) {
	d := readOnce(text, start)
	for range mostEscapes {
		if len(d.Value) == 0 {
			break
		}
		again := readOnce(d.Value, 0)
		if again.Value == d.Value {
			return d, whole.MatchString(d.Value)
		}
		d.Value = again.Value
	}
	return DOI{}, false
}

// longest is more bytes than a DOI has, or an address before one.
const longest = 500

// mostEscapes is more than anybody escapes a text within another.
const mostEscapes = 8

func readOnce(text string, start int) DOI {
	in := surroundings(text, start)
	w := writtenAt(text, start, in)
	w.close()
	w.trim()
	if in == publisher {
		w.end(len(ending.ReplaceAllString(w.text(), "")))
	}
	w.trim()
	d := DOI{Value: w.text(), Start: start, End: w.ends(start)}
	if cutName.MatchString(d.Value) {
		if rest := cutRest.FindString(text[d.End:min(len(text), d.End+longest)]); rest != "" {
			d.Value, d.End = d.Value+"."+rest[strings.LastIndexByte(rest, ' ')+1:], d.End+len(rest)
		}
	}
	return d
}

// cutName is what is left of a DOI of IEEE that a blank has cut behind the name of
// the venue, and cutRest what follows: "10.1109/SECSE. 2009.5069155".
var (
	cutName = regexp.MustCompile(`^10\.1109/[A-Za-z]+$`)
	cutRest = regexp.MustCompile(`^\. \d{4}\.\d{5,8}\b`)
)

var whole = regexp.MustCompile(`^10\.\d{4,9}/[!-~]+$`)

// A place is where a DOI stands.
type place uint8

const (
	prose     place = iota
	doiOrg          // the path of an address of doi.org
	publisher       // the path of another address
	query           // behind the question mark of an address
)

// scheme begins an address; what an address is of stands before its path.
var scheme = regexp.MustCompile(`(?i)^(?:https?://|www\.)?([a-z0-9.-]+\.[a-z]{2,})(?::\d+)?(?:/|%2f)`)

// surroundings tells where a DOI stands by what is written before it, up to a
// space or a bracket.
func surroundings(text string, start int) place {
	before := text[max(0, start-longest):start]
	before = before[strings.LastIndexAny(before, " \t\r\n\"'<>(){}[]|,;")+1:]
	m := scheme.FindStringSubmatch(before)
	switch {
	case m == nil:
		return prose
	case strings.Contains(before, "?"):
		return query
	case strings.EqualFold(m[1], "doi.org") || strings.HasSuffix(strings.ToLower(m[1]), ".doi.org"):
		return doiOrg
	}
	return publisher
}

// ending is what the addresses of publishers add to a DOI: the form of the page.
var ending = regexp.MustCompile(`(?i)(?:/(?:full|fulltext|abstract|abs|pdf|epdf|html|meta|summary|tables|references|figures)(?:/.*)?|\.full(?:\.pdf|\.html|\.txt|-text)?(?:\+html)?|\.abstract|\.pdf(?:\+html)?|\.html?|/)$`)

package render

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean is the one step that all text of foreign origin passes before it is
// drawn or printed. What it returns is valid UTF-8 on one line, trimmed, white
// space folded to single spaces, and holds nothing that steers a terminal, turns
// the direction of the text around it, hides in it, or may not stand in
// XML. Cleaning twice changes nothing more.
func Clean(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = true
		case !unseen(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(r)
		}
	}
	return b.String()
}

// unseen reports whether a character is dropped: it is a control, or shows
// nothing and may mislead. The joiners U+200C and U+200D stay: Persian and
// emoji are spelt with them.
func unseen(r rune) bool {
	switch {
	case unicode.IsControl(r):
	case r == 0x00AD, r == 0x061C, r == 0x180E, r == 0x200B, r == 0x200E, r == 0x200F, r == 0xFEFF:
	case r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F:
	case r >= 0xFFF9 && r <= 0xFFFB, r >= 0xE0000 && r <= 0xE007F:
	case r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
	default:
		return false
	}
	return true
}

// Link gives an address in the one form in which it may be drawn as a link:
// absolute, http or https, with a host, without a password, and percent-encoded
// so that it holds no space, quote, backslash or angle bracket. Every other address gives "".
func Link(s string) string {
	if !utf8.ValidString(s) {
		return ""
	}
	u, err := url.Parse(Clean(s))
	if err != nil || u.Hostname() == "" || u.Opaque != "" || u.User != nil {
		return ""
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	if strings.ContainsAny(u.Host, "\"'<>\\`{}|^ ") {
		return ""
	}
	return unquoted.Replace(u.String())
}

// unquoted encodes what url.URL leaves as it is in queries and fragments.
var unquoted = strings.NewReplacer(
	`"`, "%22", "'", "%27", "<", "%3C", ">", "%3E", `\`, "%5C", "`", "%60", " ", "%20", "{", "%7B", "}", "%7D", "|", "%7C", "^", "%5E",
)

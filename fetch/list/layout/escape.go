package layout

import (
	"strings"
	"unicode"

	"citemap/fetch/citation/words"
)

// Printable makes one line of foreign text, without what steers a terminal,
// hides in the text or turns its direction around.
func Printable(s string) string {
	return words.OneLine(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == 0x200C || r == 0x200D: // Persian and emoji are spelt with the joiners
			return r
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "")))
}

var markdownEscapes = strings.NewReplacer(
	`\`, `\\`, "[", `\[`, "]", `\]`, "*", `\*`, "_", `\_`, "`", "\\`", "<", `\<`, ">", `\>`, "|", `\|`, "~", `\~`,
	"&", "&amp;", "://", `:\//`, "www.", `www\.`, "#", `\#`)

// InMarkdown writes text so that Markdown shows it as it is.
func InMarkdown(s string) string {
	return plainAmpersand(markdownEscapes.Replace(s))
}

// plainAmpersand takes the escape off an & that begins no entity.
func plainAmpersand(s string) string { return strings.ReplaceAll(s, "&amp; ", "& ") }

var bibtexEscapes = strings.NewReplacer(
	`\`, `\textbackslash{}`, "{", `\textbraceleft{}`, "}", `\textbraceright{}`, "%", `\%`, "&", `\&`, "$", `\$`, "#", `\#`,
	"_", `\_`, "^", `\textasciicircum{}`, "~", `\textasciitilde{}`, "---", "{-}{-}{-}", "--", "{-}{-}", "''", "{'}{'}", "`", `\textasciigrave{}`)

// InBibTeX writes text as the value of a field, between braces.
func InBibTeX(s string) string { return bibtexEscapes.Replace(s) }

var (
	LinkEscapes = strings.NewReplacer("(", "%28", ")", "%29", "[", "%5B", "]", "%5D", "<", "%3C", ">", "%3E", "{", "%7B",
		"}", "%7D", "|", "%7C", `\`, "%5C", "^", "%5E", "`", "%60", `"`, "%22", " ", "%20", "*", "%2A", "'", "%27")
)

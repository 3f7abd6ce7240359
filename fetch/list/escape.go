package list

import (
	"net/url"
	"strings"
	"unicode"

	"citemap/graph"
)

// printable makes one line of foreign text, without what steers a terminal,
// hides in the text or turns its direction around.
func printable(s string) string {
	return oneLine(strings.Map(func(r rune) rune {
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

// inMarkdown writes text so that Markdown shows it as it is.
func inMarkdown(s string) string {
	return plainAmpersand(markdownEscapes.Replace(s))
}

// plainAmpersand takes the escape off an & that begins no entity.
func plainAmpersand(s string) string { return strings.ReplaceAll(s, "&amp; ", "& ") }

var bibtexEscapes = strings.NewReplacer(
	`\`, `\textbackslash{}`, "{", `\textbraceleft{}`, "}", `\textbraceright{}`, "%", `\%`, "&", `\&`, "$", `\$`, "#", `\#`,
	"_", `\_`, "^", `\textasciicircum{}`, "~", `\textasciitilde{}`, "---", "{-}{-}{-}", "--", "{-}{-}", "''", "{'}{'}", "`", `\textasciigrave{}`)

// inBibTeX writes text as the value of a field, between braces.
func inBibTeX(s string) string { return bibtexEscapes.Replace(s) }

// address gives the link to a paper: arXiv's in the way the list mostly links
// there, else the page of another id, else the source's own; "" where there is
// none.
func (r *writer) address(n *newcomer) string {
	if id := n.ids.Of(graph.ArXiv); id != "" {
		return "https://arxiv.org/" + r.arxivPages() + "/" + id
	}
	bare := graph.Paper{ID: n.paper.ID, IDs: n.ids}
	if page, is := strings.CutPrefix(bare.Page(), "https://doi.org/"); is {
		return "https://doi.org/" + linkEscapes.Replace(doiEscapes.Replace(page))
	}
	for _, page := range []string{bare.Page(), n.paper.Page()} {
		if u, err := url.Parse(page); err == nil && u.Host != "" && u.User == nil {
			return canonical(linkEscapes.Replace(u.String()), kept{pdf: true})
		}
	}
	return ""
}

// arxivPages tells whether a list links to the papers or to their abstracts.
func (r *writer) arxivPages() string {
	text := string(r.text)
	if strings.Count(text, "arxiv.org/abs/") > strings.Count(text, "arxiv.org/pdf/") {
		return "abs"
	}
	return "pdf"
}

var (
	doiEscapes  = strings.NewReplacer("%", "%25", "#", "%23", "?", "%3F")
	linkEscapes = strings.NewReplacer("(", "%28", ")", "%29", "[", "%5B", "]", "%5D", "<", "%3C", ">", "%3E", "{", "%7B",
		"}", "%7D", "|", "%7C", `\`, "%5C", "^", "%5E", "`", "%60", `"`, "%22", " ", "%20", "*", "%2A", "'", "%27")
)

package export

import (
	"bufio"
	"cmp"
	"regexp"
	"strings"

	"citemap/graph"
	"citemap/render"
)

var headings = []string{Corpus: "Papers", Map: "Papers on the map", List: "Reading list", Gaps: "Papers that the list lacks"}

// ownComment tells who reads the list back that its titles are whole.
const ownComment = "<!-- citemap list: each heading of the third level is a paper's whole title -->\n\n"

// markdown writes a reading list in the form that citemap's own have: a
// heading a paper, its date and its address, and a rule between two papers. A
// paper without a title has its id there.
func markdown(b *bufio.Writer, x *Export) {
	b.WriteString(ownComment)
	b.WriteString("## " + headings[x.what] + "\n")
	for i := range x.papers {
		p := x.paper(i)
		if i > 0 {
			b.WriteString("\n---\n")
		}
		b.WriteString("\n### " + inMarkdown(cmp.Or(render.Clean(p.Title), render.Clean(string(p.ID)))) + "\n")
		if !p.Date.IsZero() {
			b.WriteString("\n**" + p.Date.String() + "**\n")
		}
		if page := readingPage(p); page != "" {
			b.WriteString("\n" + bareLink(page) + "\n")
		}
	}
}

// readingPage is where to read a paper: of one on arXiv the paper itself.
func readingPage(p *graph.Paper) string {
	if id := p.IDs.Of(graph.ArXiv); id != "" {
		return render.Link("https://arxiv.org/pdf/" + id)
	}
	return render.Link(p.Page())
}

// bareLink writes an address so that all of it is a link: between angle brackets
// where it has signs that Markdown may take for the end or for marks.
func bareLink(page string) string {
	if plainLink.MatchString(page) {
		return page
	}
	return "<" + page + ">"
}

var plainLink = regexp.MustCompile(`^https?://[A-Za-z0-9.:-]+(?:/[A-Za-z0-9./%-]*[A-Za-z0-9/])?$`)

// inMarkdown writes a clean text so that Markdown shows it as it is.
func inMarkdown(s string) string {
	return markdownEntity.ReplaceAllString(markdownEscapes.Replace(s), "&amp;$1")
}

var (
	markdownEscapes = strings.NewReplacer(
		`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "#", `\#`, "|", `\|`, "~", `\~`, "$", `\$`,
		"://", `\://`, "www.", `www\.`, "@", `\@`,
	)
	markdownEntity = regexp.MustCompile(`&(#?[0-9A-Za-z]+;)`)
)

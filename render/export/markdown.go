package export

import (
	"bufio"
	"regexp"
	"strings"

	"citemap/graph"
	"citemap/render"
)

var headings = []string{Corpus: "Papers", Map: "Papers on the map", List: "Reading list", Gaps: "Papers that the list lacks"}

// markdown writes a reading list in the form that citemap's own have: a
// heading a paper, its date and its address, and a rule between two papers.
func markdown(b *bufio.Writer, x *Export) {
	b.WriteString("## " + headings[x.what] + "\n")
	for i := range x.papers {
		p := x.paper(i)
		if i > 0 {
			b.WriteString("\n---\n")
		}
		b.WriteString("\n### " + inMarkdown(x.title(i)) + "\n")
		if !p.Date.IsZero() {
			b.WriteString("\n**" + p.Date.String() + "**\n")
		}
		if page := readingPage(p); page != "" {
			b.WriteString("\n" + page + "\n")
		}
	}
}

// readingPage is where to read a paper: of one on arXiv the paper itself.
func readingPage(p *graph.Paper) string {
	if id := p.IDs[graph.ArXiv]; id != "" {
		return render.Link("https://arxiv.org/pdf/" + id)
	}
	return render.Link(p.Page())
}

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

package record

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// Generator begins every record in Markdown, and tells it from the files of others.
const Generator = "<!-- written by citemap: record -->"

// Markdown writes the record as a document of its own.
func (r Record) Markdown(w io.Writer) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\n# Record of the search\n", Generator)
	for _, p := range r.Parts {
		fmt.Fprintf(&b, "\n## %s\n\n", p.Heading)
		for _, row := range p.Rows {
			row.markdown(&b)
		}
	}
	c := r.Checklist()
	fmt.Fprintf(&b, "\n## %s\n\n- Answered here, for this citation search alone and as far as is known: %s.\n- For the people who search to state: %s.\n- The checklist: <%s>\n", c.Name, c.Answered, c.Open, c.Address)
	_, err := w.Write(b.Bytes())
	return err
}

func (row Row) markdown(b *bytes.Buffer) {
	name := row.Name
	if len(row.Items) > 0 {
		name += " (PRISMA-S " + Numbers(row.Items) + ")"
	}
	fmt.Fprintf(b, "- **%s.**", name)
	if row.Code != "" {
		b.WriteString(" " + codeSpan(row.Code))
	}
	for _, s := range row.Says {
		b.WriteString(" " + escaped.Replace(s))
	}
	b.WriteString("\n")
}

// codeSpan writes text between backticks, more of them than stand in it together.
func codeSpan(text string) string {
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if len(fence) > 1 {
		return fence + " " + text + " " + fence
	}
	return fence + text + fence
}

// escaped keeps names of sources and files from being read as Markdown.
var escaped = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "<", `\<`, "[", `\[`, "]", `\]`, "&", `\&`)

package export

import (
	"bufio"
	"strconv"
	"strings"
)

// pajek writes a Pajek network: the papers under their titles, no two alike
// since readers take the label for the vertex, and an arc a citation.
func pajek(b *bufio.Writer, x *Export) {
	b.WriteString("*Network " + pajekText.Replace(x.description()) + "\n*Vertices " + strconv.Itoa(len(x.papers)) + "\n")
	for i, label := range x.titles() {
		b.WriteString(strconv.Itoa(i+1) + ` "` + label + "\"\n")
	}
	b.WriteString("*Arcs\n")
	for citing, cited := range x.citations() {
		b.WriteString(strconv.Itoa(citing+1) + " " + strconv.Itoa(cited+1) + " 1\n")
	}
}

// titles gives what a Pajek label can hold of the titles, or of the names of
// papers without one.
func (e *Export) titles() []string {
	all := make([]string, len(e.papers))
	for i := range all {
		title := written(e.column("title").value(i))
		if title == "" {
			title = e.label(i)
		}
		all[i] = pajekText.Replace(title)
	}
	distinguish(all, func(i int) string { return " (" + strconv.Itoa(i+2) + ")" })
	return all
}

// pajekText replaces what a quoted label cannot hold: the format knows no
// escapes, and some readers take a backslash for one.
var pajekText = strings.NewReplacer(`"`, "''", `\`, "/")

package export

import (
	"bufio"
	"strconv"
	"strings"

	"citemap/graph/rank"
)

// pajek writes a Pajek network: the papers under their titles, no two alike
// since readers take the label for the vertex, and an arc a citation or an edge
// any other link, with its weight.
func pajek(b *bufio.Writer, x *Export) {
	b.WriteString("*Network " + pajekText.Replace(x.description()) + "\n*Vertices " + strconv.Itoa(len(x.papers)) + "\n")
	for i, label := range x.titles() {
		b.WriteString(strconv.Itoa(i+1) + ` "` + label + "\"\n")
	}
	if x.joined.Arcs() {
		b.WriteString("*Arcs\n")
	} else {
		b.WriteString("*Edges\n")
	}
	for l := range x.links() {
		b.WriteString(strconv.Itoa(l.from+1) + " " + strconv.Itoa(l.to+1) + " " + strconv.FormatFloat(l.weight, 'f', -1, 64) + "\n")
	}
}

// pajekPartition writes Pajek's partition of the papers, in their order: the
// community of each, from 1.
func pajekPartition(b *bufio.Writer, x *Export) {
	b.WriteString("*Vertices " + strconv.Itoa(len(x.papers)) + "\n")
	for i := range x.papers {
		b.WriteString(strconv.Itoa(x.cluster(i)) + "\n")
	}
}

// pajekVector writes Pajek's vector of the papers, in their order: the score by
// which citemap ranks.
func pajekVector(b *bufio.Writer, x *Export) {
	b.WriteString("*Vertices " + strconv.Itoa(len(x.papers)) + "\n")
	for _, n := range x.papers {
		b.WriteString(strconv.FormatFloat(x.findings.ScoresBy(rank.Default)[n], 'f', -1, 64) + "\n")
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

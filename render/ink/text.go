package ink

import (
	"html"
	"slices"
	"strings"

	"citemap/render"
	"citemap/render/layout"
)

// write puts the texts of one list of operations on the page, each as wide at most as
// there is room for, which is what an SVG says, too.
func (p *page) write(operations opList) {
	n := newPen
	for _, o := range operations {
		n.set(o)
		text := render.Clean(o.Text)
		if o.Op != "T" || text == "" || n.hidden {
			continue
		}
		at := p.place(o.At)
		p.Texts = append(p.Texts, Text{
			Text: text, X: at.X, Y: at.Y, Align: aligns[o.Align], Most: layout.Length(text, n.size), Size: n.size, Color: n.stroke,
		})
	}
}

var aligns = map[string]Align{"l": Left, "c": Middle, "r": Right}

// whole gives the operations with the texts as they were meant: the json output doubles
// each backslash, and cuts the end off a text that has two side by side. The
// label still has it.
func whole(operations opList, label string) opList {
	lines := labelLines(label)
	operations = slices.Clone(operations)
	n := 0
	for i, o := range operations {
		if o.Op != "T" {
			continue
		}
		operations[i].Text = strings.ReplaceAll(o.Text, `\\`, `\`)
		if strings.Contains(o.Text, `\\\`) && n < len(lines) {
			operations[i].Text = lines[n]
		}
		n++
	}
	return operations
}

// labelLines reads a label in Graphviz's language: \n, \l and \r end a line.
func labelLines(label string) []string {
	const end = "\n"
	label = strings.NewReplacer(`\\`, `\`, `\n`, end, `\l`, end, `\r`, end).Replace(label)
	return strings.Split(html.UnescapeString(label), end)
}

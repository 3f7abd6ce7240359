package ink

import (
	"html"
	"slices"
	"strings"

	"citemap/render"
)

// write puts the texts of one list of operations on the page; those in a box are
// to stay in it.
func (p *page) write(operations opList, box float64) {
	n := newPen
	for _, o := range operations {
		n.set(o)
		text := render.Clean(o.Text)
		if o.Op != "T" || text == "" || n.hidden {
			continue
		}
		at := p.place(o.At)
		t := Text{Text: text, X: at.X, Y: at.Y, Align: aligns[o.Align], Width: o.Width, Size: n.size, Color: n.stroke}
		t.Most = p.most(t, box)
		p.Texts = append(p.Texts, t)
	}
}

var aligns = map[string]Align{"l": Left, "c": Middle, "r": Right}

// most says how wide a text may be: as wide as Graphviz took it to be, where it
// knows all the letters, else up to the edge of its box or, without one, of the page.
func (p *page) most(t Text, box float64) float64 {
	const margin = 12 // of a box, both sides together
	switch {
	case measured(t.Text) && t.Width > 0:
		return t.Width
	case box > margin:
		return max(t.Width, box-margin)
	case t.Align == Left && p.Width > t.X:
		return p.Width - t.X
	}
	return max(t.Width, 0)
}

// measured reports whether Graphviz has the widths of all letters of a text.
func measured(s string) bool {
	for _, r := range s {
		if r > 0xFF && r != '…' {
			return false
		}
	}
	return true
}

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

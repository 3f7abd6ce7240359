package render

import "citemap/graph/view"

// A shade is how the papers of a group are painted, by what they are: full of a solid
// colour, which is also that of a border on white, or pale with dark text.
type shade struct{ fill, solid string }

// Ink is the text on white and on a light fill.
const Ink = "#1e293b"

// plain is the shade of papers without a group, and of the groups that are
// too many to be told apart.
var plain = shade{"#eef2f6", "#475569"}

// apart are shades for groups that have no order. Their solid colours were searched so that any two of them,
// and of the plain one, lie 21 apart at least (CIE 1976) to
// all readers, also those without red, green or blue cones (Machado and others 2009,
// doi:10.1109/TVCG.2009.113), and that they can be a border on white (3:1) and bear text (4.5:1).
// The pale ones lie 12 apart, and differ in lightness by 2 for readers of a grey print.
var apart = [...]shade{
	{"#b8d7fe", "#1d9cc6"}, // blue
	{"#f9c16e", "#8a3702"}, // rust
	{"#aaf8d7", "#057449"}, // green
	{"#dbb6d2", "#642482"}, // purple
	{"#e8dfad", "#af830d"}, // mustard
	{"#fc9ca9", "#db6f85"}, // rose
	{"#e4f3ff", "#8881f2"}, // periwinkle
	{"#b4b075", "#93924f"}, // olive
}

// Every community of a view has a shade of its own.
const _ = uint(len(apart) - view.MostCommunities)

// ramp are shades for groups in an order: ever darker, from yellow over green
// to violet.
var ramp = []shade{
	{"#fff4c6", "#786e19"},
	{"#d5eeb2", "#486a21"},
	{"#9de6c7", "#016146"},
	{"#72d5e5", "#00515b"},
	{"#7fbbf3", "#004469"},
	{"#a99de1", "#2b2a76"},
}

// Neutral is the group that samples of boxes are of.
func Neutral() Group { return plain.group("") }

func (s shade) group(label string) Group {
	g := Group{Label: label, Fill: s.fill, Border: s.solid, Ink: Ink, Solid: s.solid, OnSolid: white, Edge: mixed(s.fill, s.solid)}
	if contrast(s.solid, white) < contrast(s.solid, night) {
		g.OnSolid = night
	}
	return g
}

// painted gives each label a colour of its own, of apart.
func painted(labels []string) []Group {
	var groups []Group
	for i, label := range labels {
		groups = append(groups, apart[i].group(label))
	}
	return groups
}

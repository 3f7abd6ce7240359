package render

import "citemap/graph/view"

// A shade is how the papers of a group are painted: a light fill with dark text and
// a dark border of the same hue, or, to stand out, the border's colour as fill with
// white text.
type shade struct{ fill, border string }

// ink is the text on a light fill.
const ink = "#1e293b"

// plain is the shade of papers without a group, and of the groups that are
// too many to be told apart.
var plain = shade{"#eef2f6", "#475569"}

// apart are shades for groups that have no order: the hues of Okabe and Ito's
// palette (2008, jfly.uni-koeln.de/color) and, for rose and olive, of Tol's muted one
// (2021, SRON/EPS/TN/09-002), in Lab lightness and chroma that were chosen so
// that any two fills, and any two borders, lie at least 13 apart (CIE 1976) to
// readers without red, green or blue cones (Machado and others 2009), and that
// fills differ in lightness alone, by 3 at least, for readers of a grey print.
var apart = [...]shade{
	{"#b8d7fe", "#014f7d"}, // blue
	{"#fc9ca9", "#7b434b"}, // rose
	{"#aaf8d7", "#003c29"}, // green
	{"#f9c16e", "#715832"}, // orange
	{"#dbb6d2", "#5a2952"}, // purple
	{"#e8dfad", "#484500"}, // yellow
	{"#b4b075", "#666801"}, // olive
	{"#e4f3ff", "#0075a1"}, // sky
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

func (s shade) group(label string) Group {
	return Group{Label: label, Fill: s.fill, Border: s.border, Ink: ink}
}

// painted gives each label a colour of its own, of apart.
func painted(labels []string) []Group {
	var groups []Group
	for i, label := range labels {
		groups = append(groups, apart[i].group(label))
	}
	return groups
}

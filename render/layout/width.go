package layout

import (
	"golang.org/x/text/unicode/norm"

	"citemap/render"
)

// advances are how wide the characters from space to tilde are in Helvetica, as
// in Arial, in thousandths of the font size: the metrics by which Graphviz goes.
var advances = [...]int{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, // p to ~
}

// em is how wide a column is at most, in parts of the font size, where
// Graphviz does not know.
const em = 0.6

// Length is how wide a text is at a font size. A letter with an accent is as wide as
// without.
func Length(text string, size float64) float64 {
	sum := 0.0
	for _, r := range norm.NFD.String(text) {
		switch i := int(r) - ' '; {
		case i >= 0 && i < len(advances):
			sum += float64(advances[i]) / 1000
		case r == '…':
			sum++
		case r == '–':
			sum += 0.556
		default:
			sum += em * float64(render.Width(string(r)))
		}
	}
	return sum * size
}

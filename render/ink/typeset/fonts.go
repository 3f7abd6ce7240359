// Package typeset finds the letters of a text and their places, for media that do
// not know how to set text. It holds a font for Latin, Greek, Cyrillic, Arabic and
// Hebrew letters and for mathematics, and borrows the others from the system.
package typeset

import (
	"bytes"
	"slices"

	"codeberg.org/go-fonts/dejavu/dejavusanscondensed"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
)

// Embedded is the font that is always there: DejaVu Sans Condensed, as narrow as the
// Arial that Graphviz measures by.
func Embedded() []byte { return dejavusanscondensed.TTF }

// Fonts sets texts. It is not for two callers at once.
type Fonts struct {
	faces    []*font.Face // opened so far; the embedded one first
	unopened []string     // files of the system, the best first
	missing  map[rune]bool
	segments shaping.Segmenter
	shaper   shaping.HarfbuzzShaper
}

// NewFonts gives the embedded font, with fonts below these folders for the letters
// that it lacks. The same fonts set a text the same way.
func NewFonts(folders []string) (*Fonts, error) {
	embedded, err := open(bytes.NewReader(Embedded()))
	if err != nil {
		return nil, err
	}
	return &Fonts{faces: []*font.Face{embedded}, unopened: find(folders), missing: map[rune]bool{}}, nil
}

// Missing names the characters that no font had, in rising order. A box stands
// in the place of each.
func (f *Fonts) Missing() []rune {
	var all []rune
	for r := range f.missing {
		all = append(all, r)
	}
	slices.Sort(all)
	return all
}

// ResolveFace chooses the font for a character; it is there for the shaping
// package.
func (f *Fonts) ResolveFace(r rune) *font.Face {
	for i := 0; i < len(f.faces) || f.openNext(); i++ {
		if has(f.faces[i], r) {
			return f.faces[i]
		}
	}
	f.missing[r] = true
	return f.faces[0]
}

func has(face *font.Face, r rune) bool {
	glyph, found := face.NominalGlyph(r)
	return found && glyph != 0
}

// openNext opens fonts of the system until one can be read. It reports whether
// one could.
func (f *Fonts) openNext() bool {
	for len(f.unopened) > 0 {
		path := f.unopened[0]
		f.unopened = f.unopened[1:]
		if face, err := openFile(path); err == nil { // a font that cannot be read is as good as none
			f.faces = append(f.faces, face)
			return true
		}
	}
	return false
}

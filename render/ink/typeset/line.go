package typeset

import (
	"slices"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"citemap/render/ink"
)

// A Line is a text that is set. Its lengths are in sizes of the font: multiply
// them by the size in points.
type Line struct {
	Runs  []Run // from left to right
	Width float64
}

// A Run is a stretch of a line in one font and one direction.
type Run struct {
	Text        string // in the order in which it is read
	Leftward    bool   // its letters run from the right
	Left, Width float64
	Glyphs      []Glyph

	// Plain says that the embedded font shows the text one letter after another.
	Plain bool
}

// A Glyph is a letter, or several that have grown together.
type Glyph struct {
	X, Y float64 // where its outline has its origin, from the start of the line; Y downwards
	face *font.Face
	id   font.GID
}

// precise is the size in which the shaper works: it counts in 64ths.
const precise = 1024

// Set sets a line of text. Where there are letters that run from the right, the
// line as a whole still runs from the left.
func (f *Fonts) Set(text string) Line {
	if text == "" {
		return Line{}
	}
	runes := []rune(text)
	inputs := f.segments.Split(shaping.Input{
		Text: runes, RunEnd: len(runes), Size: fixed.I(precise), Direction: di.DirectionLTR, Language: language.NewLanguage("en"),
	}, f)
	var line Line
	for _, in := range asSeen(inputs) {
		run := f.set(in, line.Width)
		line.Runs = append(line.Runs, run)
		line.Width += run.Width
	}
	return line
}

func (f *Fonts) set(in shaping.Input, left float64) Run {
	if in.Face == nil { // spaces alone
		in.Face = f.faces[0]
	}
	out := f.shaper.Shape(in)
	run := Run{Text: string(in.Text[in.RunStart:in.RunEnd]), Leftward: leftward(in), Left: left, Width: sizes(out.Advance), Plain: f.plain(in)}
	for _, g := range out.Glyphs {
		run.Glyphs = append(run.Glyphs, Glyph{X: left + sizes(g.XOffset), Y: -sizes(g.YOffset), face: in.Face, id: g.GlyphID})
		left += sizes(g.Advance)
	}
	return run
}

func sizes(v fixed.Int26_6) float64 { return float64(v) / 64 / precise }

// asSeen orders runs from left to right.
func asSeen(read []shaping.Input) []shaping.Input {
	var seen []shaping.Input
	start := 0 // of the stretch that runs from the right, if one is under way
	for _, in := range read {
		if leftward(in) || start < len(seen) && withoutLetters(in) {
			seen = slices.Insert(seen, start, in)
			continue
		}
		seen = append(seen, in)
		start = len(seen)
	}
	return seen
}

func leftward(in shaping.Input) bool { return in.Direction.Progression() == di.TowardTopLeft }

// withoutLetters reports whether a run is numbers and the like, which stay with
// the letters before them.
func withoutLetters(in shaping.Input) bool {
	for _, r := range in.Text[in.RunStart:in.RunEnd] {
		if unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// plain reports whether a run needs no more than the embedded font's letters side
// by side. PDF knows the characters of the Basic Multilingual Plane alone.
func (f *Fonts) plain(in shaping.Input) bool {
	if in.Face != f.faces[0] || leftward(in) {
		return false
	}
	switch in.Script {
	case language.Latin, language.Greek, language.Cyrillic, language.Common:
	default:
		return false
	}
	for _, r := range in.Text[in.RunStart:in.RunEnd] {
		if r > 0xFFFF || unicode.Is(unicode.M, r) || !has(in.Face, r) {
			return false
		}
	}
	return true
}

// Outline gives the shape of a glyph around its origin, in sizes of the font. A glyph
// that has no outline, such as a space, gives nil.
func (g Glyph) Outline() ink.Path {
	outline, _ := g.face.GlyphDataOutline(g.id)
	unit := 1 / float64(g.face.Upem())
	at := func(p opentype.SegmentPoint) ink.Point {
		return ink.Point{X: float64(p.X) * unit, Y: -float64(p.Y) * unit}
	}
	var path ink.Path
	var last ink.Point
	for _, s := range outline.Segments {
		segment := ink.Segment{Points: [3]ink.Point{at(s.Args[0]), at(s.Args[1]), at(s.Args[2])}}
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			segment.Kind = ink.Move
		case opentype.SegmentOpLineTo:
			segment.Kind = ink.Line
		case opentype.SegmentOpQuadTo:
			segment = raised(last, segment.Points)
		case opentype.SegmentOpCubeTo:
			segment.Kind = ink.Cubic
		}
		last = segment.End()
		path = append(path, segment)
	}
	return path
}

// raised gives a curve with one handle as one with two.
func raised(start ink.Point, p [3]ink.Point) ink.Segment {
	handle, end := p[0], p[1]
	towards := func(from ink.Point) ink.Point {
		return ink.Point{X: from.X + (handle.X-from.X)*2/3, Y: from.Y + (handle.Y-from.Y)*2/3}
	}
	return ink.Segment{Kind: ink.Cubic, Points: [3]ink.Point{towards(start), towards(end), end}}
}

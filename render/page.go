package render

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A Page is where a map is made to be seen: on it no text is smaller than Least. The
// zero value is the screen.
type Page struct {
	name          string // as a user writes it; "": the screen
	width, height float64
	paper         bool
}

// The pages that have a name. A column is one of two on a page of a journal, and
// as high as two thirds of it.
var pages = []Page{
	{"screen", 1280, 960, false},
	{"a4", 210 * pointsPerMM, 297 * pointsPerMM, true},
	{"column", 85 * pointsPerMM, 170 * pointsPerMM, true},
	{"slide", 1280, 720, false},
}

const pointsPerMM = 72 / 25.4

// Pages lists those that have a name, as a user writes them.
func Pages() []string {
	var names []string
	for _, p := range pages {
		names = append(names, p.name)
	}
	return names
}

// PageOf is the page of a screen of so many pixels, within the limits of pages.
func PageOf(width, height float64) Page {
	width, height = min(max(width, leastSide), mostSide), min(max(height, leastSide), mostSide)
	return Page{fmt.Sprintf("%gx%g", width, height), width, height, false}
}

// Width is in pixels on a screen (96 to an inch), in points on paper (72 to an inch).
func (p Page) Width() float64 { return p.orScreen().width }

// Height is in the unit of Width.
func (p Page) Height() float64 { return p.orScreen().height }

// Paper reports whether the page is printed.
func (p Page) Paper() bool { return p.paper }

// Least is the size of the smallest text, in the unit of Width: 9 pixels on a screen,
// 11 on a slide, which is seen from afar, 6 points on paper.
func (p Page) Least() float64 {
	switch {
	case p.paper:
		return 6
	case p.name == "slide":
		return 11
	}
	return 9
}

// Unit is the unit of Width as CSS has it.
func (p Page) Unit() string {
	if p.paper {
		return "pt"
	}
	return "px"
}

func (p Page) orScreen() Page {
	if p.width == 0 {
		return pages[0]
	}
	return p
}

func (p Page) String() string { return p.orScreen().name }

// Set is UnmarshalText for command line flags.
func (p *Page) Set(s string) error { return p.UnmarshalText([]byte(s)) }

// Type names what a flag of this type wants.
func (p *Page) Type() string { return "page" }

// MarshalText gives the page as a user writes it.
func (p Page) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// Lengths of a side: what is less holds no map, what is more no viewer shows.
const (
	leastSide = 160
	mostSide  = 14400
)

var (
	sidesOf  = regexp.MustCompile(`^([0-9]+(?:\.[0-9]+)?)x([0-9]+(?:\.[0-9]+)?)(mm|cm|in|pt)?$`)
	inPoints = map[string]float64{"mm": pointsPerMM, "cm": 10 * pointsPerMM, "in": 72, "pt": 1}
)

// UnmarshalText reads a name, or a width and a height in pixels or, with mm, cm, in or
// pt, on paper: 1600x900, 8.5cmx12cm. The error lists the choices.
func (p *Page) UnmarshalText(b []byte) error {
	if i := slices.IndexFunc(pages, func(p Page) bool { return p.name == string(b) }); i >= 0 {
		*p = pages[i]
		return nil
	}
	text := strings.ReplaceAll(string(b), "px", "")
	for unit := range inPoints { // "8.5cmx12cm" has its unit twice, "85x120mm" once
		if strings.HasSuffix(text, unit) {
			text = strings.Replace(text, unit+"x", "x", 1)
		}
	}
	sides := sidesOf.FindStringSubmatch(text)
	if sides == nil {
		return fmt.Errorf("unknown page %q: want one of %s, or a width and a height as in 1600x900 (pixels) or 8.5cmx12cm", b, strings.Join(Pages(), ", "))
	}
	_, paper := inPoints[sides[3]]
	of := Page{string(b), side(sides[1], sides[3]), side(sides[2], sides[3]), paper}
	if min(of.width, of.height) < leastSide || max(of.width, of.height) > mostSide {
		return fmt.Errorf("page %q: want sides of %d to %d %s", b, leastSide, mostSide, of.Unit())
	}
	*p = of
	return nil
}

// side reads a length; in pixels where it has no unit of paper.
func side(number, unit string) float64 {
	n, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return math.Inf(1)
	}
	if by, paper := inPoints[unit]; paper {
		return n * by
	}
	return n
}

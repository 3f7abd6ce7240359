package render

import (
	"fmt"
	"slices"
	"strings"
)

// Options says how a view is put into words and colours. The zero value is the
// usual map.
type Options struct {
	Title  string // of what is drawn, as its people call it; foreign text; "": say what it is
	Color  Color
	Labels Labels
	Layout Layout
	Page   Page // where it is to be seen
	Bare   bool // without title and legend: what shows the map has them
}

// Color is what the colours of a map tell.
type Color uint8

const (
	ByCommunity Color = iota // the community of a paper among the drawn ones
	BySection                // the section of the list that a listed paper stands in
	ByYear                   // the age of a paper
)

var colors = []string{"community", "section", "year"}

var meanings = [...]string{ByCommunity: "communities of the drawn papers", BySection: "sections of the list", ByYear: "years"}

// Colors lists them as a user writes them.
func Colors() []string { return slices.Clone(colors) }

func (c Color) String() string { return colors[c] }

// Meaning says what the colours tell: "years".
func (c Color) Meaning() string { return meanings[c] }

// Set is UnmarshalText for command line flags.
func (c *Color) Set(s string) error { return c.UnmarshalText([]byte(s)) }

// Type names what a flag of this type wants.
func (c *Color) Type() string { return "color" }

// MarshalText gives the name.
func (c Color) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads a name; the error lists the choices.
func (c *Color) UnmarshalText(b []byte) error { return named(b, c, "color", colors) }

// Labels is what stands in the boxes of a map.
type Labels uint8

const (
	FitLabels   Labels = iota // names and year, and as much of titles as the page has room for
	ShortLabels               // names and year
	TitleLabels               // names, year and title of every paper
)

var labelings = []string{"fit", "short", "title"}

// Labelings lists them as a user writes them.
func Labelings() []string { return slices.Clone(labelings) }

func (l Labels) String() string { return labelings[l] }

// Set is UnmarshalText for command line flags.
func (l *Labels) Set(s string) error { return l.UnmarshalText([]byte(s)) }

// Type names what a flag of this type wants.
func (l *Labels) Type() string { return "labels" }

// MarshalText gives the name.
func (l Labels) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads a name; the error lists the choices.
func (l *Labels) UnmarshalText(b []byte) error { return named(b, l, "labels", labelings) }

// Layout is how the papers of a map are arranged.
type Layout uint8

const (
	Timeline Layout = iota // by year, from top to bottom
	Columns                // by year, from left to right
	Topics                 // by community
)

var layouts = []string{"timeline", "columns", "topics"}

// Layouts lists them as a user writes them.
func Layouts() []string { return slices.Clone(layouts) }

func (l Layout) String() string { return layouts[l] }

// Set is UnmarshalText for command line flags.
func (l *Layout) Set(s string) error { return l.UnmarshalText([]byte(s)) }

// Type names what a flag of this type wants.
func (l *Layout) Type() string { return "layout" }

// MarshalText gives the name.
func (l Layout) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads a name; the error lists the choices.
func (l *Layout) UnmarshalText(b []byte) error { return named(b, l, "layout", layouts) }

// named reads one of a closed set of names as its number.
func named[T ~uint8](b []byte, value *T, what string, names []string) error {
	i := slices.Index(names, string(b))
	if i < 0 {
		return fmt.Errorf("unknown %s %q: want one of %s", what, b, strings.Join(names, ", "))
	}
	*value = T(i)
	return nil
}

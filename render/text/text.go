// Package text writes findings for a person at a terminal, and plainly for a
// file or a pipe.
package text

import (
	"fmt"
	"io"
	"math"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/dustin/go-humanize"

	"citemap/graph"
	"citemap/graph/study"
	"citemap/render"
)

// Options fit the text to where it goes. The zero value is plain text without
// a limit on the width.
type Options struct {
	Width   int  // columns there are; 0: 80 for text that is folded, no limit for tables
	Color   bool // colour by kind
	Links   bool // papers as links (OSC 8)
	Wide    bool // nothing is folded, and a paper has one line with all columns
	Reasons bool // all that speaks for a gap
}

// A page is a text in the making.
type page struct {
	strings.Builder
	o Options
}

func (p *page) line(format string, args ...any) { fmt.Fprintf(p, format+"\n", args...) }

// usualWidth is that of text in a file or a pipe.
const usualWidth = 80

// limit is the width that prose takes at most.
func (p *page) limit() int {
	if p.o.Wide {
		return math.MaxInt32
	}
	if p.o.Width == 0 {
		return usualWidth
	}
	return p.o.Width
}

// prose writes a sentence, folded to the width there is.
func (p *page) prose(s string) {
	for _, line := range render.Fold(render.Clean(s), p.limit()) {
		p.line("%s", line)
	}
}

func (p *page) heading(s string) {
	p.line("")
	p.line("%s", p.styled(lipgloss.NewStyle().Bold(true), s))
}

// styled colours a text where colour is wanted.
func (p *page) styled(style lipgloss.Style, s string) string {
	if !p.o.Color {
		return s
	}
	return style.Render(s)
}

// colour gives a style of that colour of the terminal's own sixteen.
func colour(c string) lipgloss.Style { return lipgloss.NewStyle().Foreground(lipgloss.Color(c)) }

// link makes a text lead to where a paper, if there is one, can be read.
func (p *page) link(s string, paper *graph.Paper) string {
	if !p.o.Links || paper == nil {
		return s
	}
	url := render.Link(paper.Page())
	if url == "" {
		return s
	}
	return ansi.SetHyperlink(url) + s + ansi.ResetHyperlink()
}

// coverage states how much of the list is known, before anything is said of it.
func (p *page) coverage(f *study.Findings) {
	v := f.Coverage
	if v.Entries > 0 {
		p.prose(fmt.Sprintf("%d of %d entries resolved, %s; %s, %s.",
			v.Resolved, v.Entries, render.ListsKnown(v), count(v.Papers, "paper"), count(v.Citations, "citation")))
		if cut := render.CitingCut(v); cut != "" {
			p.prose(cut)
		}
	} else {
		p.prose(fmt.Sprintf("%s, %s.", count(v.Papers, "paper"), count(v.Citations, "citation")))
	}
	if future := render.FutureDated(f.Coverage); future != "" {
		p.prose(future)
	}
	if as := f.Corpus.AsOf; !as.IsZero() {
		p.prose(fmt.Sprintf("As of %s: %s later and %s undated papers left out.", as, comma(v.LeftOut.Later), comma(v.LeftOut.Undated)))
	}
}

// sources say where the facts come from and of which days they are.
func (p *page) sources(f *study.Findings) {
	p.line("")
	for _, s := range f.Corpus.Sources {
		p.prose(fmt.Sprintf("Source: %s (%s).", s.Name, s.Licence))
	}
	switch c := f.Corpus; {
	case c.Newest.IsZero():
	case c.Oldest == c.Newest:
		p.prose(fmt.Sprintf("Facts of %s.", c.Newest))
	default:
		p.prose(fmt.Sprintf("Facts of %s to %s.", c.Oldest, c.Newest))
	}
}

// finish hands the text over.
func (p *page) finish(w io.Writer) error {
	_, err := io.WriteString(w, p.String())
	return err
}

// more says how many of an answer's things are not shown, and how to see them.
func (p *page) more(n, all int, noun string) {
	if n > 0 && n < all {
		p.line("")
		p.prose(fmt.Sprintf("%s; -n 0 shows all.", count(all-n, "more "+noun)))
	}
}

// called names a paper on one line: "Touvron et al. 2023  Llama 2: Open ...".
func called(p *graph.Paper) string {
	byline, title := render.Clean(p.Byline()), render.Clean(p.Title)
	if title == "" || strings.HasPrefix(byline, title) {
		return strings.TrimSpace(byline + "  " + render.Mark(p))
	}
	return byline + "  " + render.Title(p)
}

// count gives a number with its noun, in the plural where there is not one.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return comma(n) + " " + noun + "s"
}

func comma(n int) string { return humanize.Comma(int64(n)) }

// first gives the first n of a list; all of them where n is 0.
func first[T any](n int, all []T) []T {
	if n > 0 && n < len(all) {
		return all[:n]
	}
	return all
}

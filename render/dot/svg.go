package dot

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"math"
	"regexp"
	"strconv"
	"strings"

	"citemap/graph"
	"citemap/render"
	"citemap/render/layout"
)

// SVG draws the map as a picture that stands on its own: titled and described
// for readers who do not see it, each paper a link to where it can be read.
func SVG(ctx context.Context, m *render.Map, e Engine) ([]byte, error) {
	svg, err := drawAs(ctx, m, e, "svg")
	if err != nil {
		return nil, err
	}
	return described(measured(svg), m)
}

// JSON lays the map out and gives Graphviz's drawing operations.
func JSON(ctx context.Context, m *render.Map, e Engine) ([]byte, error) {
	return drawAs(ctx, m, e, "json")
}

func drawAs(ctx context.Context, m *render.Map, e Engine, format string) ([]byte, error) {
	sheet, err := e.sheet(ctx, m)
	if err != nil {
		return nil, err
	}
	return e.layOut(ctx, job{Layout: "nop2", Format: format, Text: text(m, sheet)})
}

// described gives the picture and its parts the words that Graphviz does not:
// its own titles are the names of DOT nodes.
func described(svg []byte, m *render.Map) ([]byte, error) {
	start := bytes.Index(svg, []byte("<svg "))
	if start < 0 {
		return nil, errors.New("draw map with graphviz: what it drew is no SVG")
	}
	svg = titles.ReplaceAllFunc(svg, renamer(m))
	svg = bytes.ReplaceAll(svg, []byte(`font-family="`+font+`"`), []byte(`font-family="`+fonts+`"`))
	open := start + bytes.IndexByte(svg[start:], '>') + 1
	var out bytes.Buffer
	out.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	page := m.Options.Page
	fmt.Fprintf(&out, `<svg role="img" aria-labelledby="map-title map-desc" width="%[1]g%[3]s" height="%[2]g%[3]s" viewBox="0 0 %[1]g %[2]g" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">`,
		math.Round(page.Width()*100)/100, math.Round(page.Height()*100)/100, page.Unit())
	fmt.Fprintf(&out, "\n<title id=\"map-title\">%s</title>\n<desc id=\"map-desc\">%s.</desc>",
		escapeXML(m.Title), escapeXML(strings.Join(m.Legend.Lines(), ". ")))
	out.Write(svg[open:])
	return out.Bytes(), nil
}

// set is a text as Graphviz writes it.
var set = regexp.MustCompile(`<text ([^>]*font-size="([0-9.]+)"[^>]*)>([^<]*)</text>`)

// measured gives each text the length for which there is room, so that boxes hold theirs
// whichever font is there; and takes the class of nodes and edges from what is neither.
func measured(svg []byte) []byte {
	svg = set.ReplaceAllFunc(svg, func(text []byte) []byte {
		part := set.FindSubmatch(text)
		size, err := strconv.ParseFloat(string(part[2]), 64)
		if err != nil {
			return text
		}
		if len(bytes.TrimSpace(part[3])) == 0 {
			return nil // a node without a label would bear its name
		}
		return fmt.Appendf(nil, `<text %s textLength="%.2f" lengthAdjust="spacingAndGlyphs">%s</text>`, part[1], layout.Length(html.UnescapeString(string(part[3])), size), part[3])
	})
	for _, class := range []string{"node key", "node legend", "node title", "edge line"} {
		_, own, _ := strings.Cut(class, " ")
		svg = bytes.ReplaceAll(svg, []byte(`class="`+class+`"`), []byte(`class="`+own+`"`))
	}
	return svg
}

// titles are the titles that Graphviz gives the papers and citations of Write.
var titles = regexp.MustCompile(`<title>([a-z0-9]+)(?:&#45;&gt;([a-z0-9]+))?</title>`)

// renamer turns Graphviz's titles into what a reader calls the thing.
func renamer(m *render.Map) func([]byte) []byte {
	labels, names := map[graph.Node]string{}, map[graph.Node]string{}
	for i := range m.Papers {
		p := &m.Papers[i]
		labels[p.Node], names[p.Node] = p.Label, tooltip(m, p)
	}
	cites := map[[2]graph.Node]bool{}
	for _, c := range m.View.Citations {
		cites[[2]graph.Node{m.Papers[c.Citing].Node, m.Papers[c.Cited].Node}] = true
	}
	return func(old []byte) []byte {
		found := titles.FindSubmatch(old)
		a, okA := nodeNamed(found[1])
		b, okB := nodeNamed(found[2])
		var title string
		switch {
		case okA && okB && cites[[2]graph.Node{b, a}]:
			a, b = b, a
			fallthrough
		case okA && okB:
			title = labels[a] + " cites " + labels[b]
		case okA:
			title = names[a]
		}
		if title == "" { // a heading of years, or the drawing itself
			return nil
		}
		return []byte("<title>" + escapeXML(title) + "</title>")
	}
}

// nodeNamed reads a name that Write gives a paper's node.
func nodeNamed(name []byte) (graph.Node, bool) {
	digits, found := strings.CutPrefix(string(name), "p")
	n, err := strconv.ParseUint(digits, 10, 32)
	return graph.Node(n), found && err == nil
}

func escapeXML(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder takes everything
	return b.String()
}

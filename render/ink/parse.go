package ink

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"math"
	"strconv"
	"strings"

	"citemap/render"
)

// A layout is what Graphviz's json output says of a drawing.
type layout struct {
	Box      string  `json:"bb"`
	Pad      string  `json:"pad"`
	Label    string  `json:"label"`
	Draw     opList  `json:"_draw_"`
	Texts    opList  `json:"_ldraw_"`
	Objects  []thing `json:"objects"`
	Edges    []thing `json:"edges"`
	Clusters int     `json:"_subgraph_cnt"` // the first so many objects
}

// A thing is a node, an edge or a cluster.
type thing struct {
	Pos    string `json:"pos"`    // of a node: its middle in points
	Width  string `json:"width"`  // of a node: in inches
	Height string `json:"height"` // likewise
	URL    string `json:"URL"`
	Label  string `json:"label"`
	Draw   opList `json:"_draw_"`
	Texts  opList `json:"_ldraw_"`
	Head   opList `json:"_hdraw_"`
	Tail   opList `json:"_tdraw_"`
}

const (
	pointsPerInch = 72
	usualPad      = 4.0 // points around a drawing that names no pad
	farthest      = 1e6 // points; nothing lies beyond it
)

// Parse reads Graphviz's json output, with its drawing operations. Operations that
// it does not know are passed over.
func Parse(text []byte) (*Drawing, error) {
	var l layout
	if err := json.Unmarshal(text, &l); err != nil {
		return nil, fmt.Errorf("read graphviz's layout: %w", err)
	}
	p, err := newPage(l)
	if err != nil {
		return nil, fmt.Errorf("read graphviz's layout: %w", err)
	}
	p.draw(l.Draw)
	p.draw(l.Texts) // a label may be a table, with boxes in it
	p.write(whole(l.Texts, l.Label), 0)
	nodes := min(max(l.Clusters, 0), len(l.Objects))
	for _, t := range l.Objects[:nodes] {
		p.put(t)
	}
	for _, t := range l.Edges {
		p.put(t)
	}
	for _, t := range l.Objects[nodes:] {
		p.put(t)
	}
	if p.lost {
		return nil, errors.New("read graphviz's layout: it draws far outside of its own page")
	}
	return &p.Drawing, nil
}

// A page is a drawing in the making.
type page struct {
	Drawing
	left, top float64 // what Graphviz calls the upper left corner
	lost      bool    // a point lay too far out
}

func newPage(l layout) (*page, error) {
	box := numbers(l.Box)
	if len(box) != 4 {
		return nil, fmt.Errorf("its bounding box is %q, not four numbers", l.Box)
	}
	padX, padY := usualPad, usualPad
	if pad := numbers(l.Pad); len(pad) > 0 {
		padX, padY = pad[0]*pointsPerInch, pad[len(pad)-1]*pointsPerInch
	}
	p := &page{left: box[0] - padX, top: box[3] + padY}
	p.Width, p.Height = max(box[2]-box[0]+2*padX, 1), max(box[3]-box[1]+2*padY, 1)
	if p.Width > farthest || p.Height > farthest || math.Abs(p.left) > farthest || math.Abs(p.top) > farthest {
		return nil, fmt.Errorf("its bounding box %q is too large for any page", l.Box)
	}
	return p, nil
}

// place turns a point of Graphviz's into one of the page.
func (p *page) place(at [2]float64) Point {
	if math.Abs(at[0]) > farthest || math.Abs(at[1]) > farthest {
		p.lost = true
	}
	return Point{at[0] - p.left, p.top - at[1]}
}

func (p *page) put(t thing) {
	for _, operations := range []opList{t.Draw, t.Head, t.Tail, t.Texts} {
		p.draw(operations)
	}
	box, isNode := p.box(t)
	p.write(whole(t.Texts, t.Label), box.Width)
	if url := render.Link(html.UnescapeString(t.URL)); isNode && url != "" {
		box.URL = url
		p.Links = append(p.Links, box)
	}
}

// box gives the place of a node.
func (p *page) box(t thing) (box Link, isNode bool) {
	middle, width, height := numbers(t.Pos), numbers(t.Width), numbers(t.Height)
	if len(middle) != 2 || len(width) != 1 || len(height) != 1 {
		return Link{}, false
	}
	at, w, h := p.place([2]float64(middle)), width[0]*pointsPerInch, height[0]*pointsPerInch
	return Link{X: at.X - w/2, Y: at.Y - h/2, Width: w, Height: h}, true
}

// numbers reads a list of finite numbers between commas; nil where it is none.
func numbers(s string) []float64 {
	var all []float64
	for field := range strings.SplitSeq(s, ",") {
		n, err := strconv.ParseFloat(strings.TrimSpace(field), 64)
		if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
			return nil
		}
		all = append(all, n)
	}
	return all
}

// An opList is a list of drawing operations. An attribute of that name which is none
// counts as empty.
type opList []operation

func (l *opList) UnmarshalJSON(text []byte) error {
	if !bytes.HasPrefix(text, []byte("[")) {
		return nil
	}
	return json.Unmarshal(text, (*[]operation)(l))
}

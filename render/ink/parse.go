package ink

import (
	"encoding/json"
	"errors"
	"fmt"
	"html"

	"citemap/render"
)

// A picture is what Graphviz's json output says of a drawing.
type picture struct {
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

// Parse reads Graphviz's json output, with its drawing operations. Operations that
// it does not know are passed over.
func Parse(text []byte) (*Drawing, error) {
	var l picture
	if err := json.Unmarshal(text, &l); err != nil {
		return nil, fmt.Errorf("read graphviz's layout: %w", err)
	}
	p, err := newPage(l.Box, l.Pad)
	if err != nil {
		return nil, fmt.Errorf("read graphviz's layout: %w", err)
	}
	p.draw(l.Draw)
	p.draw(l.Texts) // a label may be a table, with boxes in it
	p.write(whole(l.Texts, l.Label))
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

func (p *page) put(t thing) {
	for _, operations := range []opList{t.Draw, t.Head, t.Tail, t.Texts} {
		p.draw(operations)
	}
	p.write(whole(t.Texts, t.Label))
	box, isNode := p.box(t)
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

package dot

import (
	"context"
	"encoding/json"
	"fmt"

	"citemap/render"
)

// drawTopics has Graphviz place the papers, parts those that overlap, and has
// Graphviz draw them where they are then.
func drawTopics(ctx context.Context, m *render.Map, e Engine, format string) ([]byte, error) {
	rough, err := e.layOut(ctx, job{Layout: "sfdp", Format: "json0", Text: bonds(m)})
	if err != nil {
		return nil, err
	}
	places, err := parsePlaces(rough)
	if err != nil {
		return nil, fmt.Errorf("read graphviz's places of papers: %w", err)
	}
	arrange(m, places)
	return e.layOut(ctx, job{Layout: "nop1", Format: format, Text: text(m, places)})
}

// arrange gives the boxes places where none covers another: papers without a
// citation stand in a row of their own above the others.
func arrange(m *render.Map, places map[string]box) {
	loose := unconnected(m)
	var tied, shelved []string
	for _, name := range topicNodes(m) {
		if loose[name] {
			shelved = append(shelved, name)
		} else {
			tied = append(tied, name)
		}
	}
	boxes := boxesOf(tied, places)
	labels, papers := boxes[:len(m.Topics)], boxes[len(m.Topics):]
	spread(papers)
	part(papers)
	put(places, tied, boxes)
	for i := range labels {
		labels[i].above(members(m, places, i))
	}
	part(boxes)
	put(places, tied, boxes)
	row := boxesOf(shelved, places)
	shelve(row, boxes)
	put(places, shelved, row)
}

func put(places map[string]box, names []string, boxes []box) {
	for i, name := range names {
		places[name] = boxes[i]
	}
}

// unconnected names the papers of no topic that neither cite a drawn paper nor
// are cited by one.
func unconnected(m *render.Map) map[string]bool {
	loose := map[string]bool{}
	for _, p := range m.Papers {
		loose[paperNode(&p)] = p.Community < 0
	}
	for _, c := range m.View.Citations {
		loose[paperNode(&m.Papers[c.Citing])], loose[paperNode(&m.Papers[c.Cited])] = false, false
	}
	return loose
}

func boxesOf(names []string, places map[string]box) []box {
	boxes := make([]box, len(names))
	for i, name := range names {
		boxes[i] = places[name]
	}
	return boxes
}

// members gives the boxes of a topic's papers.
func members(m *render.Map, places map[string]box, topic int) []box {
	var of []box
	for _, p := range m.Papers {
		if p.Community == topic {
			of = append(of, places[paperNode(&p)])
		}
	}
	return of
}

// parsePlaces reads the boxes of nodes from Graphviz's json.
func parsePlaces(layout []byte) (map[string]box, error) {
	var l struct {
		Objects []struct{ Name, Pos, Width, Height string }
	}
	if err := json.Unmarshal(layout, &l); err != nil {
		return nil, err
	}
	places := map[string]box{}
	for _, o := range l.Objects {
		var b box
		if _, err := fmt.Sscanf(o.Pos+" "+o.Width+" "+o.Height, "%g,%g %g %g", &b.x, &b.y, &b.width, &b.height); err != nil {
			return nil, fmt.Errorf("node %s: %w", o.Name, err)
		}
		b.width, b.height = b.width*72, b.height*72
		places[o.Name] = b
	}
	return places, nil
}

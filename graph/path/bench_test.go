package path_test

import (
	"fmt"
	"testing"

	"citemap/graph"
	"citemap/graph/path"
)

// Everything the package computes of a whole graph, on seeded citation-like
// corpora and on the shared graphs.
func BenchmarkPath(b *testing.B) {
	graphs := map[string]func() *graph.Graph{
		"aan":   func() *graph.Graph { return field(b, "aan") },
		"hepth": func() *graph.Graph { return field(b, "hepth") },
	}
	names := []string{"aan", "hepth"}
	for _, n := range []int{10_000, 100_000} {
		name := fmt.Sprintf("%dk", n/100)
		names = append(names, name)
		graphs[name] = func() *graph.Graph { return graph.New(citationLike(n, 10)) }
	}
	for _, name := range names {
		b.Run(name, func(b *testing.B) { benchmark(b, graphs[name]()) })
	}
}

func benchmark(b *testing.B, g *graph.Graph) {
	a := path.NewAcyclic(g)
	s := path.NewSPC(a)
	newest := graph.Node(g.Len() - 1)
	for _, step := range []struct {
		name string
		do   func()
	}{
		{"Strong", func() { path.Strong(g) }},
		{"Acyclic", func() { path.NewAcyclic(g) }},
		{"SPC", func() { path.NewSPC(a) }},
		{"MainPath", func() { s.MainPath(path.Global) }},
		{"KeyRoutes", func() { s.KeyRoutes(20, path.Global) }},
		{"Reduced", func() { a.Reduced() }},
		{"Shortest", func() { path.Shortest(g, newest, 0) }},
	} {
		b.Run(step.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				step.do()
			}
		})
	}
}

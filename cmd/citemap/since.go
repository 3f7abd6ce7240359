package main

import (
	"context"
	"slices"

	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/study"
)

// since takes out of the findings the gaps that the same lists had among their
// first n (0: all) in an earlier snapshot.
func (s *session) since(ctx context.Context, f *study.Findings, lists []string, kinds []gap.Kind, file string, n int) error {
	entries, err := s.read(ctx, lists)
	if err != nil {
		return err
	}
	earlier, err := heed(ctx, func() (*study.Findings, error) {
		corpus, err := fromSnapshot(ctx, file, entries)
		if err != nil {
			return nil, err
		}
		return study.Of(corpus.Until(s.flags.asOf), study.Options{Gaps: gap.Options{Kinds: kinds}}), nil
	})
	if err != nil {
		return err
	}
	shown := earlier.Gaps.Gaps
	if n > 0 {
		shown = shown[:min(n, len(shown))]
	}
	known := map[graph.PaperID]bool{}
	for _, x := range shown {
		for _, id := range names(earlier.Graph.Paper(x.Node)) {
			known[id] = true
		}
	}
	f.Gaps.Gaps = slices.DeleteFunc(f.Gaps.Gaps, func(x gap.Gap) bool {
		return slices.ContainsFunc(names(f.Graph.Paper(x.Node)), func(id graph.PaperID) bool { return known[id] })
	})
	return nil
}

// names are all ids under which a paper is known.
func names(p *graph.Paper) []graph.PaperID {
	ids := append([]graph.PaperID{p.ID}, p.Aliases...)
	for _, id := range p.IDs {
		ids = append(ids, graph.PaperID(id.String()))
	}
	return ids
}

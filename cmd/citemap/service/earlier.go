package service

import (
	"context"
	"slices"

	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/study"
)

// LeaveOutEarlier takes out of findings the gaps that the same lists had among
// their first n (0: all) in an earlier snapshot. Of kinds there were those given.
func (s *Service) LeaveOutEarlier(ctx context.Context, f *Findings, file string, kinds []gap.Kind, n int) error {
	earlier, err := Interruptible(ctx, func() (*study.Findings, error) {
		corpus, err := fromSnapshot(ctx, file, f.Read.Entries)
		if err != nil {
			return nil, err
		}
		return study.Of(corpus.Until(s.o.AsOf), study.Options{Gaps: gap.Options{Kinds: kinds}}), nil
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

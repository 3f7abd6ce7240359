package service

import (
	"cmp"
	"context"
	"fmt"
	"runtime/debug"
	"slices"
	"time"

	"github.com/dustin/go-humanize"

	"citemap/cmd/citemap/usage"
	"citemap/fetch"
	"citemap/fetch/field"
	"citemap/graph"
	"citemap/graph/rank"
	"citemap/graph/study"
)

// A FieldRanking is what is wanted of a field whose papers are all to be ranked.
type FieldRanking struct {
	By    rank.Measure
	Shown []rank.Measure // others to be told of the first papers
	N     int            // how many are the first

	Memory int64 // bytes to be taken at most; 0: what memory says
}

// mostRanked is how many papers of such a field are told of.
const mostRanked = 100_000

// TooLargeForGraph reports whether all papers are wanted of a field that is too large for
// a graph.
func (s *Service) TooLargeForGraph() (bool, error) {
	if s.o.Field == "" {
		return false, nil
	}
	h, err := field.ReadHeader(s.o.Field)
	return err == nil && h.Citations > field.Whole, err
}

// RankField ranks all papers of a field that is too large for a graph, by measures that
// take its citations one after the other.
func (s *Service) RankField(ctx context.Context, lists []string, o FieldRanking) (*Findings, *study.Ranking, error) {
	if err := s.canRank(o); err != nil {
		return nil, nil, err
	}
	read, err := s.Read(ctx, lists, ReadOptions{})
	if err != nil {
		return nil, nil, err
	}
	f, err := field.Open(s.o.Field)
	if err != nil {
		return nil, nil, err
	}
	defer s.console.Clear()
	type ranked struct {
		findings *Findings
		ranking  *study.Ranking
	}
	out, err := Interruptible(ctx, func() (ranked, error) {
		findings, ranking, err := s.rankField(ctx, f, read, o)
		return ranked{findings, ranking}, err
	})
	return out.findings, out.ranking, err
}

// canRank is an error where such a field cannot be asked for so much.
func (s *Service) canRank(o FieldRanking) error {
	for _, m := range append([]rank.Measure{o.By}, o.Shown...) {
		if !m.Streams() {
			return usage.Errorf("--by %s: not to be had of a field of more than %s citations: rank what is around a list, without --whole", m, humanize.Comma(field.Whole))
		}
	}
	switch {
	case !s.o.AsOf.IsZero(), len(s.o.Without) > 0:
		return usage.Errorf("--as-of and --without do not go with --whole and a field of more than %s citations", humanize.Comma(field.Whole))
	case o.N < 1 || o.N > mostRanked:
		return usage.Errorf("-n: want 1 to %d papers of so large a field", mostRanked)
	}
	return nil
}

func (s *Service) rankField(ctx context.Context, f *field.Field, read *Reading, o FieldRanking) (*Findings, *study.Ranking, error) {
	if s.o.Alone {
		// What is reckoned with is large, and little of it becomes garbage at a time.
		defer debug.SetGCPercent(debug.SetGCPercent(20))
	}
	r := f.Ranked(cmp.Or(o.Memory, memory()))
	s.sayRanked(r, o)
	corpus, err := fetch.FrozenAround(ctx, f.Source(), func([]graph.PaperID) (graph.Corpus, error) {
		columns, err := r.Columns(countsWanted(o))
		return graph.Corpus{Columns: columns, Oldest: f.Header.Date, Newest: f.Header.Date}, err
	}, read.Entries)
	if err != nil {
		return nil, nil, err
	}
	found := (&Corpus{Corpus: corpus, Read: read}).Cover()
	found.Coverage.Citations = int(f.Header.Citations)
	scores, failed, err := s.board(ctx, r, found.Graph)
	if err != nil {
		return nil, nil, err
	}
	ranking := found.Streamed(o.By, scores, o.N)
	for _, m := range o.Shown {
		scores.Scores(m)
	}
	return found, ranking, failed()
}

// board makes the scoreboard of a field; failed gives what went wrong while scores were
// taken.
func (s *Service) board(ctx context.Context, r *field.Ranked, g *graph.Graph) (scores *rank.Scoreboard, failed func() error, err error) {
	if !r.OnDisk {
		citing, references, err := r.Rows()
		if err != nil {
			return nil, nil, err
		}
		return rank.NewWalked(g, rank.NewWalkOf(citing, references)), func() error { return nil }, nil
	}
	citations, err := r.Citations(ctx)
	if err != nil {
		return nil, nil, err
	}
	stream, begun := rank.NewStream(citations), time.Now()
	stream.Settled = func(times int) {
		if s.console.LineWidth() > 0 {
			s.console.Show(fmt.Sprintf("all papers settled, time %d; %s so far", times, time.Since(begun).Round(time.Second)))
		}
	}
	return rank.NewStreamed(g, stream), stream.Err, nil
}

// walks is how many of the measures wanted stand on PageRank.
func (o FieldRanking) walks() (n int) {
	for _, m := range slices.Compact(slices.Sorted(slices.Values(append([]rank.Measure{o.By}, o.Shown...)))) {
		if slices.Contains([]rank.Measure{rank.PageRank, rank.RescaledPageRank, rank.CiteRank}, m) {
			n++
		}
	}
	return n
}

// countsWanted reports whether the source's own counts are needed of all papers.
func countsWanted(o FieldRanking) bool {
	return slices.ContainsFunc(append([]rank.Measure{o.By}, o.Shown...), func(m rank.Measure) bool {
		return slices.Contains([]rank.Measure{rank.Global, rank.Influential, rank.RescaledGlobal}, m)
	})
}

// Rates at which citations are read and settled on a machine of two cores, per second;
// from the files some times for each measure.
const (
	settledInMemory = 10_000_000
	settledOnDisk   = 40_000_000
	timesSettled    = 20
)

// sayRanked says how much is ahead.
func (s *Service) sayRanked(r *field.Ranked, o FieldRanking) {
	seconds, how := float64(r.Header.Citations)/settledInMemory, "in memory"
	if r.OnDisk {
		seconds = float64(r.Header.Citations) / settledOnDisk * timesSettled * float64(o.walks())
		how = fmt.Sprintf("read from the files some %d times for each measure, as they do not fit into memory", timesSettled)
	}
	s.console.Say("ranking %s papers by %s citations, %s: about %s, %s of memory",
		humanize.Comma(r.Header.Papers), humanize.Comma(r.Header.Citations), how, max(time.Second, time.Duration(seconds*float64(time.Second)).Round(time.Second)), humanize.Bytes(uint64(r.Room)))
}

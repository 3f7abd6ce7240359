package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"

	"citemap/graph/eval"
	"citemap/graph/gap"
	"citemap/graph/gap/evidence"
)

// judge writes what weights fitted on all other fields are worth on each: nDCG@50
// beside the published ridge's, list by list, and whether the chances hold.
func judge(w io.Writer, names []string, all map[string][]trial, only string) error {
	p := &report{w: w}
	var pooled [4]eval.Reliability // half given, 3, 6, thin
	means := make([][]float64, len(parts))
	for _, name := range names {
		if only != "" && name != only {
			continue
		}
		fitted := learn(others(names, all, name))
		for i, part := range parts {
			trials := of(all[name], part, false)
			differences, before := compare(trials, fitted)
			mean, spread := stat.MeanStdDev(differences, nil)
			means[i] = append(means[i], mean)
			r := reliability(trials, fitted)
			pooled[i].Add(&r)
			p.line("%-12s %-10s %4d lists  ridge %.3f  ours %+.4f ± %.4f  calibration error %.3f", name, given(part), len(trials),
				stat.Mean(before, nil), mean, spread/math.Sqrt(float64(len(differences))), r.Error())
		}
		thin := reliability(of(all[name], 0, true), fitted)
		pooled[3].Add(&thin)
		p.line("%-12s %-10s %4d lists  calibration error %.3f", name, "thin", thin.Lists, thin.Error())
		strengths(p, &thin)
		half := reliability(of(all[name], 0, false), fitted)
		strengths(p, &half)
	}
	for i, part := range parts {
		p.line("\n%s, all fields: %+.4f", given(part), stat.Mean(means[i], nil))
		table(p, &pooled[i])
	}
	p.line("\nthin, half given, all fields")
	table(p, &pooled[3])
	return p.err
}

// A report is lines to a writer, of which the first error is kept.
type report struct {
	w   io.Writer
	err error
}

func (p *report) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

func given(part int) string {
	if part == 0 {
		return "half given"
	}
	return fmt.Sprintf("%d given", part)
}

// of keeps the trials in which so many papers were given.
func of(all []trial, part int, thin bool) []trial {
	return slices.DeleteFunc(slices.Clone(all), func(t trial) bool { return t.begun != part || t.thin != thin })
}

// compare gives nDCG@50 of weights less that of the published ridge, and that.
func compare(trials []trial, w evidence.Weights) (differences, published []float64) {
	for _, t := range trials {
		differences = append(differences, t.quality(w).NDCG50-t.published.NDCG50)
		published = append(published, t.published.NDCG50)
	}
	return differences, published
}

// quality is that of the order by these weights. What is no candidate stands
// below all of them.
func (t trial) quality(w evidence.Weights) eval.Quality {
	byOdds := slices.Clone(t.candidates)
	odds := func(c candidate) float64 { return evidence.Odds(w.Scored, c.signs, t.given) }
	slices.SortStableFunc(byOdds, func(a, b candidate) int { return cmp.Compare(odds(b), odds(a)) })
	var ranks []int
	for i, c := range byOdds {
		if c.hidden {
			ranks = append(ranks, i+1)
		}
	}
	for len(ranks) < t.hidden {
		ranks = append(ranks, math.MaxInt)
	}
	return eval.QualityOf(ranks)
}

// reliability is that of the chances by these weights.
func reliability(trials []trial, w evidence.Weights) eval.Reliability {
	var r eval.Reliability
	for _, t := range trials {
		chances := t.chances(w)
		r.Lists++
		for i, c := range t.candidates[:min(len(t.candidates), gap.PoolSize)] {
			r.Count(chances[i], c.hidden)
		}
	}
	return r
}

// chances are those of the candidates by these weights.
func (t trial) chances(w evidence.Weights) []float64 {
	weights := w.Scored
	if t.thin {
		weights = w.Thin
	}
	odds := make([]float64, len(t.candidates))
	for i, c := range t.candidates {
		odds[i] = evidence.Odds(weights, c.signs, t.given)
	}
	if !t.thin {
		return evidence.Chances(odds, t.given, t.recalled)
	}
	for i, x := range odds {
		odds[i] = evidence.ThinChance(x)
	}
	return odds
}

// table writes a reliability table.
func table(p *report, r *eval.Reliability) {
	p.line("calibration error %.3f", r.Error())
	for i, t := range r.Tenths {
		p.line("  chance %.1f to %.1f: %7d candidates, mean chance %.3f, hidden %.3f", float64(i)/10, float64(i+1)/10, t.Papers, t.Expected(), t.Share())
	}
	strengths(p, r)
}

func strengths(p *report, r *eval.Reliability) {
	for i, t := range r.Strengths {
		p.line("  %-12s %5.1f a list, mean chance %.3f, hidden %.3f", gap.Strength(i), float64(t.Papers)/float64(max(r.Lists, 1)), t.Expected(), t.Share())
	}
}

package edit

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"citemap/cmd/citemap/console"
	"citemap/cmd/citemap/usage"
	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/study"
)

// chosenPapers gives the papers that ranks of the answer and ids name, each
// once, in the order in which they are named.
func chosenPapers(f *study.Findings, written []string) ([]*graph.Paper, error) {
	var out []*graph.Paper
	index := f.Corpus.Index()
	for _, w := range written {
		var named []*graph.Paper
		if m := rankRange.FindStringSubmatch(strings.TrimSpace(w)); m != nil {
			gaps, err := rankedGaps(f.Gaps.Gaps, m[1], m[2])
			if err != nil {
				return nil, err
			}
			for _, x := range gaps {
				named = append(named, f.Graph.Paper(x.Node))
			}
		} else {
			id, err := graph.ParseID(w)
			if err != nil {
				return nil, usage.Errorf("--add: want the number or the id of a gap: %w", err)
			}
			at, found := index.Find(id)
			if !found {
				return nil, usage.Errorf("--add: no paper of the corpus has the id %s", id)
			}
			named = append(named, f.Corpus.At(at))
		}
		for _, p := range named {
			if !slices.ContainsFunc(out, func(q *graph.Paper) bool { return q.ID == p.ID }) {
				out = append(out, p)
			}
		}
	}
	return out, nil
}

// rankedGaps gives the gaps of the ranks first to last; an empty last is first.
func rankedGaps(gaps []gap.Gap, first, last string) ([]gap.Gap, error) {
	low, _ := strconv.Atoi(first)
	high := low
	if last != "" {
		high, _ = strconv.Atoi(last)
	}
	if low < 1 || high > len(gaps) || low > high {
		written := strings.TrimSuffix(first+"-"+last, "-")
		return nil, usage.Errorf("--add %s: there %s %d %s, numbered from 1", written, console.Plural(len(gaps), "is", "are"), len(gaps), console.Plural(len(gaps), "gap", "gaps"))
	}
	return gaps[low-1 : high], nil
}

// rankRange is a rank, or a range of them.
var rankRange = regexp.MustCompile(`^(\d{1,9})(?:-(\d{1,9}))?$`)

package community

import (
	"math"
	"slices"
	"strings"
)

// fewestApart is how many papers a community has at least that labels tell from
// others: a smaller one is shown nowhere.
const fewestApart = 3

// prior is how many titles of the whole corpus are added to those of either side,
// so that a word met twice is typical of nothing.
const prior = 10.0

// contrast is how much more typical a term is of the titles of a community than
// of all others: the log-odds ratio of having it, with the corpus as prior, in
// standard deviations (Monroe, Colaresi and Quinn 2008, doi:10.1093/pan/mpn018,
// equations 15 to 22, a title being one draw). count of the community's titles and
// all of the corpus' have it.
func contrast(count, titles, all, corpus float64) float64 {
	expected := prior * all / corpus
	here, elsewhere := count+expected, all-count+expected
	odds := math.Log(here/(titles+prior-here)) - math.Log(elsewhere/(corpus-titles+prior-elsewhere))
	return odds / math.Sqrt(1/here+1/elsewhere)
}

// owners gives for each term the community that it is most typical of, the larger
// of two; -1 where it is a candidate of none.
func owners(all [][]candidate, terms int) []int32 {
	owner, most := make([]int32, terms), make([]float64, terms)
	for t := range owner {
		owner[t] = -1
	}
	for c, candidates := range all {
		for _, t := range candidates {
			if owner[t.index] < 0 || t.typical > most[t.index] {
				owner[t.index], most[t.index] = int32(c), t.typical
			}
		}
	}
	return owner
}

// without leaves out some candidates, and with them the beginnings that are hardly
// ever met without their end: "extremal black" of "extremal black holes".
func without(all []candidate, out func(candidate) bool) []candidate {
	met := map[string]uint32{} // in titles, within candidates that go
	var stay []candidate
	for _, t := range all {
		if !out(t) {
			stay = append(stay, t)
			continue
		}
		for _, run := range runs(strings.Fields(t.key)) {
			if key := strings.Join(run, " "); !strings.HasSuffix(" "+t.key, " "+key) {
				met[key] = max(met[key], t.count)
			}
		}
	}
	return slices.DeleteFunc(stay, func(t candidate) bool { return float64(met[t.key]) >= mostlyWithin*float64(t.count) })
}

// mostlyWithin is which share of its titles a term is within another in.
const mostlyWithin = 0.6

// taken counts the terms of labels.
type taken struct {
	whole map[string]int // by their keys
	parts map[string]int // and all runs of words in them
}

// count takes the terms of a label in, or out again.
func (x *taken) count(label string, by int) {
	for _, term := range Terms(label) {
		words := strings.Fields(inSingular(strings.Fields(term)))
		x.whole[strings.Join(words, " ")] += by
		for _, run := range runs(words) {
			x.parts[strings.Join(run, " ")] += by
		}
	}
}

// like reports whether a term is within a taken one, has one within it, or
// shares two words in a row with one.
func (x *taken) like(t *term) bool {
	return x.parts[t.key] > 0 || slices.ContainsFunc(runs(strings.Fields(t.key)), func(run []string) bool {
		key := strings.Join(run, " ")
		return x.whole[key] > 0 || len(run) > 1 && x.parts[key] > 0
	})
}

// runs gives all words in a row, one and more.
func runs(words []string) (all [][]string) {
	for first := range words {
		for last := first + 1; last <= len(words); last++ {
			all = append(all, words[first:last])
		}
	}
	return all
}

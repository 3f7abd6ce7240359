package html

import (
	"sort"

	"citemap/graph/rank"
	"citemap/graph/study"
)

// A rankRow is one influential paper.
type rankRow struct {
	Paper  int `json:"paper"` // place in data.Papers
	Rank   int `json:"rank"`
	Gap    int `json:"-"`                // its number among the gaps; 0: it is none
	Cited  int `json:"cited"`            // by how many of the papers ranked
	Age    int `json:"age"`              // above how many of a hundred papers of its age it stands
	Read   int `json:"read"`             // its place by PageRank
	Bridge int `json:"bridge,omitempty"` // its place by betweenness; 0: it joins none
}

// influence says which papers the table of influence holds.
func influence(r *study.Ranking) string {
	among := "The " + plural(len(r.Papers), "paper") + " that a reader reaches who starts at the list, ranked among one another"
	if r.Whole {
		among = "The papers looked at, ranked among one another"
	}
	return among + ": those first that are built upon more than others of their age."
}

func (c *collection) rankRows() []rankRow {
	r := c.ranking
	age := r.OfItsAge(rank.PageRank)
	read, bridge := placesBy(r, rank.PageRank), placesBy(r, rank.Betweenness)
	rows := []rankRow{}
	for i, n := range r.Papers[:min(ranked, len(r.Papers))] {
		row := rankRow{Paper: c.add(n), Rank: i + 1, Gap: c.gaps[n], Age: inHundred(age(i)), Read: read[i]}
		row.Cited = int(r.Score(rank.Local, i))
		if r.Score(rank.Betweenness, i) > 0 {
			row.Bridge = bridge[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// Why says in one plain line why a paper is among the first.
func (r rankRow) Why() string {
	says := "cited by " + number(r.Cited) + " of them"
	if r.Age > 50 {
		says += ", ahead of " + number(r.Age) + " in 100 of its age"
	}
	return says
}

// placesBy gives the place of each paper of a ranking by a measure, from 1, those
// of one score sharing one.
func placesBy(r *study.Ranking, m rank.Measure) []int {
	order := make([]int, len(r.Papers))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return r.Score(m, order[a]) > r.Score(m, order[b]) })
	places := make([]int, len(order))
	for at, i := range order {
		if places[i] = at + 1; at > 0 && r.Score(m, i) == r.Score(m, order[at-1]) {
			places[i] = places[order[at-1]]
		}
	}
	return places
}

// inHundred is how many of a hundred papers of its age one stands above: never all.
func inHundred(share float64, known bool) int {
	if !known {
		return 0
	}
	return min(99, int(100*share))
}

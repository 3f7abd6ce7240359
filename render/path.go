package render

import (
	"fmt"
	"strconv"

	"citemap/graph"
	"citemap/graph/study"
)

// Paths says in a sentence or two what routes are, or why there are none.
func Paths(f *study.Findings, r study.Routes) string {
	switch {
	case len(r.Routes) == 0:
		return NoPath(f, r)
	case r.Down:
		return chains(r)
	case r.Routes[0].Keys > 0:
		keys := 0
		for _, x := range r.Routes {
			keys += x.Keys
		}
		return fmt.Sprintf("%s over the %s of most %s, of the %s. Each paper is cited by the next.",
			count(len(r.Routes), "route"), count(keys, "citation"), counted(r), throughWhat(f, r))
	}
	return fmt.Sprintf("%s that most %s go through, of the %s%s. Each is cited by the next.",
		count(len(r.Routes[0].Papers), "paper"), counted(r), throughWhat(f, r), lacking(f, r.Routes[0].Papers))
}

// counted names what the weights of routes count.
func counted(r study.Routes) string {
	return map[string]string{"spc": "search paths", "splc": "paths from any earlier paper (SPLC)", "spnp": "paths between any two papers (SPNP)"}[r.By.String()]
}

// throughWhat names the papers that routes lead through.
func throughWhat(f *study.Findings, r study.Routes) string {
	papers := count(r.Among.Graph.Len(), "paper")
	if len(f.Graph.Listed()) == 0 {
		return papers + " of the corpus"
	}
	return papers + " that are listed or connect listed ones"
}

func lacking(f *study.Findings, papers []graph.Node) string {
	if len(f.Graph.Listed()) == 0 {
		return ""
	}
	n := 0
	for _, p := range papers {
		if !f.Listed(p) {
			n++
		}
	}
	if n == 0 {
		return ", all on the list"
	}
	return fmt.Sprintf("; the list lacks %d of them", n)
}

// chains says how many shortest chains there are, and whether all are given.
func chains(r study.Routes) string {
	n := len(r.Routes)
	way := count(n, "shortest chain") + " of " + count(len(r.Routes[0].Papers)-1, "citation")
	if all, exact := r.Chains.Uint64(); !exact || all > uint64(n) {
		number := "about " + r.Chains.String()
		if exact {
			number = comma(int(all))
		}
		way = strconv.Itoa(n) + " of " + number + " shortest chains of " + count(len(r.Routes[0].Papers)-1, "citation")
	}
	if r.Reversed {
		return "No chain of citations leads from the first paper to the second, but from the second to the first: " + way + ". Each paper cites the next."
	}
	return way + ". Each paper cites the next."
}

// NoPath says why there are no routes, "" where there are some.
func NoPath(f *study.Findings, r study.Routes) string {
	switch {
	case len(r.Routes) > 0:
		return ""
	case r.Down:
		return "No chain of citations leads from the one paper to the other, or back, in this corpus."
	case len(f.Graph.Listed()) == 1:
		return "One listed paper has no path: a path needs two of them, or --from and --to."
	case len(f.Graph.Listed()) == 0:
		return "No paper of the corpus cites another: there is no path."
	}
	return "No citation leads from one listed paper to another, and no paper around the list connects two of them: there is no path."
}

// Percent writes a share of a whole: "12 %", "0.3 %", "<0.1 %".
func Percent(share float64) string {
	switch {
	case share <= 0:
		return "0 %"
	case share < 0.001:
		return "<0.1 %"
	case share < 0.0995:
		return strconv.FormatFloat(100*share, 'f', 1, 64) + " %"
	}
	return strconv.FormatFloat(100*share, 'f', 0, 64) + " %"
}

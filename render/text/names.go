package text

import (
	"fmt"
	"strings"

	"citemap/graph"
	"citemap/graph/study"
)

// namesShown is how many papers a line names; of one more it names all.
const namesShown = 3

func names(f *study.Findings, papers []graph.Node) string {
	var all []string
	named := papers
	if len(papers) > namesShown+1 {
		named = papers[:namesShown]
	}
	for _, n := range named {
		all = append(all, f.Graph.Paper(n).Byline())
	}
	said := strings.Join(all, ", ")
	if more := len(papers) - len(named); more > 0 {
		said += fmt.Sprintf(" and %s more", comma(more))
	}
	return said
}

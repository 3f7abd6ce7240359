package render

import "citemap/graph/study"

// setGroups gives each paper the group whose colour it has, and the groups.
func setGroups(papers []Paper, topics []string, f *study.Findings, by Color) []Group {
	var groups []Group
	switch by {
	case BySection:
		groups = groupBySection(papers, f)
	case ByYear:
		groups = groupByYear(papers)
	default:
		groups = groupByTopic(papers, topics)
	}
	for _, p := range papers {
		if p.Group >= 0 {
			groups[p.Group].Papers++
		}
	}
	return groups
}

// groupByTopic gives each topic a colour, and the other communities one together.
func groupByTopic(papers []Paper, topics []string) []Group {
	groups := painted(topics)
	others := false
	for i := range papers {
		p := &papers[i]
		if p.Group = p.Community; p.Group < 0 {
			p.Group, others = len(topics), true
		}
	}
	if others {
		groups = append(groups, plain.group("other communities"))
	}
	return groups
}

package text

import (
	"fmt"
	"io"

	"charm.land/lipgloss/v2"

	"citemap/graph/gap"
	"citemap/graph/study"
	"citemap/render"
)

// Topics writes the first n topics (0: all), each with its leading papers.
func Topics(w io.Writer, f *study.Findings, all []gap.Topic, n int, o Options) error {
	p := &page{o: o}
	p.coverage(f)
	p.prose(topicsSentence(f, all, len(first(n, all))))
	for i, t := range first(n, all) {
		p.line("")
		size := "(" + render.TopicSize(t) + ")"
		name := render.Shorten(render.TopicName(f.Graph, t), max(20, p.limit()-len(size)-7))
		p.line("%3d. %s  %s", i+1, p.styled(lipgloss.NewStyle().Bold(true), name), p.styled(colour("4"), size))
		if t.Lacking {
			for _, line := range render.Fold(render.Clean(t.Sentence()), p.limit()-5) {
				p.line("     %s", line)
			}
		}
		for _, n := range t.Leading {
			listed, paper := "  ", f.Graph.Paper(n)
			if f.Listed(n) {
				listed = "* "
			}
			p.line("     %s%s", listed, p.link(render.Shorten(called(paper), p.limit()-7), paper))
		}
	}
	return p.finish(w)
}

// topicsSentence says how many topics there are, and how many are shown.
func topicsSentence(f *study.Findings, all []gap.Topic, shown int) string {
	lacking := 0
	for _, t := range all {
		if t.Lacking {
			lacking++
		}
	}
	said := fmt.Sprintf("%s of the corpus", count(len(all), "topic"))
	if len(f.Graph.Listed()) > 0 {
		said = fmt.Sprintf("%s that the list holds or cites (* on the list), of which it lacks %d", count(len(all), "topic"), lacking)
	}
	if shown < len(all) {
		said += fmt.Sprintf("; the first %d", shown)
	}
	return said + "."
}

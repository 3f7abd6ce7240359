package text

import (
	"fmt"
	"io"
	"strconv"

	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/study"
	"citemap/render"
)

// Topics writes the first n topics (0: all), each with its leading papers.
func Topics(w io.Writer, f *study.Findings, all []gap.Topic, n int, o Options) error {
	p := &page{o: o}
	p.coverage(f)
	p.prose(topicsSentence(f, all, len(first(n, all))))
	if o.Wide {
		p.line("")
		p.topicTable(f, first(n, all))
		return p.finish(w)
	}
	for i, t := range first(n, all) {
		p.line("")
		x := item{number: i + 1, name: render.TopicName(f.Graph, t), title: render.TopicSize(t)}
		if t.Lacking {
			x.lines = append(x.lines, t.Sentence())
		}
		p.item(x)
		p.leading(f, t.Leading)
	}
	return p.finish(w)
}

// leading writes the leading papers of a topic.
func (p *page) leading(f *study.Findings, papers []graph.Node) {
	for _, n := range papers {
		paper := f.Graph.Paper(n)
		p.listItem(asterisk(f.Listed(n)), paper)
	}
}

// topicTable writes topics, a line each.
func (p *page) topicTable(f *study.Findings, all []gap.Topic) {
	var rows [][]cell
	for i, t := range all {
		lacking := ""
		if t.Lacking {
			lacking = "lacking"
		}
		rows = append(rows, []cell{
			plain(strconv.Itoa(i + 1)), plain(render.TopicName(f.Graph, t)), plain(render.TopicSize(t)), plain(lacking), plain(render.Clean(names(f, t.Leading))),
		})
	}
	p.table([]column{{right: true}, {head: "topic"}, {head: "size"}, {}, {head: "leading papers", gives: true}}, rows)
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

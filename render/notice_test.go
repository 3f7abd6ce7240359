package render

import (
	"testing"

	"citemap/graph"
)

func TestMarks(t *testing.T) {
	for kind, want := range map[graph.NoticeKind]string{
		graph.Retraction: "[RETRACTED] A title", graph.Concern: "[EXPRESSION OF CONCERN] A title", graph.Correction: "A title",
	} {
		if got := Title(&graph.Paper{Title: "A\x00 title", Notice: &graph.Notice{Kind: kind}}); got != want {
			t.Errorf("%s: %q, want %q", kind, got, want)
		}
	}
	if got := Title(&graph.Paper{Notice: &graph.Notice{Kind: graph.Retraction}}); got != "[RETRACTED]" {
		t.Errorf("without a title: %q", got)
	}
	if got := Title(&graph.Paper{Title: "A title"}); got != "A title" {
		t.Errorf("without a notice: %q", got)
	}
}

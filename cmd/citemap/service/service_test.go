package service

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"citemap/cmd/citemap/console"
	"citemap/graph"
	"citemap/graph/study"
)

const (
	demoList     = "../../../testdata/lists/finetune.md"
	demoSnapshot = "../../../testdata/snapshots/finetune.jsonl"
)

// A question needs no command line: options, a list and a console are enough.
func TestStudyOfASnapshot(t *testing.T) {
	var said bytes.Buffer
	s := New(Options{Snapshot: demoSnapshot, Exclude: []string{"arXiv:2307.09288"}}, nil, console.New(&said))
	f, err := s.Study(t.Context(), []string{demoList}, StudyOptions{Options: study.Options{Topics: true}})
	if err != nil {
		t.Fatal(err)
	}
	if f.Coverage.Resolved != 8 || len(f.Read.Entries) != f.Coverage.Entries || len(f.Gaps.Gaps) == 0 || f.Failed || s.Asked() || said.Len() > 0 {
		t.Errorf("%+v, %d gaps, failed %v, asked %v, said %q", f.Coverage, len(f.Gaps.Gaps), f.Failed, s.Asked(), said.String())
	}
	for _, x := range f.Gaps.Gaps {
		if f.Graph.Paper(x.Node).IDs.Of(graph.ArXiv) == "2307.09288" {
			t.Error("an excluded paper is offered")
		}
	}
}

// What one question wants of reading is in its answer, and in no other's.
func TestReadingIsInTheResult(t *testing.T) {
	name := filepath.Join(t.TempDir(), "list.md")
	text := "# Papers\n\n- [LIMA](https://arxiv.org/abs/2305.11206)\n- [a page](https://example.org/x)\n"
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	s := New(Options{Snapshot: demoSnapshot}, strings.NewReader(text), console.New(io.Discard))
	for list, want := range map[string]GatherOptions{name: {PassedOver: true}, "-": {}} {
		c, err := s.Corpus(t.Context(), []string{list}, want)
		if err != nil {
			t.Fatal(err)
		}
		if len(c.Read.Entries) != 1 || (len(c.Read.PassedOver) > 0) != want.PassedOver {
			t.Errorf("%s: %d entries, passed over %v", list, len(c.Read.Entries), c.Read.PassedOver)
		}
	}
	read, err := s.ReadTexts(t.Context(), []Text{{Name: "typed", Text: []byte(text)}}, ReadOptions{})
	if err != nil || len(read.Entries) != 1 || read.Entries[0].File != "typed" {
		t.Errorf("%+v, %v", read, err)
	}
}

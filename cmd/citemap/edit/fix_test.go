package edit

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"citemap/fetch"
	"citemap/fetch/library"
	"citemap/fetch/list"
	"citemap/fetch/list/fix"
	"citemap/graph"
)

// TestFixTwice fixes real lists with what a snapshot knows of their papers; a
// second run, which resolves the fixed list anew, changes nothing.
func TestFixTwice(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and the race detector finds nothing in it")
	}
	files, _ := filepath.Glob("../../../../shared/lists/*.md")
	more, err := filepath.Glob("../../../testdata/lists/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(files, more...) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			entries, err := list.Read(file, text)
			if err != nil {
				t.Fatal(err)
			}
			s := &library.Snapshot{Header: library.Header{Taken: graph.Date{Year: 2026}, Source: "test"}, Papers: madeUp(entries)}
			once := fixedBy(t, s, file, text)
			again := fixedBy(t, s, file, once.Text)
			if !bytes.Equal(again.Text, once.Text) || len(again.Changes) > 0 {
				t.Errorf("the second time it makes %v", again.Changes)
			}
			t.Logf("%d changes, %d left", len(once.Changes), len(once.Left))
		})
	}
}

func fixedBy(t *testing.T, s *library.Snapshot, name string, text []byte) fix.Fixed {
	t.Helper()
	entries, err := list.Read(name, text)
	if err != nil {
		t.Fatal(err)
	}
	var written bytes.Buffer
	if err := library.WriteSnapshot(&written, s); err != nil {
		t.Fatal(err)
	}
	scanned, err := library.Scan("made up", &written)
	if err != nil {
		t.Fatal(err)
	}
	c, err := fetch.Frozen(t.Context(), scanned.Source(), graph.Corpus{Papers: s.Papers, Oldest: s.Header.Taken, Newest: s.Header.Taken}, entries)
	if err != nil {
		t.Fatal(err)
	}
	fixed, err := fix.Fix(name, text, list.Auto, fix.FixUsual, newAdviser(c).advise)
	if err != nil {
		t.Fatal(err)
	}
	return fixed
}

// madeUp makes a paper for each entry with an arXiv id, of the month that the
// id tells.
func madeUp(entries []graph.Entry) []graph.Paper {
	var out []graph.Paper
	met := map[string]bool{}
	for _, e := range entries {
		id := e.IDs.Of(graph.ArXiv)
		if id == "" || met[id] {
			continue
		}
		met[id] = true
		p := graph.Paper{ID: graph.PaperID("arXiv:" + id), Title: e.Title, IDs: graph.ExternalIDs{{Scheme: graph.ArXiv, Value: id}}}
		if d, err := graph.ParseDate("20" + id[:2] + "-" + id[2:4]); err == nil {
			p.Date = d
		}
		if p.Title == "" {
			p.Title = "The Paper " + id
		}
		out = append(out, p)
	}
	return out
}

// TestAdviceNeedsTheTitle holds that an id of another title's paper advises
// nothing, whichever entry stands first.
func TestAdviceNeedsTheTitle(t *testing.T) {
	p := graph.Paper{ID: "p", Title: "Attention Is All You Need", IDs: graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "1706.03762"}, {Scheme: graph.DOI, Value: "10.1/x"}}}
	entries := []graph.Entry{
		{Title: "Attention is all you need", IDs: graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "1706.03762"}}},
		{Title: "Something quite different", IDs: graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1/x"}}},
		{Title: "Of no paper", IDs: graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "2001.00001"}}},
	}
	got := newAdviser(&graph.Corpus{Papers: []graph.Paper{p}}).advise(entries)
	if got[0].Paper == nil || got[0].Same != -1 || got[1].Paper != nil || got[1].Same != -1 || got[2].Paper != nil || got[2].Same != -1 {
		t.Errorf("got %+v", got)
	}
	entries[0], entries[1] = entries[1], entries[0]
	entries = append(entries, entries[1])
	got = newAdviser(&graph.Corpus{Papers: []graph.Paper{p}}).advise(entries)
	if got[0].Paper != nil || got[1].Paper == nil || got[1].Same != -1 || got[3].Same != 1 {
		t.Errorf("the wrong one first: %+v", got)
	}
}

// A pipe into which nobody writes any more does not keep an interrupted run
// waiting.
func TestInterruptedReadingToFix(t *testing.T) {
	in, out := io.Pipe()
	ctx, stop := context.WithCancel(t.Context())
	go func() {
		_, _ = io.WriteString(out, "arXiv:2305.11206\n")
		stop() // once the reader has begun
	}()
	if _, err := (Run{In: in}).texts(ctx, []string{"-"}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	out.Close()
}

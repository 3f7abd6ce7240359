package main

import (
	"bytes"
	"context"

	"citemap/cmd/citemap/session"
	"citemap/fetch"
	"citemap/fetch/library"
	"citemap/fetch/list"
	"citemap/graph"
	"citemap/graph/study"
	"citemap/testdata"
)

// An act is what the demo shows: a list and the corpus around it, and under which
// names they are written.
type act struct {
	list, snapshot, drawing, page, heldOut string // names of files; no heldOut: nothing was held out

	entries, papers, held []byte
}

// act is what the flags ask for.
func (o demoOptions) act() act {
	if !o.field {
		return act{
			list: "finetune.md", snapshot: "finetune.jsonl", drawing: "finetune.svg", page: "finetune.report.html",
			entries: testdata.List, papers: testdata.Snapshot,
		}
	}
	return act{
		list: "parsing.md", snapshot: "parsing.jsonl.gz", drawing: "parsing.svg", page: "parsing.report.html",
		heldOut: "parsing.held-out.md",
		entries: testdata.FieldList, papers: testdata.FieldSnapshot, held: testdata.HeldOut,
	}
}

// files are the names of what is written, but for the page.
func (a act) files() []string {
	names := []string{a.list, a.snapshot, a.drawing}
	if a.heldOut != "" {
		names = append(names, a.heldOut)
	}
	return names
}

// corpus is the corpus of what is embedded, and what its list calls itself; name is that of
// its file.
func (a act) corpus(ctx context.Context, name string) (c *graph.Corpus, title string, err error) {
	read, err := list.Parse(name, a.entries, list.Auto)
	if err != nil {
		return nil, "", err
	}
	snapshot, err := library.Scan("the embedded snapshot", bytes.NewReader(a.papers))
	if err != nil {
		return nil, "", err
	}
	c, err = fetch.Frozen(ctx, snapshot.Source(), snapshot.Corpus(), read.Entries)
	return c, read.Title(), err
}

// sayFound says how many of the first gaps are papers that were held out; name is
// the file that has them.
func (a act) sayFound(s *session.Session, f *study.Findings, name string) error {
	hidden, err := list.Read(name, a.held)
	if err != nil {
		return err
	}
	names := map[string]bool{}
	for _, e := range hidden {
		names[e.IDs.Of(graph.ACL)] = true
	}
	first := f.Gaps.Gaps[:min(10, len(f.Gaps.Gaps))]
	found := 0
	for _, g := range first {
		if names[f.Graph.Paper(g.Node).IDs.Of(graph.ACL)] {
			found++
		}
	}
	s.Console.Say("held out: %s\n\nOf the first %d gaps, %d are among the %d papers that were held out.", name, len(first), found, len(hidden))
	return nil
}

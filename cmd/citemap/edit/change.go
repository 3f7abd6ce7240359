package edit

import (
	"bytes"
	"fmt"
	"slices"

	"citemap/fetch/list"
	"citemap/fetch/list/add"
	"citemap/graph"
	"citemap/graph/study"
)

// A Change is what one file becomes. Nothing is written before Write.
type Change struct {
	Name   string
	Old    []byte // the file as it was read; nil: there was none
	New    []byte // as it is to be; nil: there is to be none
	Papers []graph.PaperID
	Passed []Passed // papers that are left as they are
}

// Passed is a paper that a change leaves out, and why.
type Passed struct {
	Paper graph.PaperID
	Title string
	Why   string // goes on from "not added: "
}

// Addition is what a list becomes with papers, in its own form. Where all are left
// out the list stays as it is and is not even read: Old and New are nil.
func (r Run) Addition(f *study.Findings, name string, papers []*graph.Paper) (Change, error) {
	c := Change{Name: name}
	var wanted []graph.Paper
	for _, p := range papers {
		if e := entryOf(f.Corpus, p.ID); e != nil {
			c.Passed = append(c.Passed, Passed{p.ID, p.Title, "already on the list: " + e.Place()})
			continue
		}
		wanted = append(wanted, *p)
	}
	if len(wanted) == 0 {
		return c, nil
	}
	text, err := list.ReadText(name, nil)
	if err != nil {
		return c, err
	}
	a, err := add.Append(name, text, r.From, wanted)
	if err != nil {
		return c, fmt.Errorf("add to %w", err)
	}
	for _, x := range a.Passed {
		at := slices.IndexFunc(wanted, func(p graph.Paper) bool { return p.ID == x.Paper })
		c.Passed = append(c.Passed, Passed{x.Paper, wanted[at].Title, "it " + x.Why})
	}
	c.Old, c.New, c.Papers = text, a.Text, a.Added
	return c, nil
}

// Diff shows a change to a person, as a unified diff.
func (c Change) Diff() []byte { return unified(c.Name, c.Old, c.New) }

// Write makes a change, unless the file is another one by now.
func (r Run) Write(c Change) error {
	switch {
	case bytes.Equal(c.Old, c.New) && (c.Old == nil) == (c.New == nil):
		return nil
	case c.New == nil:
		return r.Files.Remove(c.Name, c.Old)
	}
	return r.Files.Rewrite(c.Name, c.Old, c.New)
}

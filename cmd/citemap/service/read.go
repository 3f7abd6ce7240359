package service

import (
	"context"
	"fmt"
	"os"
	"runtime/debug"
	"strings"

	"citemap/fetch/list"
	"citemap/graph"
	"citemap/render"
)

// A Reading is what lists hold, in the order of the lists and of their text.
type Reading struct {
	Lists      []Named
	Entries    []graph.Entry
	Broken     int               // items that could not be read, which the console has named
	PassedOver []list.PassedOver // what else became no entry, where that was wanted
}

// A Named list has a name, by which the user gave it, and a title, by which people
// call it.
type Named struct{ Name, Title string }

// ReadOptions is what one question wants of the reading.
type ReadOptions struct {
	PassedOver bool // name what became no entry
}

// Read reads all lists as one.
func (s *Service) Read(ctx context.Context, lists []string, o ReadOptions) (*Reading, error) {
	return s.readAll(ctx, len(lists), o, func(i int) (*list.List, error) { return s.readList(lists[i]) })
}

// A Text is a list that was read as text, under its name.
type Text struct {
	Name string
	Text []byte
}

// ReadTexts reads the lists in texts as one.
func (s *Service) ReadTexts(ctx context.Context, texts []Text, o ReadOptions) (*Reading, error) {
	return s.readAll(ctx, len(texts), o, func(i int) (*list.List, error) {
		return list.Parse(texts[i].Name, texts[i].Text, s.o.From)
	})
}

func (s *Service) readAll(ctx context.Context, n int, o ReadOptions, read func(i int) (*list.List, error)) (*Reading, error) {
	if s.o.Alone {
		// A dense list makes many times its size of garbage; collecting it sooner
		// halves what the program takes.
		defer debug.SetGCPercent(debug.SetGCPercent(25))
	}
	r := &Reading{}
	for i := range n {
		l, err := Interruptible(ctx, func() (*list.List, error) { return read(i) })
		if err != nil {
			return nil, err
		}
		for _, b := range l.Broken {
			s.console.Say("%s", render.Clean(fmt.Sprintf("%s:%d: not read: %s", b.File, b.Line, b.Text)))
		}
		r.Broken += len(l.Broken)
		if o.PassedOver {
			r.PassedOver = append(r.PassedOver, l.PassedOver()...)
		}
		r.Lists = append(r.Lists, Named{l.Name, l.Title()})
		r.Entries = append(r.Entries, l.Entries...)
	}
	return r, nil
}

// readList reads a list, or takes a paper for one.
func (s *Service) readList(name string) (*list.List, error) {
	if l, is := PaperNamed(name); is {
		return l, nil
	}
	if _, err := os.Lstat(name); err != nil && strings.Contains(name, "://") {
		return nil, fmt.Errorf("%s: neither a file nor the address of a paper that can be looked up: give the paper's DOI or arXiv id", name)
	}
	return list.Open(name, s.in, s.o.From)
}

// Package desk keeps lists at work: their corpus is gathered once and studied again
// after each change, by whoever made it. A live page and a door for assistants stand
// on it. It writes nothing but the list and its file of exclusions, and asks nobody
// but where More says so.
package desk

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"

	"citemap/cmd/citemap/edit"
	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/usage"
	"citemap/fetch"
	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/study"
)

// Options say what a desk works on. The zero value is useful where one list is given.
type Options struct {
	To          string // the list that papers are added to; "": the one that is given
	ExcludeFile string // keeps the ids of what is excluded; "": they are kept as long as the desk
	Topics      bool   // look for topics that the lists lack, too
	Asking      Asking // what keeps More from asking; the zero value: nothing

	Opening func(fetch.Progress) // told of the gathering when the desk is opened; nil: nobody is
}

// Asking says whether anybody can be asked for more.
type Asking struct{ Refused string } // why nobody is; "": they are

// A Desk is lists at work. Its methods may be called from several goroutines.
type Desk struct {
	service *service.Service
	editing edit.Run
	lists   []string
	o       Options

	changing sync.Mutex // one change at a time; guards what follows
	held     *service.Held
	read     *service.Reading
	seen     map[string]mark   // the files as they were read
	taken    []step            // that Undo takes back, the last one last
	excluded [][]graph.PaperID // for as long as the desk, where there is no file
	further  []graph.PaperID   // around which more was asked for

	asking sync.Mutex // one More at a time
	now    atomic.Pointer[State]
}

// Open reads the lists, gathers their corpus and studies it.
func Open(ctx context.Context, s *service.Service, editing edit.Run, lists []string, o Options) (*Desk, error) {
	d := &Desk{service: s, editing: editing, lists: lists, o: o}
	d.changing.Lock()
	defer d.changing.Unlock()
	if err := d.target(); err != nil {
		return nil, err
	}
	var err error
	d.seen = marks(d.files())
	if d.read, err = s.Read(ctx, lists, service.ReadOptions{}); err != nil {
		return nil, err
	}
	if d.held, err = s.Hold(ctx, d.read, service.GatherOptions{Progress: o.Opening}); err != nil {
		return nil, err
	}
	return d, d.study(ctx, State{})
}

// target settles which list papers are added to.
func (d *Desk) target() error {
	switch {
	case slices.Contains(d.lists, "-"):
		return usage.Errorf("a list that stays open is a file: standard input cannot be read again")
	case d.o.To == "" && len(d.lists) > 0:
		d.o.To = d.lists[0]
	case d.o.To != "" && !slices.Contains(d.lists, d.o.To):
		return usage.Errorf("--add-to %s: not one of the lists given", d.o.To)
	}
	return nil
}

// study studies the corpus as the lists are now, and publishes what follows. What is
// to be told of it is in next.
func (d *Desk) study(ctx context.Context, next State) error {
	corpus, err := d.held.Relisted(ctx, d.read)
	if err != nil {
		return err
	}
	next.Findings, err = d.service.StudyOf(ctx, corpus, service.StudyOptions{
		Options:             study.Options{Topics: d.o.Topics, Gaps: gap.Options{Exclude: slices.Concat(d.excluded...)}},
		ExcludeFileMayBeNew: true,
	})
	if err != nil {
		return err
	}
	next.ReadOnly = d.editing.Unwritable(d.o.To)
	d.publish(next)
	return nil
}

// files are those that the answer hangs on.
func (d *Desk) files() []string { return append([]string{d.o.ExcludeFile}, d.lists...) }

// To is the list that papers are added to; "" where there is none.
func (d *Desk) To() string { return d.o.To }

// ExcludeFile keeps what is excluded; "" where nothing does.
func (d *Desk) ExcludeFile() string { return d.o.ExcludeFile }

// again reads the lists anew and studies them. What keeps it from that is told by the
// state, too, which else is that of before.
func (d *Desk) again(ctx context.Context, next State) error {
	d.seen = marks(d.files())
	read, err := d.service.Read(ctx, d.lists, service.ReadOptions{})
	if err == nil {
		d.read = read
		err = d.study(ctx, next)
	}
	if err != nil && ctx.Err() == nil {
		old := *d.State()
		old.Happened, old.Trouble = next.Happened, err.Error()
		d.publish(old)
	}
	return err
}

// State gives what is known now.
func (d *Desk) State() *State { return d.now.Load() }

// After waits for a state of a number above n and gives the newest.
func (d *Desk) After(ctx context.Context, n int) (*State, error) {
	for {
		s := d.now.Load()
		if s.Number > n {
			return s, nil
		}
		select {
		case <-s.superseded:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// publish makes a state the newest one.
func (d *Desk) publish(next State) {
	before := d.now.Load()
	next.Number, next.superseded, next.Undo = 1, make(chan struct{}), nil
	if before != nil {
		next.Number = before.Number + 1
	}
	for i := len(d.taken) - 1; i >= 0; i-- {
		next.Undo = append(next.Undo, d.taken[i].words)
	}
	d.now.Store(&next)
	if before != nil {
		close(before.superseded)
	}
}

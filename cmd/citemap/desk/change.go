package desk

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"citemap/cmd/citemap/edit"
	"citemap/graph"
)

// ErrNothing says that there is nothing to take back.
var ErrNothing = errors.New("nothing to undo: no change was made here that the files still hold")

// Addition is what the list becomes with papers of the corpus. Nothing is written.
func (d *Desk) Addition(ids []string) (edit.Change, error) {
	return d.addition(d.State(), ids)
}

func (d *Desk) addition(s *State, ids []string) (edit.Change, error) {
	papers, err := s.Papers(ids)
	if err != nil {
		return edit.Change{}, err
	}
	if s.ReadOnly != "" {
		return edit.Change{}, errors.New(s.ReadOnly)
	}
	return d.editing.Addition(s.Findings.Findings, d.o.To, papers)
}

// Add puts papers of the corpus on the list, in its own form, and studies it anew.
func (d *Desk) Add(ctx context.Context, ids []string) (edit.Change, error) {
	d.changing.Lock()
	defer d.changing.Unlock()
	if err := d.look(ctx); err != nil {
		return edit.Change{}, err
	}
	c, err := d.addition(d.State(), ids)
	if err != nil || c.New == nil {
		return c, err
	}
	return c, d.make(ctx, c)
}

// Exclusion is what the file of exclusions becomes with papers of the corpus. Nothing
// is written. Where there is no such file the change has no name.
func (d *Desk) Exclusion(ids []string) (edit.Change, error) {
	papers, err := d.State().Papers(ids)
	if err != nil {
		return edit.Change{}, err
	}
	c := edit.Change{}
	var wanted []*graph.Paper
	for _, p := range papers {
		if slices.Contains(d.State().Findings.Excluded.Papers, p.ID) {
			c.Passed = append(c.Passed, edit.Passed{Paper: p.ID, Title: p.Title, Why: "already excluded"})
			continue
		}
		wanted, c.Papers = append(wanted, p), append(c.Papers, p.ID)
	}
	if d.o.ExcludeFile == "" || len(wanted) == 0 {
		return c, nil
	}
	made, err := d.editing.Exclusion(d.o.ExcludeFile, wanted)
	made.Passed = c.Passed
	return made, err
}

// Exclude has papers never be offered again: those of the file of exclusions for good,
// else for as long as the desk.
func (d *Desk) Exclude(ctx context.Context, ids []string) (edit.Change, error) {
	d.changing.Lock()
	defer d.changing.Unlock()
	if err := d.look(ctx); err != nil {
		return edit.Change{}, err
	}
	c, err := d.Exclusion(ids)
	if err != nil || len(c.Papers) == 0 {
		return c, err
	}
	return c, d.make(ctx, c)
}

// Undo takes the last n changes back: the files hold the bytes that they held before.
// A file that another program has changed since stays as it is, and that is an error.
func (d *Desk) Undo(ctx context.Context, n int) error {
	d.changing.Lock()
	defer d.changing.Unlock()
	if err := d.look(ctx); err != nil {
		return err
	}
	if len(d.taken) == 0 {
		return ErrNothing
	}
	var words []string
	var err error
	for range min(n, len(d.taken)) {
		if err = d.takeBack(); err != nil {
			break
		}
		words = append(words, d.State().Undo[len(words)])
	}
	if len(words) == 0 {
		return err
	}
	return errors.Join(err, d.again(ctx, State{Happened: "undone: " + strings.Join(words, "; ")}))
}

// takeBack takes the last change back in the files.
func (d *Desk) takeBack() error {
	last := len(d.taken) - 1
	c, err := d.taken[last].back()
	if err != nil {
		return err
	}
	if err := d.write(c); err != nil {
		return err
	}
	if c.Name == "" {
		d.excluded = d.excluded[:len(d.excluded)-1]
	}
	d.taken = d.taken[:last]
	return nil
}

// make writes a change and studies what follows.
func (d *Desk) make(ctx context.Context, c edit.Change) error {
	if err := d.write(c); err != nil {
		return err
	}
	s := stepOf(c, d.worded(c))
	d.taken = append(d.taken, s)
	if c.Name == "" {
		d.excluded = append(d.excluded, c.Papers)
	}
	return d.again(ctx, State{Happened: s.words})
}

// worded puts a change into words.
func (d *Desk) worded(c edit.Change) string {
	who := fmt.Sprintf("%d papers", len(c.Papers))
	if len(c.Papers) == 1 {
		who = d.State().Findings.Corpus.Paper(c.Papers[0]).Byline()
	}
	switch c.Name {
	case "":
		return who + " excluded for as long as this is open"
	case d.o.ExcludeFile:
		return who + " excluded, in " + filepath.Base(c.Name)
	}
	return who + " added to " + filepath.Base(c.Name)
}

// write writes a change of a file; one without a name is of none.
func (d *Desk) write(c edit.Change) error {
	if c.Name == "" {
		return nil
	}
	return d.editing.Write(c)
}

package edit

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"citemap/cmd/citemap/console"
	"citemap/fetch/list/fix"
	"citemap/render"
)

// A fixing is a list with what it becomes.
type fixing struct {
	name string
	old  []byte
	fix.Fixed
}

// writeFixed writes the lists back, or shows what would change.
func (r Run) writeFixed(all []fixing, dryRun bool) error {
	for i, x := range all {
		var err error
		switch {
		case dryRun:
			_, err = r.Out.Write(unified(x.name, x.old, x.Text))
		case x.name == "-":
			_, err = r.Out.Write(x.Text)
		case !bytes.Equal(x.old, x.Text):
			err = r.Files.Rewrite(x.name, x.old, x.Text)
		}
		if err == nil {
			continue
		}
		for _, done := range all[:i] {
			if !dryRun && !bytes.Equal(done.old, done.Text) {
				err = errors.Join(err, r.Files.Rewrite(done.name, done.Text, done.old))
			}
		}
		return err
	}
	return nil
}

// sayFixed says what became of a list, a line a change.
func (r Run) sayFixed(x fixing, dryRun bool) {
	for _, c := range slices.Concat(x.Changes, x.Left) {
		r.Console.Say("%s", render.Clean(fmt.Sprintf("%s:%d: %s", x.name, c.Line, c.What)))
	}
	n := len(x.Changes)
	switch {
	case n == 0:
		r.Console.Say("%s: nothing to change", render.Clean(x.name))
	case dryRun:
		r.Console.Say("%s: %d %s to make, nothing written", render.Clean(x.name), n, console.Plural(n, "change", "changes"))
	default:
		r.Console.Say("%s: %d %s", render.Clean(x.name), n, console.Plural(n, "change", "changes"))
	}
}

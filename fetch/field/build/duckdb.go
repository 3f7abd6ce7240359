package build

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"citemap/fetch/field/sql"
)

// duckDB runs one process a stage, and cuts into slots what is large.
type duckDB struct {
	statements
	program string
	slots   slots
}

// run makes the stages that are not finished, and counts.
func (d *duckDB) run(ctx context.Context, w *watch) (string, error) {
	for i := range stages {
		st := &stages[i]
		if w.passes(st) {
			continue
		}
		w.started(st)
		if err := d.make(ctx, st, stages[:i]); err != nil {
			return "", err
		}
		if err := w.finished(st, nil); err != nil {
			return "", err
		}
	}
	query, err := d.count()
	if err != nil {
		return "", err
	}
	return d.execute(ctx, stages, nil, query)
}

// make makes a stage out of the earlier ones.
func (d *duckDB) make(ctx context.Context, st *stage, earlier []stage) error {
	if err := fresh(d.folder(st)); err != nil {
		return err
	}
	switch {
	case d.slots.one():
		return d.inOnePiece(ctx, st, earlier)
	case st.within != "":
		return d.inParts(ctx, st, earlier, st.within, sql.Body(st.name))
	case st.slot == "":
		return d.inOnePiece(ctx, st, earlier)
	case st.table == "":
		return d.scatter(ctx, st, earlier, d.folder(st))
	}
	all := stage{name: st.name + "_slots"}
	if err := fresh(d.folder(&all)); err != nil {
		return err
	}
	if err := d.scatter(ctx, st, earlier, d.folder(&all)); err != nil {
		return err
	}
	if err := d.inParts(ctx, st, earlier, all.name, "SELECT * FROM "+all.name); err != nil {
		return err
	}
	return os.RemoveAll(d.folder(&all))
}

func (d *duckDB) inOnePiece(ctx context.Context, st *stage, earlier []stage) error {
	write, err := d.write(st, sql.Body(st.name), "00000")
	if err != nil {
		return err
	}
	_, err = d.execute(ctx, earlier, nil, write)
	return err
}

// scatter writes the rows of a stage into a folder a slot.
func (d *duckDB) scatter(ctx context.Context, st *stage, earlier []stage, folder string) error {
	write, err := d.head.Part("scatter", writing{Select: sql.Body(st.name), Folder: folder, Slot: d.slots.of(st.slot)})
	if err != nil {
		return err
	}
	_, err = d.execute(ctx, earlier, nil, write)
	return err
}

// inParts writes a table part by part, each out of some slots in a row.
func (d *duckDB) inParts(ctx context.Context, st *stage, earlier []stage, slotted, query string) error {
	from := stage{name: slotted}
	parts, err := d.slots.parts(d.folder(&from))
	if err != nil {
		return err
	}
	if len(parts) == 0 {
		return d.inOnePiece(ctx, st, earlier)
	}
	for i, files := range parts {
		write, err := d.write(st, query, fmt.Sprintf("%05d", i))
		if err != nil {
			return err
		}
		if _, err := d.execute(ctx, earlier, map[string][]string{slotted: files}, write); err != nil {
			return err
		}
	}
	return nil
}

// execute runs statements in a new process, in which the earlier stages are
// views; of some it reads some files alone.
func (d *duckDB) execute(ctx context.Context, earlier []stage, some map[string][]string, last string) (string, error) {
	text, err := d.opening()
	if err != nil {
		return "", err
	}
	for i := range earlier {
		st := &earlier[i]
		files := some[st.name]
		if files == nil && st.slot != "" && st.table == "" && !d.slots.one() {
			files = []string{filepath.Join(d.folder(st), "*", "*.parquet")}
		}
		view, err := d.asView(st, files)
		if err != nil {
			return "", err
		}
		text += view
	}
	for name, files := range some {
		if !slices.ContainsFunc(earlier, func(st stage) bool { return st.name == name }) {
			view, err := d.asView(&stage{name: name}, files)
			if err != nil {
				return "", err
			}
			text += view
		}
	}
	return runProgram(ctx, command(ctx, d.program, "-bail", "-batch"), text+last)
}

// command is an engine's program. It is asked to end before it is killed, so that
// one that has started another can end that too.
func command(ctx context.Context, program string, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, program, args...)
	c.Cancel = func() error { return c.Process.Signal(os.Interrupt) }
	c.WaitDelay = 10 * time.Second
	return c
}

// runProgram runs an engine on a text and gives what it prints.
func runProgram(ctx context.Context, c *exec.Cmd, text string) (string, error) {
	var out, said bytes.Buffer
	c.Stdin, c.Stdout, c.Stderr = strings.NewReader(text), &out, &said
	if err := c.Run(); err != nil {
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		return "", failure(filepath.Base(c.Path), err, said.String())
	}
	return out.String(), nil
}

package build

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"

	"citemap/fetch/field"
)

// A working folder stands beside the field while it is made, and becomes it in the
// end by one rename. What is finished in it bears a mark, so that a build that was
// ended goes on behind it.
type working struct {
	folder string   // DIR.partial
	final  string   // DIR
	held   *os.File // by which no other build comes near the folder
}

// partial is the ending of working folders.
const partial = ".partial"

// A task is what a working folder was begun for.
type task struct {
	Format string     `json:"format"`
	Engine string     `json:"engine"`
	Body   string     `json:"body"` // a sum of the SQL
	Files  []dumpFile `json:"files"`
}

const taskFormat = "citemap-field-build"

// openWorking opens the working folder of a field, and clears one that was begun
// for something else. Whatever stands there and is none is left alone, and so is
// anything at the place of the field.
func openWorking(dir string, t task) (*working, error) {
	w := &working{folder: dir + partial, final: dir}
	if err := free(dir); err != nil {
		return nil, err
	}
	t.Format = taskFormat
	begun, err := w.begun()
	if err != nil {
		return nil, err
	}
	if err := w.hold(); err != nil {
		return nil, err
	}
	if !reflect.DeepEqual(begun, &t) {
		err = w.startAnew(t)
	}
	return w, err
}

// startAnew clears the folder, but for the file that is held.
func (w *working) startAnew(t task) error {
	entries, err := os.ReadDir(w.folder)
	if err != nil {
		return fmt.Errorf("make the field: %w", err)
	}
	for _, e := range entries {
		if e.Name() == holdName {
			continue
		}
		if err := os.RemoveAll(filepath.Join(w.folder, e.Name())); err != nil {
			return fmt.Errorf("clear an earlier build: %w", err)
		}
	}
	if err := os.MkdirAll(w.work(""), 0o777); err != nil {
		return fmt.Errorf("make the field: %w", err)
	}
	return writeJSON(w.taskName(), t)
}

// holdName is the name of the file that a build holds.
const holdName = "held"

// hold makes the folder and keeps other builds from it for as long as this process
// lives.
func (w *working) hold() error {
	if err := os.MkdirAll(w.folder, 0o777); err != nil {
		return fmt.Errorf("make the field: %w", err)
	}
	f, err := os.OpenFile(filepath.Join(w.folder, holdName), os.O_CREATE|os.O_RDWR, 0o666)
	if err != nil {
		return fmt.Errorf("make the field: %w", err)
	}
	if err := exclusive(f); err != nil {
		f.Close()
		return fmt.Errorf("%s: another build is at work here: wait for it, or name another field", w.folder)
	}
	w.held = f
	return nil
}

// release lets other builds come near again.
func (w *working) release() { w.held.Close() }

// free reports, as an error, that something stands where the field is to be.
func free(dir string) error {
	_, err := os.Lstat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("make the field: %w", err)
	}
	if _, err := field.ReadHeader(dir); err == nil {
		return fmt.Errorf("%s: is a field already: remove it first, or name another folder", dir)
	}
	return fmt.Errorf("%s: is there already and no field: nothing is written over it; name another folder", dir)
}

func (w *working) taskName() string { return filepath.Join(w.folder, "build.json") }

// begun gives what the folder was begun for; nil where there is none.
func (w *working) begun() (*task, error) {
	text, err := os.ReadFile(w.taskName())
	if errors.Is(err, fs.ErrNotExist) {
		if entries, err := os.ReadDir(w.folder); err == nil && slices.ContainsFunc(entries, func(e os.DirEntry) bool { return e.Name() != holdName }) {
			return nil, fmt.Errorf("%s: is there already and no working folder of a build: remove it, or name another field", w.folder)
		}
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("go on with a build: %w", err)
	}
	t := &task{}
	if err := json.Unmarshal(text, t); err != nil || t.Format != taskFormat {
		return nil, fmt.Errorf("%s: is not of a build: remove %s, or name another field", w.taskName(), w.folder)
	}
	return t, nil
}

func (w *working) work(name string) string { return filepath.Join(w.folder, "work", name) }

// done reports whether something is finished.
func (w *working) done(name string) bool {
	_, err := os.Stat(w.work(name + ".done"))
	return err == nil
}

// mark says that something is finished, with what is to be remembered of it.
func (w *working) mark(name string, what any) error { return writeJSON(w.work(name+".done"), what) }

// recall reads what was remembered.
func (w *working) recall(name string, into any) error {
	text, err := os.ReadFile(w.work(name + ".done"))
	if err == nil {
		err = json.Unmarshal(text, into)
	}
	return err
}

// fresh gives an empty folder in place of what may stand there.
func fresh(folder string) error {
	if err := os.RemoveAll(folder); err != nil {
		return fmt.Errorf("make the field: %w", err)
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return fmt.Errorf("make the field: %w", err)
	}
	return nil
}

// finish writes what the field says of itself, now that all else is there, and
// puts it in its place.
func (w *working) finish(header field.Header) error {
	if err := errors.Join(os.RemoveAll(w.work("")), os.RemoveAll(filepath.Join(w.folder, "temp"))); err != nil {
		return fmt.Errorf("finish the field: %w", err)
	}
	if err := free(w.final); err != nil {
		return err
	}
	if err := writeJSON(filepath.Join(w.folder, field.HeaderName), header.Wire()); err != nil {
		return err
	}
	if err := errors.Join(os.Remove(w.taskName()), os.Remove(w.held.Name()), os.Rename(w.folder, w.final)); err != nil {
		return fmt.Errorf("finish the field: %w", err)
	}
	return nil
}

// writeJSON writes a file whole or not at all.
func writeJSON(name string, v any) error {
	text, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	f, err := os.Create(name + ".new")
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	_, err = f.Write(append(text, '\n'))
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}

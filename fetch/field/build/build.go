// Package build makes fields of dumps: it has an engine, DuckDB or Spark, run the
// statements of package sql, stage by stage, and checks what came of it.
package build

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"regexp"

	"citemap/fetch/field"
	"citemap/fetch/field/sql"
	"citemap/graph"
)

// Options say of what to make a field, where and how.
type Options struct {
	Source string // the folder of the dump
	Dir    string // the folder of the field, which is not there yet

	Engine  string // duckdb or spark
	Program string // its program; "": that of its name on the path
	Master  string // Spark's; "": all cores of this machine
	Memory  string // for the engine, as 4GB

	Release string     // of the dump
	Date    graph.Date // of the release

	Rows   int64 // of a part; 0: as many as are usual
	Report func(Step)
}

var memory = regexp.MustCompile(`^[1-9][0-9]{0,6}[MG]B$`)

// IsMemory reports whether a text is an amount of memory.
func IsMemory(text string) bool { return memory.MatchString(text) }

// An engine makes the stages of a build.
type engine interface {
	run(ctx context.Context, w *watch) (facts string, err error)
}

// Build makes a field. Until it is whole it stands beside its place, in DIR.partial;
// what was finished there when a build ended is used by the next of the same dump.
func Build(ctx context.Context, o Options) (*Facts, error) {
	d, at, program, err := o.open()
	if err != nil {
		return nil, err
	}
	defer at.release()
	w := &watch{at: at, report: o.Report}
	rows, err := w.look(ctx, d)
	if err != nil {
		return nil, err
	}
	temp, err := at.prepare(d)
	if err != nil {
		return nil, err
	}
	e := o.engine(program, d, at, temp, rows)
	said, err := e.run(ctx, w)
	if err != nil {
		return nil, err
	}
	f, err := readFacts(said)
	if err != nil {
		return nil, err
	}
	if err := f.check(d, rows); err != nil {
		return nil, err
	}
	if s, ok := e.(*spark); ok {
		if err := s.settle(); err != nil {
			return nil, err
		}
	}
	return f, at.finish(o.header(d.source, f))
}

// open finds all that a build needs, before anything is written but the working
// folder.
func (o *Options) open() (*dump, *working, string, error) {
	for _, path := range []*string{&o.Source, &o.Dir} {
		whole, err := filepath.Abs(*path)
		if err != nil {
			return nil, nil, "", err
		}
		*path = whole
		if err := sayable(whole); err != nil {
			return nil, nil, "", err
		}
	}
	if o.Program == "" {
		o.Program = map[string]string{"duckdb": "duckdb", "spark": "spark-sql"}[o.Engine]
	}
	program, err := find(o.Program, o.Engine)
	if err != nil {
		return nil, nil, "", err
	}
	d, err := openDump(o.Source)
	if err != nil {
		return nil, nil, "", err
	}
	t := task{Engine: o.Engine, Body: bodySum()}
	for _, s := range d.sets {
		t.Files = append(t.Files, s.files...)
	}
	at, err := openWorking(o.Dir, t)
	if err != nil {
		return nil, nil, "", err
	}
	return d, at, program, nil
}

// bodySum tells one version of the statements from another.
func bodySum() string {
	sum := sha256.New()
	for _, st := range stages {
		fmt.Fprintf(sum, "%+v\n%s\n", st, sql.Body(st.name))
	}
	return hex.EncodeToString(sum.Sum(nil)[:8])
}

// look reads the dump from end to end, if no earlier run did, and counts its rows.
func (w *watch) look(ctx context.Context, d *dump) (map[string]int64, error) {
	st := &stage{name: "look", says: "reads the dump through"}
	rows := map[string]int64{}
	if w.passes(st) {
		return rows, w.at.recall(st.name, &rows)
	}
	w.started(st)
	rows, err := d.countRows(ctx)
	if err != nil {
		return nil, err
	}
	return rows, w.finished(st, rows)
}

// prepare makes what an engine wants to find: files for the sets that the dump does
// not have, and an empty folder for what does not fit in memory. That is a new one
// each time, since the engine of a build that was killed may still be at work.
func (w *working) prepare(d *dump) (temp string, err error) {
	all := filepath.Join(w.folder, "temp")
	if err := fresh(all); err != nil {
		return "", err
	}
	for _, s := range d.sets {
		name := w.empty(s.name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return "", fmt.Errorf("make the field: %w", err)
		}
		header := s.header
		if header != "" {
			header += "\n"
		}
		if err := os.WriteFile(name, []byte(header), 0o666); err != nil {
			return "", fmt.Errorf("make the field: %w", err)
		}
	}
	return os.MkdirTemp(all, "")
}

// partBytes of a dump make a partition of what Spark shuffles, about, and there are
// no fewer than fewPartitions.
const (
	partBytes     = 64 << 20
	fewPartitions = 2
)

func (o *Options) engine(program string, d *dump, at *working, temp string, rows map[string]int64) engine {
	s := statements{head: sql.OpenHead(o.Engine), dump: d, at: at, begin: begin{Memory: o.Memory, Temp: temp}}
	if o.Engine == "duckdb" {
		size := o.Rows
		if size == 0 {
			size = partRows
		}
		return &duckDB{statements: s, program: program, slots: slotsFor(rows["papers"]+rows["works"], rows["citations"], size)}
	}
	master, bytes := o.Master, int64(0)
	if master == "" {
		master = "local[*]"
	}
	for _, set := range d.sets {
		for _, f := range set.files {
			bytes += f.Size
		}
	}
	return &spark{statements: s, program: program, master: master, shuffle: max(fewPartitions, bytes/partBytes)}
}

// header is what the field says of itself.
func (o *Options) header(s source, f *Facts) field.Header {
	return field.Header{
		Source: s.name, Release: o.Release, Licence: s.licence, Date: o.Date, Engine: f.Engine,
		Papers: f.Papers, Citations: f.Citations, IDs: f.IDs, Titles: f.Titles, Dropped: f.Dropped,
	}
}

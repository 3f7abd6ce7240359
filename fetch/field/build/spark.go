package build

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"citemap/fetch/field/sql"
)

// spark runs all stages in one program, which plans each as its cluster needs.
type spark struct {
	statements
	program string
	master  string
	shuffle int64 // partitions of what is shuffled
}

// run makes the stages that are not finished, and counts.
func (s *spark) run(ctx context.Context, w *watch) (string, error) {
	due, text, err := s.script(w)
	if err != nil {
		return "", err
	}
	file := s.at.work("spark.sql")
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		return "", fmt.Errorf("make the field: %w", err)
	}
	c := command(ctx, s.program, s.arguments(file)...)
	c.Dir = s.Temp
	// That of pip asks the first python3 on the path where the rest of Spark is: it is to
	// be the one that stands beside the program.
	c.Env = append(os.Environ(), "PATH="+filepath.Dir(s.program)+string(os.PathListSeparator)+os.Getenv("PATH"))
	var said bytes.Buffer
	c.Stderr = &said
	out, err := c.StdoutPipe()
	if err != nil {
		return "", fmt.Errorf("start %s: %w", s.program, err)
	}
	if err := c.Start(); err != nil {
		return "", fmt.Errorf("start %s: %w", s.program, err)
	}
	facts, marked := s.follow(bufio.NewScanner(out), w, due)
	err = c.Wait()
	switch {
	case ctx.Err() != nil:
		return "", ctx.Err()
	case err != nil:
		return "", failure(filepath.Base(s.program), err, said.String())
	}
	return facts, marked
}

// script gives the stages that are to be made, and all statements.
func (s *spark) script(w *watch) (due []*stage, text string, err error) {
	if text, err = s.opening(); err != nil {
		return nil, "", err
	}
	for i := range stages {
		st := &stages[i]
		if !w.passes(st) {
			due = append(due, st)
			if err := os.RemoveAll(s.folder(st)); err != nil {
				return nil, "", fmt.Errorf("make the field: %w", err)
			}
			write, err := s.write(st, sql.Body(st.name), "")
			if err != nil {
				return nil, "", err
			}
			text += write
		}
		view, err := s.asView(st, nil)
		if err != nil {
			return nil, "", err
		}
		text += view
	}
	query, err := s.count()
	return due, text + query, err
}

// follow reads what the program prints: that stages are done, and then the facts.
// What cannot be marked is an error, and the rest is read all the same.
func (s *spark) follow(out *bufio.Scanner, w *watch, due []*stage) (facts string, err error) {
	if len(due) > 0 {
		w.started(due[0])
	}
	for out.Scan() {
		name, done := strings.CutPrefix(out.Text(), "done\t")
		if !done {
			facts += out.Text() + "\n"
			continue
		}
		if len(due) == 0 || due[0].name != name || err != nil {
			continue
		}
		err = w.finished(due[0], nil)
		if due = due[1:]; len(due) > 0 {
			w.started(due[0])
		}
	}
	return facts, err
}

func (s *spark) arguments(file string) []string {
	args := []string{"--master", s.master}
	if strings.HasPrefix(s.master, "local[") || s.master == "local" {
		args = append(args, "--driver-memory", strings.ToLower(strings.TrimSuffix(s.Memory, "B")))
	}
	for _, setting := range []string{
		"spark.sql.catalogImplementation=in-memory", "spark.sql.warehouse.dir=" + filepath.Join(s.Temp, "warehouse"), "spark.local.dir=" + s.Temp,
		"spark.ui.enabled=false", "spark.sql.session.timeZone=UTC", fmt.Sprintf("spark.sql.shuffle.partitions=%d", s.shuffle),
		"spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs=false", "spark.sql.parquet.writeLegacyFormat=false",
	} {
		args = append(args, "--conf", setting)
	}
	return append(args, "-f", file)
}

// settle names the files of the tables as a field has them, in their order, and
// takes away those without rows and what else the program left.
func (s *spark) settle() error {
	for i := range stages {
		if stages[i].table == "" {
			continue
		}
		if err := numbered(s.folder(&stages[i])); err != nil {
			return err
		}
	}
	return nil
}

func numbered(folder string) error {
	files, err := filepath.Glob(filepath.Join(folder, "part-*.parquet"))
	if err != nil {
		return err
	}
	slices.Sort(files)
	kept := 0
	for i, name := range files {
		rows, err := parquetRows([]string{name})
		if err != nil {
			return err
		}
		if rows == 0 && kept+len(files)-i > 1 {
			err = os.Remove(name)
		} else {
			err = os.Rename(name, filepath.Join(folder, fmt.Sprintf("part-%05d.parquet", kept)))
			kept++
		}
		if err != nil {
			return fmt.Errorf("finish the field: %w", err)
		}
	}
	sums, err := filepath.Glob(filepath.Join(folder, ".*.crc"))
	if err != nil {
		return err
	}
	for _, name := range sums {
		if err := os.Remove(name); err != nil {
			return fmt.Errorf("finish the field: %w", err)
		}
	}
	return nil
}

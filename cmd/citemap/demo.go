package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/edit"
	"citemap/cmd/citemap/files"
	"citemap/cmd/citemap/picture"
	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/session"
	"citemap/cmd/citemap/usage"
	"citemap/graph/study"
	"citemap/render/html"
	"citemap/render/record"
)

// demoOptions are the flags of demo.
type demoOptions struct {
	folder string
	field  bool
}

func newDemo(s *session.Session) *cobra.Command {
	var o demoOptions
	c := &cobra.Command{
		Use:   "demo",
		Short: "Write a report on a reading list that comes with citemap",
		Long: "Writes the report, the map, the list and the snapshot to a folder, from a reading list and a\n" +
			"snapshot that are part of the program. It needs no network, and keeps a list there that you\n" +
			"have changed.\n\n" +
			"The list is eight papers on fine-tuning. --field takes 24 papers on dependency parsing instead,\n" +
			"every other one of a real bibliography, with the papers around them: enough to show what gaps\n" +
			"can find, and the other half of the bibliography to compare it with.",
		Example: "  citemap demo\n  citemap demo --field -o /tmp/citemap",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage.Errorf("citemap demo: takes no list; for your own use citemap report")
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error {
			if info, err := os.Lstat(o.folder); err == nil && info.Mode()&os.ModeSymlink != 0 && !c.Flags().Changed("output") {
				return fmt.Errorf("make folder %s: it is a symbolic link, which may lead anywhere: %s", o.folder, demoWay)
			}
			return o.run(c.Context(), s)
		},
	}
	c.Flags().StringVarP(&o.folder, "output", "o", "citemap-demo", "write to this `folder`")
	c.Flags().BoolVar(&o.field, "field", false, "use a list with its field around it, half of which is held out")
	return c
}

// run does the main job on the embedded list and says where to look.
func (o demoOptions) run(ctx context.Context, s *session.Session) error {
	a := o.act()
	if err := o.makeFolder(s, a); err != nil {
		return err
	}
	corpus, title, err := a.corpus(ctx, o.in(a.list))
	if err != nil {
		return err
	}
	called := picture.Drawing{}.Titled(title)
	f := study.Of(corpus, study.Options{Topics: true})
	lists := []string{o.in(a.list)}
	searched := o.searched(s, f, lists)
	err = s.Deliver(o.in(a.drawing), func(w io.Writer) error { return draw(ctx, s, w, "svg", searched, called) })
	if err != nil {
		return err
	}
	add := edit.Command(lists, service.Options{Snapshot: o.in(a.snapshot)})
	report := reportOptions{output: o.in(a.page), n: 5, add: add, drawing: called}
	if err := report.write(ctx, s, searched); err != nil {
		return err
	}
	s.Console.Say("map:    %s\nlist:   %s", o.in(a.drawing), o.in(a.list))
	if len(a.held) > 0 {
		if err := a.sayFound(s, f, o.in(a.heldOut)); err != nil {
			return err
		}
	}
	s.Console.Say("\nOpen the report in a browser. Next: citemap gaps %s --snapshot %s", o.in(a.list), o.in(a.snapshot))
	return nil
}

// searched is the run that the demo's page records.
func (o demoOptions) searched(s *session.Session, f *study.Findings, lists []string) record.Run {
	return record.Run{
		Findings: f, Lists: lists, Version: s.Program.Version,
		Snapshot: o.in(o.act().snapshot), Shown: html.GapsShown,
	}
}

// in is where a file of the demo is.
func (o demoOptions) in(name string) string { return filepath.Join(o.folder, name) }

const demoWay = "move it, or name another folder with -o"

// makeFolder makes the folder and writes the list and the snapshot there, once
// nothing is in the way of any of the demo's files.
func (o demoOptions) makeFolder(s *session.Session, a act) error {
	if err := os.MkdirAll(o.folder, 0o777); err != nil {
		return fmt.Errorf("make folder %s: %w", o.folder, files.Cause(err))
	}
	for _, name := range a.files() {
		if err := s.MayWriteUnnamed(o.in(name), demoWay); err != nil {
			return err
		}
	}
	if err := mayWritePage(s, o.in(a.page), demoWay); err != nil {
		return err
	}
	err := errors.Join(keepOrWrite(s, o.in(a.list), a.entries), keepOrWrite(s, o.in(a.snapshot), a.papers))
	if len(a.held) > 0 {
		err = errors.Join(err, keepOrWrite(s, o.in(a.heldOut), a.held))
	}
	return err
}

// keepOrWrite writes a file that the demo begins with. One that was edited since is
// the user's.
func keepOrWrite(s *session.Session, name string, content []byte) error {
	there, err := os.ReadFile(name)
	switch {
	case err == nil && bytes.Equal(there, content):
		return nil
	case err == nil:
		s.Console.Say("%s: kept, since you have changed it; the demo used its own copy: delete the file to get that", name)
		return nil
	case !errors.Is(err, os.ErrNotExist):
		return fmt.Errorf("%s: %w", name, files.Cause(err))
	}
	return s.Deliver(name, func(w io.Writer) error { _, err := w.Write(content); return err })
}

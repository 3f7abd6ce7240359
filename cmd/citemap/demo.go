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

	"citemap/fetch"
	"citemap/fetch/library"
	"citemap/fetch/list"
	"citemap/graph"
	"citemap/graph/study"
	"citemap/testdata"
)

func newDemo(s *session) *cobra.Command {
	var folder string
	c := &cobra.Command{
		Use:   "demo",
		Short: "The main job on a real list that comes with citemap",
		Long: "Reads the reading list and the snapshot inside the program and writes the report, the map,\n" +
			"the list and the snapshot to a folder. What you changed there of the list stays. No network.",
		Example: "  citemap demo\n  citemap demo -o /tmp/citemap",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usagef("citemap demo: takes no list; for one of your own use citemap report")
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error {
			if info, err := os.Lstat(folder); err == nil && info.Mode()&os.ModeSymlink != 0 && !c.Flags().Changed("output") {
				return fmt.Errorf("make folder %s: it is a link, which may lead anywhere: %s", folder, demoWay)
			}
			return s.demo(c.Context(), folder)
		},
	}
	c.Flags().StringVarP(&folder, "output", "o", "citemap-demo", "write to this `folder`")
	return c
}

// demo does the main job on the embedded list and says where to look.
func (s *session) demo(ctx context.Context, folder string) error {
	in := func(name string) string { return filepath.Join(folder, name) }
	if err := s.demoFolder(folder, in); err != nil {
		return err
	}
	corpus, err := demoCorpus(ctx, in("finetune.md"))
	if err != nil {
		return err
	}
	f := study.Of(corpus, study.Options{Topics: true})
	err = s.deliver(in("finetune.svg"), func(w io.Writer) error { return s.draw(ctx, w, "svg", f, nil, drawFlags{}) })
	if err != nil {
		return err
	}
	if err := s.report(ctx, f, []string{in("finetune.md")}, in("finetune.report.html"), "table", 10, drawFlags{}); err != nil {
		return err
	}
	s.say("map:    %s\nlist:   %s\n\nOpen the report in a browser. Next: citemap gaps %[2]s --snapshot %[3]s",
		in("finetune.svg"), in("finetune.md"), in("finetune.jsonl"))
	return nil
}

const demoWay = "take it away, or name another folder with -o"

// demoFolder makes the folder and writes the list and the snapshot there, once
// nothing is in the way of any of the demo's files.
func (s *session) demoFolder(folder string, in func(string) string) error {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return fmt.Errorf("make folder %s: %w", folder, cause(err))
	}
	for _, name := range []string{"finetune.md", "finetune.jsonl", "finetune.svg"} {
		if err := s.mayWriteUnnamed(in(name), demoWay); err != nil {
			return err
		}
	}
	if err := s.mayWritePage(in("finetune.report.html"), demoWay); err != nil {
		return err
	}
	return errors.Join(s.demoFile(in("finetune.md"), testdata.List), s.demoFile(in("finetune.jsonl"), testdata.Snapshot))
}

// demoFile writes a file that the demo begins with. One that was edited since is
// the user's.
func (s *session) demoFile(name string, content []byte) error {
	there, err := os.ReadFile(name)
	switch {
	case err == nil && bytes.Equal(there, content):
		return nil
	case err == nil:
		s.say("%s: kept as you changed it; the demo itself goes by its own: delete the file to have that", name)
		return nil
	case !errors.Is(err, os.ErrNotExist):
		return fmt.Errorf("%s: %w", name, cause(err))
	}
	return s.deliver(name, func(w io.Writer) error { _, err := w.Write(content); return err })
}

// demoCorpus is the corpus of what is embedded; name is what to call the list.
func demoCorpus(ctx context.Context, name string) (*graph.Corpus, error) {
	entries, err := list.Read(name, testdata.List)
	if err != nil {
		return nil, err
	}
	snapshot, err := library.ReadSnapshot("the embedded snapshot", bytes.NewReader(testdata.Snapshot))
	if err != nil {
		return nil, err
	}
	return fetch.Frozen(ctx, snapshot.Source(), snapshot.Papers, snapshot.Header.Taken, entries)
}

package main

import (
	"bytes"
	"context"
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
	"citemap/render"
	"citemap/testdata"
)

func newDemo(s *session) *cobra.Command {
	var folder string
	c := &cobra.Command{
		Use:   "demo",
		Short: "The main job on a real list that comes with citemap",
		Long: "Reads the reading list and the snapshot inside the program and writes the report, the map,\n" +
			"the list and the snapshot to a folder. No network.",
		Example: "  citemap demo\n  citemap demo -o /tmp/citemap",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usagef("citemap demo: takes no list; for one of your own use citemap report")
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return s.demo(c.Context(), folder) },
	}
	c.Flags().StringVarP(&folder, "output", "o", "citemap-demo", "write to this `folder`")
	return c
}

// demo does the main job on the embedded list and says where to look.
func (s *session) demo(ctx context.Context, folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("make folder %s: %w", folder, cause(err))
	}
	in := func(name string) string { return filepath.Join(folder, name) }
	for name, content := range map[string][]byte{"finetune.md": testdata.List, "finetune.jsonl": testdata.Snapshot} {
		if err := writeFile(in(name), content); err != nil {
			return err
		}
	}
	corpus, err := demoCorpus(ctx, in("finetune.md"))
	if err != nil {
		return err
	}
	f := study.Of(corpus, study.Options{Topics: true})
	err = s.deliver(in("finetune.svg"), func(w io.Writer) error { return s.draw(ctx, w, "svg", f, nil, render.Options{}) })
	if err != nil {
		return err
	}
	if err := s.report(ctx, f, []string{in("finetune.md")}, in("finetune.report.html"), "table", 10, render.Options{}); err != nil {
		return err
	}
	s.say("map:    %s\nlist:   %s\n\nOpen the report in a browser. Next: citemap gaps %[2]s --snapshot %[3]s",
		in("finetune.svg"), in("finetune.md"), in("finetune.jsonl"))
	return nil
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

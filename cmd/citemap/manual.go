package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/files"
	"citemap/cmd/citemap/manual"
	"citemap/cmd/citemap/session"
)

type manualOptions struct {
	markdown bool
}

// newManual is hidden: make man and make dist call it.
func newManual(s *session.Session) *cobra.Command {
	var o manualOptions
	c := &cobra.Command{
		Use:     "manual FOLDER",
		Short:   "Write the man pages to a folder",
		Long:    "Writes one man page per verb to a folder, or with --markdown one page of Markdown.",
		Example: "  citemap manual man\n  citemap manual docs/command --markdown",
		Hidden:  true,
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return o.run(s, c.Root(), args[0])
		},
	}
	c.Flags().BoolVar(&o.markdown, "markdown", false, "write Markdown, not man pages")
	return c
}

// run writes the pages into a folder, as everything is written.
func (o manualOptions) run(s *session.Session, root *cobra.Command, folder string) error {
	work, err := os.MkdirTemp("", "citemap")
	if err != nil {
		return fmt.Errorf("write manual %s: %w", folder, err)
	}
	defer os.RemoveAll(work)
	if o.markdown {
		err = manual.WriteMarkdown(root, work)
	} else {
		err = manual.WriteMan(root, work, manual.Source{Version: version(), Date: sourceDate()})
	}
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return fmt.Errorf("write manual %s: %w", folder, files.Cause(err))
	}
	pages, err := os.ReadDir(work)
	if err != nil {
		return fmt.Errorf("write manual %s: %w", folder, files.Cause(err))
	}
	for _, page := range pages {
		text, err := os.ReadFile(filepath.Join(work, page.Name()))
		if err != nil {
			return fmt.Errorf("write manual %s: %w", folder, files.Cause(err))
		}
		if err := s.Deliver(filepath.Join(folder, page.Name()), func(w io.Writer) error { _, err := w.Write(text); return err }); err != nil {
			return err
		}
	}
	return nil
}

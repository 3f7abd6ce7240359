package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// newManual is hidden: make man and make dist call it.
func newManual(s *session) *cobra.Command {
	var markdown bool
	c := &cobra.Command{
		Use:     "manual FOLDER",
		Short:   "Write the man pages into a folder",
		Long:    "Writes a man page a verb into a folder, or with --markdown a page of Markdown.",
		Example: "  citemap manual man\n  citemap manual docs/command --markdown",
		Hidden:  true,
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return writeManual(c.Root(), args[0], markdown)
		},
	}
	c.Flags().BoolVar(&markdown, "markdown", false, "write Markdown, not man pages")
	return c
}

// writeManual describes all verbs. The pages bear the date of the build's source,
// not that of today, so that the same source gives the same pages.
func writeManual(root *cobra.Command, folder string, markdown bool) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("write manual %s: %w", folder, cause(err))
	}
	root.DisableAutoGenTag = true
	var err error
	if markdown {
		err = doc.GenMarkdownTree(root, folder)
	} else {
		date := sourceDate()
		err = doc.GenManTree(root, &doc.GenManHeader{Section: "1", Date: &date, Source: "citemap " + version(), Manual: "citemap"}, filepath.Clean(folder))
	}
	if err != nil {
		return fmt.Errorf("write manual %s: %w", folder, cause(err))
	}
	return nil
}

// sourceDate is when the source was committed that this program was built of; 1970
// where nobody knows.
func sourceDate() time.Time {
	when, err := time.Parse(time.RFC3339, built("vcs.time"))
	if err != nil {
		return time.Unix(0, 0).UTC()
	}
	return when.UTC()
}

// Package manual writes the pages that describe the verbs: man pages, and Markdown.
package manual

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/cpuguy83/go-md2man/v2/md2man"
	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"citemap/cmd/citemap/files"
)

// Source is the source that the program was built of. The pages bear its date,
// not that of today, so that the same source gives the same pages.
type Source struct {
	Version string
	Date    time.Time
}

// WriteMarkdown writes a page of Markdown for each verb into a folder that is
// there.
func WriteMarkdown(root *cobra.Command, folder string) error {
	root.DisableAutoGenTag = true
	defer asMarkdown(root)()
	return about(folder, writeMarkdown(root, folder))
}

// WriteMan writes a man page for each verb into a folder that is there.
func WriteMan(root *cobra.Command, folder string, from Source) error {
	root.DisableAutoGenTag = true
	defer asMarkdown(root)()
	return about(folder, writeMan(root, folder, from))
}

// about says which pages an error is about.
func about(folder string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("write manual %s: %w", folder, files.Cause(err))
}

func writeMarkdown(root *cobra.Command, folder string) error {
	if err := doc.GenMarkdownTree(root, folder); err != nil {
		return err
	}
	surrounds := regexp.MustCompile(`(?m)^# .*$`).ReplaceAllStringFunc(surroundings, func(head string) string {
		return "### " + head[2:3] + strings.ToLower(head[3:])
	})
	return insert(filepath.Join(folder, "citemap.md"), "### SEE ALSO\n", surrounds)
}

func writeMan(root *cobra.Command, folder string, from Source) error {
	head := &doc.GenManHeader{Section: "1", Date: &from.Date, Source: "citemap " + from.Version, Manual: "citemap"}
	if err := doc.GenManTree(root, head, filepath.Clean(folder)); err != nil {
		return err
	}
	surrounds := string(md2man.Render([]byte("% citemap 1\n" + surroundings)))
	return insert(filepath.Join(folder, "citemap.1"), ".SH SEE ALSO\n", surrounds[strings.Index(surrounds, ".SH "):])
}

// indented are the lines of a verb's long text that stand further in, such as a table of formats.
var indented = regexp.MustCompile(`(?m)(^  .*\n?)+`)

// asMarkdown marks the indented lines of all verbs as such, which Markdown would
// run together, and gives the way back.
func asMarkdown(c *cobra.Command) (undo func()) {
	plain := c.Long
	c.Long = indented.ReplaceAllStringFunc(plain, func(lines string) string {
		return "\n```\n" + strings.TrimSuffix(lines, "\n") + "\n```\n"
	})
	back := []func(){func() { c.Long = plain }}
	for _, verb := range c.Commands() {
		back = append(back, asMarkdown(verb))
	}
	return func() {
		for _, undo := range back {
			undo()
		}
	}
}

// insert puts text before a line of a file.
func insert(path, line, text string) error {
	page, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	before, after, found := bytes.Cut(page, []byte("\n"+line))
	if !found {
		return fmt.Errorf("%s has no line %q", path, line)
	}
	return os.WriteFile(path, []byte(string(before)+"\n"+text+line+string(after)), 0o644)
}

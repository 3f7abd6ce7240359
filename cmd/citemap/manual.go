package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/cpuguy83/go-md2man/v2/md2man"
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
			return s.manual(c.Root(), args[0], markdown)
		},
	}
	c.Flags().BoolVar(&markdown, "markdown", false, "write Markdown, not man pages")
	return c
}

// manual writes the pages into a folder, as everything is written.
func (s *session) manual(root *cobra.Command, folder string, markdown bool) error {
	work, err := os.MkdirTemp("", "citemap")
	if err != nil {
		return fmt.Errorf("write manual %s: %w", folder, err)
	}
	defer os.RemoveAll(work)
	if err := writeManual(root, work, markdown); err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return fmt.Errorf("write manual %s: %w", folder, cause(err))
	}
	pages, err := os.ReadDir(work)
	if err != nil {
		return fmt.Errorf("write manual %s: %w", folder, cause(err))
	}
	for _, page := range pages {
		text, err := os.ReadFile(filepath.Join(work, page.Name()))
		if err != nil {
			return fmt.Errorf("write manual %s: %w", folder, cause(err))
		}
		if err := s.deliver(filepath.Join(folder, page.Name()), func(w io.Writer) error { _, err := w.Write(text); return err }); err != nil {
			return err
		}
	}
	return nil
}

// writeManual describes all verbs. The pages bear the date of the build's source,
// not that of today, so that the same source gives the same pages.
func writeManual(root *cobra.Command, folder string, markdown bool) error {
	root.DisableAutoGenTag = true
	defer asMarkdown(root)()
	var err error
	if markdown {
		err = writeMarkdown(root, folder)
	} else {
		err = writeMan(root, folder)
	}
	if err != nil {
		return fmt.Errorf("write manual %s: %w", folder, cause(err))
	}
	return nil
}

func writeMarkdown(root *cobra.Command, folder string) error {
	if err := doc.GenMarkdownTree(root, folder); err != nil {
		return err
	}
	about := regexp.MustCompile(`(?m)^# .*$`).ReplaceAllStringFunc(surroundings, func(head string) string {
		return "### " + head[2:3] + strings.ToLower(head[3:])
	})
	return insert(filepath.Join(folder, "citemap.md"), "### SEE ALSO\n", about)
}

func writeMan(root *cobra.Command, folder string) error {
	date := sourceDate()
	head := &doc.GenManHeader{Section: "1", Date: &date, Source: "citemap " + version(), Manual: "citemap"}
	if err := doc.GenManTree(root, head, filepath.Clean(folder)); err != nil {
		return err
	}
	about := string(md2man.Render([]byte("% citemap 1\n" + surroundings)))
	return insert(filepath.Join(folder, "citemap.1"), ".SH SEE ALSO\n", about[strings.Index(about, ".SH "):])
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

// surroundings is what no verb says of itself, in Markdown.
const surroundings = `# EXIT STATUS
0: done. 1: failed. 2: usage. 3: done in part, and --strict was given. 130: interrupted.

# ENVIRONMENT
**SEMANTIC_SCHOLAR_API_KEY**, **S2_API_KEY**: a key for Semantic Scholar; the first that is there.

**OPENALEX_API_KEY**: a key for OpenAlex.

**CITEMAP_MAIL**: your mail address, for Crossref.

**CITEMAP_API_URL**, **CITEMAP_OPENALEX_URL**, **CITEMAP_CROSSREF_URL**: where to ask in place of those APIs.

**CITEMAP_CONFIG**: the file of your settings, or none.

**NO_COLOR**: whatever its value, no colour.

# FILES
**citemap/config.toml** in your config folder (on Linux ~/.config): your settings.

**citemap.toml** beside a list: settings of what is shown of it.

**citemap/library.sqlite** in your data folder (on Linux ~/.local/share): the library.

**citemap/go-graphviz** in your cache folder (on Linux ~/.cache): what draws, compiled. Where others
can write to that folder or those it is in, or there is none, each run compiles it anew, for a second.

`

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

// sourceDate is what SOURCE_DATE_EPOCH says, else when the source was committed
// that this program was built of; 1970 where nobody knows.
func sourceDate() time.Time {
	if seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(seconds, 0).UTC()
	}
	when, err := time.Parse(time.RFC3339, built("vcs.time"))
	if err != nil {
		return time.Unix(0, 0).UTC()
	}
	return when.UTC()
}

package main

import (
	"cmp"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/session"
	"citemap/cmd/citemap/usage"
)

const long = `citemap takes a reading list, fetches each paper's references from the Semantic Scholar
API, builds and ranks the citation graph, and answers three questions: how do these papers
hang together, which ones carry the field, and what is missing from the list.

A LIST is a file with papers: Markdown with links, a pasted bibliography, BibTeX, RIS,
CSL-JSON, EndNote, Zotero, a table, a LaTeX bibliography, YAML, a snapshot, lines of ids or
titles, and more (see docs/lists.md). "-" is standard input. The id or address of a paper is
a list of that one paper. citemap LIST is short for citemap report LIST.

Defaults for flags can be set in citemap/config.toml in your config folder, by the flag's
name (papers = 80), for one verb under its name ([map]); those about what is shown also in a
citemap.toml beside the list. A flag overrides the environment, which overrides the file
beside the list, which overrides your own.`

func newRoot(s *session.Session) *cobra.Command {
	root := &cobra.Command{
		Use:           "citemap [LIST...]",
		Short:         "Map, rank and complete a reading list by its citations",
		Long:          long,
		Example:       "  citemap demo\n  citemap reading.md\n  citemap gaps reading.md -n 20\n  citemap map reading.md -o map.svg",
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       version(),
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetVersionTemplate("citemap {{.Version}}\n")
	session.AddFlags(root, s)
	report := newReport(s)
	root.AddCommand(report, newOpen(s), newMap(s), newRank(s), newGaps(s), newPath(s), newTopics(s), newExport(s), newCheck(s), newEval(s), newFetch(s), newSnapshot(s), newDemo(s), newLibrary(s), newField(s), newMCP(s), newVersion(s), newDraw(s), newManual(s))
	session.CompleteAll(root)
	root.Args = cobra.ArbitraryArgs
	root.Flags().AddFlagSet(report.Flags())
	root.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return c.Help()
		}
		if err := isList(c, args[0]); err != nil {
			return err
		}
		return report.RunE(c, args)
	}
	session.PrepareAll(root, s)
	refuseUnknown(root)
	return root
}

// refuseUnknown has cobra's own commands say where they are asked about what there
// is not.
func refuseUnknown(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			c.Args = func(_ *cobra.Command, args []string) error {
				if found, _, err := root.Find(args); len(args) > 0 && (err != nil || found == root) {
					return usage.Errorf("citemap help: there is no verb %q%s", args[0], usage.DidYouMean(args[0], session.VerbNames(root)))
				}
				return nil
			}
		case "completion":
			c.Args = session.NoArgument
			c.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
		}
	}
}

// isList tells a list given without a verb from a mistyped verb.
func isList(c *cobra.Command, arg string) error {
	if _, err := os.Stat(arg); arg == "-" || err == nil || strings.ContainsAny(arg, "./\\") || service.MayBePaper(arg) {
		return nil
	}
	hint := usage.DidYouMean(arg, session.VerbNames(c))
	return usage.Errorf("%q is neither a verb nor a file%s", arg, cmp.Or(hint, "; see citemap --help"))
}

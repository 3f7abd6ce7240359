package session

import (
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"citemap/fetch/list"
)

// Complete lets shells complete the values of a flag.
func Complete(c *cobra.Command, flag string, values []string) {
	_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// listEndings are the ends of the names of files that may be lists.
var listEndings = []string{"md", "markdown", "txt", "bib", "ris", "json", "jsonl", "gz", "zst", "xml", "csv", "tsv"}

// CompleteAll gives shells what verbs have in common: LIST is a file, and what
// the shared flags may be.
func CompleteAll(root *cobra.Command) {
	files := func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return listEndings, cobra.ShellCompDirectiveFilterFileExt
	}
	for _, c := range root.Commands() {
		if c.Args != nil && c.ValidArgsFunction == nil && !c.HasSubCommands() && c.Name() != "version" && c.Name() != "demo" {
			c.ValidArgsFunction = files
		}
	}
	Complete(root, "from", list.FormatNames())
	Complete(root, "fallback", []string{"openalex,crossref", "openalex", "crossref", "none"})
	_ = root.MarkPersistentFlagFilename("snapshot", "jsonl", "gz", "zst")
	_ = root.MarkPersistentFlagDirname("field")
	_ = root.MarkPersistentFlagFilename("library", "db", "sqlite")
	_ = root.MarkPersistentFlagFilename("config", "toml")
	for _, c := range append(root.Commands(), root) {
		offerNoFiles(c, c.Flags())
		offerNoFiles(c, c.PersistentFlags())
	}
}

// offerNoFiles keeps shells from offering files for a flag that takes none, such
// as a number. Flags with values of their own keep these.
func offerNoFiles(c *cobra.Command, flags *pflag.FlagSet) {
	flags.VisitAll(func(f *pflag.Flag) {
		if kind, _ := pflag.UnquoteUsage(f); !slices.Contains([]string{"file", "folder", "snapshot"}, kind) {
			_ = c.RegisterFlagCompletionFunc(f.Name, cobra.NoFileCompletions)
		}
	})
}

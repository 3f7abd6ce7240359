package main

import (
	"github.com/spf13/cobra"

	"citemap/fetch/list"
)

// complete lets shells complete the values of a flag.
func complete(c *cobra.Command, flag string, values []string) {
	_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// listEndings are the ends of the names of files that may be lists.
var listEndings = []string{"md", "markdown", "txt", "bib", "ris", "json", "jsonl", "gz", "xml", "csv", "tsv"}

// completeAll gives shells what verbs have in common: LIST is a file, and what
// the shared flags may be.
func completeAll(root *cobra.Command) {
	files := func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return listEndings, cobra.ShellCompDirectiveFilterFileExt
	}
	for _, c := range root.Commands() {
		if c.Args != nil && c.ValidArgsFunction == nil && !c.HasSubCommands() && c.Name() != "version" && c.Name() != "demo" {
			c.ValidArgsFunction = files
		}
	}
	complete(root, "from", list.FormatNames())
	complete(root, "fallback", []string{"openalex,crossref", "openalex", "crossref", "none"})
	_ = root.MarkPersistentFlagFilename("snapshot", "jsonl", "gz")
	_ = root.MarkPersistentFlagFilename("library", "db", "sqlite")
	_ = root.MarkPersistentFlagFilename("config", "toml")
}

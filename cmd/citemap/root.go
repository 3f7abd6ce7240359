package main

import (
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/files"
	"citemap/fetch/api"
	"citemap/fetch/list"
	"citemap/graph"
)

// A session is one run of the command: its streams and the flags that all
// verbs share.
type session struct {
	self           string // this program
	stdin          io.Reader
	stdout, stderr io.Writer
	flags          sharedFlags
	files          files.Guard
	failed         bool // a source gave up part of the way
	asking         bool // a source is asked, or was

	bar         *progress // of the gathering
	network     api.Network
	scale       float64 // dots of a PNG for each point
	tellPlan    bool    // say what is ahead once the entries are resolved
	mustBeWhole bool    // a source that gives up is a failure
	audit       bool    // the fallbacks are to count the references of listed papers
	entriesOnly bool    // nothing around the listed papers is wanted

	urlOfFile           bool // the API's URL is that of a file of settings
	broken              int  // items of lists that could not be read
	namesPassed         bool // what the lists hold beside entries is wanted
	passed              []list.PassedOver
	excludeFileMayBeNew bool // what is rejected now makes it
}

// sharedFlags are the flags that mean the same for every verb.
type sharedFlags struct {
	from        list.Format
	library     string
	snapshot    string
	offline     bool
	refresh     age
	apiURL      string
	rate        float64
	patience    age
	budget      int
	fallback    string
	mail        mailAddress
	asOf        graph.Date
	exclude     []string
	exclFile    string
	without     []string
	drawTimeout age
	config      string
	quiet       bool
	verbose     bool
	strict      bool
}

const long = `citemap takes a reading list, pulls each paper's references from the Semantic
Scholar API, builds and ranks the citation graph, and answers three questions:
how do these papers hang together, which ones carry the field, and what is
missing from the list.

A LIST is Markdown with links to papers, a pasted bibliography, BibTeX, RIS, CSL-JSON,
EndNote, Zotero, a table, a LaTeX bibliography, YAML, a snapshot, lines of ids or titles,
or what else docs/lists.md names; "-" is standard input. An id or the address of a paper
stands for a list of that one paper, where no file has the name.
citemap LIST is short for citemap report LIST.

What a flag sets can be set once for all in citemap/config.toml in your config folder,
by the flag's name (papers = 80), or for one verb under its name ([map]); what is
shown also in a citemap.toml beside the list. A flag goes before the environment,
that before the file beside the list, that before your own.`

func newRoot(s *session) *cobra.Command {
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
	root.SetFlagErrorFunc(flagError)
	s.addFlags(root)
	report := newReport(s)
	root.AddCommand(report, newMap(s), newRank(s), newGaps(s), newPath(s), newTopics(s), newExport(s), newCheck(s), newEval(s), newFetch(s), newSnapshot(s), newDemo(s), newLibrary(s), newVersion(s), newDraw(s), newManual(s))
	completeAll(root)
	root.Args = cobra.ArbitraryArgs
	root.SuggestionsMinimumDistance = 2
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
	s.takeSettings(root)
	return root
}

// isList tells a list given without a verb from a mistyped verb.
func isList(c *cobra.Command, arg string) error {
	if _, err := os.Stat(arg); arg == "-" || err == nil || strings.ContainsAny(arg, "./\\") || mayBePaper(arg) {
		return nil
	}
	hint := "see citemap --help"
	if near := c.SuggestionsFor(arg); len(near) > 0 {
		hint = "did you mean " + strings.Join(near, " or ") + "?"
	}
	return usagef("%q is neither a verb nor a file; %s", arg, hint)
}

func (s *session) addFlags(root *cobra.Command) {
	f, o := root.PersistentFlags(), &s.flags
	o.refresh, o.patience, o.drawTimeout = 30*day, 10*minute, minute
	f.Var(&o.from, "from", "what the lists are written in: "+strings.Join(list.FormatNames()[1:], ", "))
	f.StringVar(&o.library, "library", "", "SQLite `file` of what was fetched (default: in your data folder)")
	f.StringVar(&o.snapshot, "snapshot", "", "take the corpus from this snapshot `file` and ask nobody")
	f.BoolVar(&o.offline, "offline", false, "ask the library only")
	f.Var(&o.refresh, "refresh", "ask again about what is remembered for longer than this, as known or as unknown; 0: about everything")
	f.StringVar(&o.apiURL, "api-url", "", "`URL` to use in place of https://api.semanticscholar.org (also CITEMAP_API_URL)")
	f.Float64Var(&o.rate, "rate", 1, "requests a second")
	f.Var(&o.patience, "patience", "give up when no answer has come for so long")
	f.IntVar(&o.budget, "budget", 60, "plan so many requests at most; those put again are not counted")
	f.StringVar(&o.fallback, "fallback", "openalex,crossref", "whom to ask for reference lists that Semantic Scholar does not know, or none")
	f.Var(&o.mail, "mail", "your mail `address`: Crossref answers those who give one faster (also CITEMAP_MAIL)")
	f.Var(&o.asOf, "as-of", "leave out papers published after this `date` (YYYY, YYYY-MM or YYYY-MM-DD)")
	f.StringArrayVar(&o.exclude, "exclude", nil, "never offer the paper of this `id` (repeatable)")
	f.StringVar(&o.exclFile, "exclude-file", "", "never offer the papers whose ids stand in this `file`, one a line")
	f.StringArrayVar(&o.without, "without", nil, "take the paper of this `id` out of the corpus (repeatable)")
	f.Var(&o.drawTimeout, "draw-timeout", "give up a drawing that takes longer")
	f.StringVar(&o.config, "config", "", "`file` of settings (default: citemap/config.toml in your config folder; also CITEMAP_CONFIG), or none")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "say nothing on stderr but errors")
	f.BoolVarP(&o.verbose, "verbose", "v", false, "log each request on stderr")
	f.BoolVar(&o.strict, "strict", false, "exit 3 where an entry has no paper or an answer is missing")
}

package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/answer"
	"citemap/cmd/citemap/console"
	"citemap/cmd/citemap/edit"
	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/session"
	"citemap/cmd/citemap/usage"
	"citemap/fetch/list"
	"citemap/render/exchange"
	"citemap/render/text"
)

// checkOptions are the flags of check.
type checkOptions struct {
	answer session.AnswerOptions
	merges bool
	audit  bool
	fix    edit.FixOptions
}

func newCheck(s *session.Session) *cobra.Command {
	var o checkOptions
	c := &cobra.Command{
		Use:   "check LIST...",
		Short: "Check the list: what each entry resolved to, duplicates, wrong titles",
		Long: "Shows where each entry is, what was recognised, and which paper it resolved to or why it\n" +
			"did not. Only the entries are looked up (with --merges also what is around them). A list\n" +
			"of which nothing resolves is no failure; with --strict the exit status is 3 if anything is\n" +
			"wrong: an entry missing or unasked, a duplicate, a wrong title, a retracted paper.\n" +
			"--format github writes annotations for a GitHub workflow. Links and lines of the lists that\n" +
			"became no entry are counted; -v lists them, and says why.\n\n" +
			"OpenAlex and Crossref (see --fallback) are asked which papers were retracted or corrected,\n" +
			"fifty per request; the note of an entry gives the DOI of the notice.\n\n" +
			"--audit also fetches the papers' reference lists, asks OpenAlex and Crossref (see --fallback)\n" +
			"how many references they count, one request per paper within --budget, and lists the papers\n" +
			"whose reference lists are short by a fifth or more.\n\n" +
			"--fix repairs the lists and writes them back instead (Markdown, BibTeX and plain ids): links\n" +
			"to papers get one form, the list's own; duplicates within a list are removed if no word is\n" +
			"lost; missing dates, titles and ids of BibTeX records are filled in. What was changed and\n" +
			"what was left is said on stderr; standard input is written to standard output.",
		Example: "  citemap check reading.md\n  citemap check reading.md --strict --format github\n  citemap check reading.md --audit\n  citemap check reading.md --fix --dry-run\n  citemap check reading.md papers.bib --fix=links,duplicates --offline",
		Args:    session.WantLists,
		RunE: func(c *cobra.Command, lists []string) error {
			if err := o.check(c, s, lists); err != nil {
				return err
			}
			return o.run(c.Context(), s, lists)
		},
	}
	o.answer.AddFlags(c, 0, session.GitHub)
	c.Flags().BoolVar(&o.merges, "merges", false, "also show which papers were merged into one, and why")
	c.Flags().BoolVar(&o.audit, "audit", false, "compare the papers' reference lists with the counts of OpenAlex and Crossref")
	addFixing(c, &o.fix)
	return c
}

// addFixing gives a verb the flags that say what to put right in the lists.
func addFixing(c *cobra.Command, o *edit.FixOptions) {
	f := c.Flags()
	f.StringSliceVar(&o.Repairs, "fix", nil, "repair the lists and write them back; `repairs`: all, or some of "+strings.Join(edit.RepairNames(), ", ")+" (--fix=links,dates)")
	f.Lookup("fix").NoOptDefVal = "all"
	session.Complete(c, "fix", edit.RepairNames())
	f.BoolVar(&o.DryRun, "dry-run", false, "show what --fix would change as a diff; write nothing")
}

// check finds what is wrong with the flags before anything is gathered.
func (o checkOptions) check(c *cobra.Command, s *session.Session, lists []string) error {
	if _, err := session.ChooseFormat(o.answer.Format, o.answer.Output, session.AnswerFormats("check")); err != nil {
		return err
	}
	if o.audit && s.Flags.Service.Snapshot != "" {
		return usage.Errorf("--audit and --snapshot exclude each other: with a snapshot nothing is requested")
	}
	if !o.fix.Wanted() {
		if o.fix.DryRun {
			return usage.Errorf("--dry-run goes with --fix")
		}
		return nil
	}
	for _, name := range []string{"format", "output", "merges", "audit"} {
		if c.Flags().Changed(name) {
			return usage.Errorf("--fix and --%s exclude each other: --fix writes the list, not an answer", name)
		}
	}
	return s.Editing().CheckFix(lists, o.fix)
}

// run writes what became of each entry, or puts the lists right.
func (o checkOptions) run(ctx context.Context, s *session.Session, lists []string) error {
	if o.fix.Wanted() {
		f, err := s.Editing().Fix(ctx, s.Service, lists, o.fix)
		if err != nil {
			return err
		}
		return s.Finish(f, nil)
	}
	corpus, err := s.Service.Corpus(ctx, lists, service.GatherOptions{
		EntriesOnly: !o.merges, // papers around the list may be merged, too
		PassedOver:  true, Audit: o.audit, SayPlan: o.audit,
	})
	if err != nil {
		return err
	}
	f := corpus.Cover()
	return s.Finish(f, o.write(s, f), amiss(f)...)
}

func (o checkOptions) write(s *session.Session, f *service.Findings) error {
	if o.answer.Format == session.GitHub {
		return s.Deliver(o.answer.Output, func(w io.Writer) error { return exchange.CheckGitHub(w, f.Findings) })
	}
	passed := passedOver(f.Read.PassedOver, s.Console.Verbose)
	return s.Write(o.answer, session.Answer{
		JSON:  func(w io.Writer) error { return answer.Check(w, f) },
		Text:  func(w io.Writer, t text.Options) error { return text.Check(w, f.Findings, o.merges, passed, t) },
		Table: func() exchange.Table { return exchange.CheckTable(f.Findings) },
	})
}

// passedOver counts what the lists hold beside their entries, and names each where
// that is wanted.
func passedOver(all []list.PassedOver, named bool) text.PassedOver {
	p := text.PassedOver{Count: len(all)}
	for _, x := range all {
		if named {
			p.Named = append(p.Named, x.String())
		}
	}
	return p
}

// amiss says what is wrong with a list all of which is known.
func amiss(f *service.Findings) (wrong []string) {
	if n := f.Coverage.Duplicates; n > 0 {
		wrong = append(wrong, fmt.Sprintf("%d %s", n, console.Plural(n, "duplicate", "duplicates")))
	}
	if n := f.Coverage.Mismatches; n > 0 {
		wrong = append(wrong, fmt.Sprintf("%d with the wrong title", n))
	}
	if n := retracted(f); n > 0 {
		wrong = append(wrong, fmt.Sprintf("%d retracted", n))
	}
	return wrong
}

// retracted counts the listed papers that were retracted.
func retracted(f *service.Findings) (n int) {
	for _, l := range f.Graph.Listed() {
		if f.Graph.Paper(l).Retracted() {
			n++
		}
	}
	return n
}

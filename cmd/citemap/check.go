package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"citemap/graph/study"
	"citemap/render/exchange"
	"citemap/render/text"
)

// checkFlags are the flags of check.
type checkFlags struct {
	answerFlags
	merges bool
	audit  bool
	fix    fixFlags
}

func newCheck(s *session) *cobra.Command {
	var o checkFlags
	c := &cobra.Command{
		Use:   "check LIST...",
		Short: "The list itself: what each entry resolved to, duplicates, titles that disagree",
		Long: "Shows of each entry where it stands, what was recognised and which paper it resolved\n" +
			"to or why it did not. It asks about the entries alone, and tells of what is around them\n" +
			"what is known already (with --merges it gathers that, too). That nothing resolves is an answer here, not a failure; with\n" +
			"--strict anything wrong makes it exit 3: an entry missing or unasked, a duplicate, a\n" +
			"title that is not its id's. --format github writes annotations for a GitHub workflow.\n" +
			"Links and lines of the lists that became no entry are counted; -v names each, and why.\n\n" +
			"With --audit it asks for the papers' reference lists, too, and OpenAlex and Crossref (see\n" +
			"--fallback) how many references they count of each, a request a paper within --budget, and\n" +
			"names the lists that fall short by a fifth or more.\n\n" +
			"With --fix it writes the lists back instead, Markdown, BibTeX and plain ids in their own\n" +
			"form: links to papers in their canonical form, duplicates in one list removed where no\n" +
			"word is lost, missing dates and titles filled in where the list has them, ids of BibTeX\n" +
			"records. What it did and what it left is told on stderr; standard input goes to\n" +
			"standard output.",
		Example: "  citemap check reading.md\n  citemap check reading.md --strict --format github\n  citemap check reading.md --audit\n  citemap check reading.md --fix --dry-run\n  citemap check reading.md papers.bib --fix=links,duplicates --offline",
		Args:    wantLists,
		RunE: func(c *cobra.Command, lists []string) error {
			if err := o.valid(); err != nil {
				return err
			}
			if o.audit && s.flags.snapshot != "" {
				return usagef("--audit and --snapshot exclude each other: a snapshot asks nobody")
			}
			s.audit, s.tellPlan = o.audit, o.audit
			if err := o.fix.check(c, lists); err != nil {
				return err
			}
			s.entriesOnly = !o.merges // papers around the list may be merged, too
			if o.fix.wanted() {
				return s.fix(c.Context(), lists, o.fix)
			}
			return s.check(c.Context(), lists, o)
		},
	}
	o.add(c, 0, github)
	c.Flags().BoolVar(&o.merges, "merges", false, "show also which papers were folded into one, and why")
	c.Flags().BoolVar(&o.audit, "audit", false, "hold the papers' reference lists against the numbers of OpenAlex and Crossref")
	o.fix.add(c)
	return c
}

// github is the format that only check has.
const github = "github"

// valid finds what is wrong with the flags before anything is gathered.
func (o *checkFlags) valid() error {
	_, err := format(o.format, o.output, append(slices.Clone(tables), github))
	return err
}

// check writes what became of each entry.
func (s *session) check(ctx context.Context, lists []string, o checkFlags) error {
	s.namesPassed = true
	corpus, err := s.corpus(ctx, lists)
	if err != nil {
		return err
	}
	f := study.Cover(corpus)
	head := exchange.Head{Verb: "check", Lists: lists}
	if o.format == github {
		err = s.deliver(o.output, func(w io.Writer) error { return exchange.CheckGitHub(w, f) })
	} else {
		err = s.write(o.answerFlags, answer{
			json:  func(w io.Writer) error { return exchange.Check(w, head, f, len(s.passed)) },
			text:  func(w io.Writer, t text.Options) error { return text.Check(w, f, o.merges, s.passedOver(), t) },
			table: func() exchange.Table { return exchange.CheckTable(f) },
		})
	}
	return s.checked(f, err)
}

// passedOver gives what the lists hold beside their entries, each in words with
// -v.
func (s *session) passedOver() text.PassedOver {
	p := text.PassedOver{Count: len(s.passed)}
	for _, x := range s.passed {
		if s.flags.verbose {
			p.Named = append(p.Named, x.String())
		}
	}
	return p
}

// checked turns a list with anything wrong into exit 3 for those who asked for
// strictness.
func (s *session) checked(f *study.Findings, err error) error {
	v := f.Coverage
	err = s.done(f, err)
	var partly *partlyError
	if err != nil && !errors.As(err, &partly) || !s.flags.strict {
		return err
	}
	var wrong []string
	if partly != nil {
		wrong = append(wrong, partly.what)
	}
	if v.Duplicates > 0 {
		wrong = append(wrong, fmt.Sprintf("%d %s", v.Duplicates, plural(v.Duplicates, "duplicate", "duplicates")))
	}
	if v.Mismatches > 0 {
		wrong = append(wrong, fmt.Sprintf("%d with the id of another title", v.Mismatches))
	}
	if len(wrong) == 0 {
		return nil
	}
	return &partlyError{what: strings.Join(wrong, ", ")}
}

package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"citemap/fetch/list"
	"citemap/fetch/list/add"
	"citemap/fetch/list/layout"
	"citemap/graph"
	"citemap/graph/study"
	"citemap/render"
)

// addFlags say which gaps to put on a list.
type addFlags struct {
	Ranks       []string // ranks of the answer, ranges of them, ids
	Interactive bool     // ask for each gap
	DryRun      bool     // show the change and write nothing
	List        string   // the list to add to, where several are given
	First       int      // how many gaps are asked for; 0: all
}

func (o *addFlags) add(c *cobra.Command) {
	c.Flags().StringSliceVar(&o.Ranks, "add", nil, "add these gaps to the list, in its own form: ranks (1,3,5-7) of this answer, or `ids`")
	c.Flags().BoolVar(&o.Interactive, "add-interactive", false, "ask for each gap whether to add it (y, n, x: exclude for good, q)")
	c.Flags().BoolVar(&o.DryRun, "dry-run", false, "show what --add would change as a diff, and write nothing")
	c.Flags().StringVar(&o.List, "add-to", "", "of several lists, the `file` to add to")
}

// wanted reports whether anything is to be added.
func (o *addFlags) wanted() bool { return len(o.Ranks) > 0 || o.Interactive }

// check finds what is wrong with the flags before anything is gathered.
func (o *addFlags) check(s *session, lists []string) error {
	if !o.wanted() {
		if o.DryRun || o.List != "" {
			return usagef("--dry-run and --add-to go with --add or --add-interactive")
		}
		return nil
	}
	if len(o.Ranks) > 0 && o.Interactive {
		return usagef("--add and --add-interactive exclude each other")
	}
	if o.Interactive && (!isTerminal(s.stdin) || !isTerminal(s.stdout)) {
		return usagef("--add-interactive asks on a terminal: without one, name the gaps with --add")
	}
	name, err := o.target(lists)
	if err != nil {
		return err
	}
	if text, err := list.ReadText(name, nil); err == nil { // what cannot be read is said when it is read as a list
		if err := layout.Writable(name, text, s.flags.from); err != nil {
			return fmt.Errorf("add to %w", err)
		}
	}
	return nil
}

// target gives the list to add to.
func (o *addFlags) target(lists []string) (string, error) {
	name := o.List
	switch {
	case name == "" && len(lists) > 1:
		return "", usagef("--add: which of the lists? say --add-to with one of %s", strings.Join(lists, ", "))
	case name == "" && len(lists) == 1:
		name = lists[0]
	case !slices.Contains(lists, name):
		return "", usagef("--add-to %s: is none of the lists given: %s", name, strings.Join(lists, ", "))
	}
	if name == "-" {
		return "", usagef("--add: standard input cannot be added to: name a file")
	}
	return name, wantFile("--add", name)
}

// add puts chosen gaps, or other papers of the corpus, on the list. With
// DryRun it shows the change on stdout and writes nothing.
func (s *session) add(ctx context.Context, f *study.Findings, lists []string, o addFlags) error {
	if err := o.check(s, lists); err != nil || !o.wanted() {
		return err
	}
	name, err := o.target(lists)
	if err != nil {
		return err
	}
	var chosen, rejected []*graph.Paper
	if o.Interactive {
		d := dialog{in: bufio.NewReader(s.stdin), out: s.stdout, mayExclude: s.flags.exclFile != ""}
		var picked [2][]*graph.Paper
		picked, err = heed(ctx, func() ([2][]*graph.Paper, error) {
			chosen, rejected, err := d.ask(f, o.First)
			return [2][]*graph.Paper{chosen, rejected}, err
		})
		chosen, rejected = picked[0], picked[1]
	} else {
		chosen, err = chosenPapers(f, o.Ranks)
	}
	if err != nil {
		return err
	}
	if err := s.keepRejected(rejected, o.DryRun); err != nil {
		return err
	}
	return s.addPapers(f, name, chosen, o.DryRun)
}

// addPapers puts papers on a list and says on stderr what became of each.
func (s *session) addPapers(f *study.Findings, name string, chosen []*graph.Paper, dryRun bool) error {
	var papers []graph.Paper
	for _, p := range chosen {
		if e := entryOf(f.Corpus, p.ID); e != nil {
			s.say("%s", render.Clean(fmt.Sprintf("%s: not added: it is on the list already: %s", p.Title, e.Place())))
			continue
		}
		papers = append(papers, *p)
	}
	if len(papers) == 0 {
		s.say("%s: nothing added", name)
		return nil
	}
	text, err := list.ReadText(name, nil)
	if err != nil {
		return err
	}
	a, err := add.Append(name, text, s.flags.from, papers)
	if err != nil {
		return fmt.Errorf("add to %w", err)
	}
	s.sayPassed(papers, a)
	if dryRun {
		_, err := s.stdout.Write(unified(name, text, a.Text))
		return err
	}
	if len(a.Added) > 0 {
		if err := s.files.Rewrite(name, text, a.Text); err != nil {
			return err
		}
	}
	s.say("%s: %d %s added", name, len(a.Added), plural(len(a.Added), "paper", "papers"))
	return nil
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// sayPassed names the papers that were not added.
func (s *session) sayPassed(papers []graph.Paper, a add.Addition) {
	for _, x := range a.Passed {
		at := slices.IndexFunc(papers, func(p graph.Paper) bool { return p.ID == x.Paper })
		s.say("%s", render.Clean(fmt.Sprintf("%s: not added: it %s", papers[at].Title, x.Why)))
	}
}

// entryOf finds the entry that resolved to a paper; nil where there is none.
func entryOf(c *graph.Corpus, id graph.PaperID) *graph.Entry {
	for i := range c.Entries {
		if c.Entries[i].Paper == id {
			return &c.Entries[i]
		}
	}
	return nil
}

var rankRange = regexp.MustCompile(`^(\d{1,9})(?:-(\d{1,9}))?$`)

// keepRejected adds papers to the file of those that are never to be offered.
func (s *session) keepRejected(papers []*graph.Paper, dryRun bool) error {
	name := s.flags.exclFile
	if len(papers) == 0 || name == "" {
		return nil
	}
	text, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("%s: %w", name, cause(err))
	}
	grown := withExcluded(text, papers)
	if dryRun {
		_, err := s.stdout.Write(unified(name, text, grown))
		return err
	}
	return s.files.Rewrite(name, text, grown)
}

// withExcluded adds a line for each paper: its id and its title.
func withExcluded(text []byte, papers []*graph.Paper) []byte {
	eol := "\n"
	if bytes.Contains(text, []byte("\r\n")) {
		eol = "\r\n"
	}
	grown := bytes.Clone(text)
	if len(grown) > 0 && grown[len(grown)-1] != '\n' {
		grown = append(grown, eol...)
	}
	for _, p := range papers {
		id := string(p.ID)
		if doi, is := strings.CutPrefix(id, "DOI:"); is && strings.Contains(id, "#") { // which begins a comment
			id = "https://doi.org/" + url.PathEscape(doi)
		}
		grown = append(grown, render.Clean(id)+" # "+render.Clean(p.Title)+eol...)
	}
	return grown
}

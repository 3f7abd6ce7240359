package edit

import (
	"bufio"
	"context"
	"fmt"
	"slices"
	"strings"

	"citemap/cmd/citemap/console"
	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/usage"
	"citemap/fetch/list"
	"citemap/fetch/list/layout"
	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/study"
	"citemap/render"
)

// AddOptions say which gaps to add to a list.
type AddOptions struct {
	Ranks       []string   // ranks of the answer, ranges of them, ids
	Interactive bool       // ask for each gap
	Kinds       []gap.Kind // of gaps that are asked for; none means all
	First       int        // how many gaps are asked for; 0: all
	DryRun      bool       // show the change and write nothing
	To          string     // the list to add to, where several are given
	ExcludeFile string     // keeps the ids of what is rejected for good; "": nothing is
}

// Wanted reports whether anything is to be added.
func (o AddOptions) Wanted() bool { return len(o.Ranks) > 0 || o.Interactive }

// CheckAdd finds what keeps gaps from being added to one of the lists, before
// anything is gathered.
func (r Run) CheckAdd(lists []string, o AddOptions) error {
	if !o.Wanted() {
		if o.DryRun || o.To != "" {
			return usage.Errorf("--dry-run and --add-to go with --add or --add-interactive")
		}
		return nil
	}
	if len(o.Ranks) > 0 && o.Interactive {
		return usage.Errorf("--add and --add-interactive exclude each other")
	}
	if o.Interactive && (!console.IsTerminal(r.In) || !console.IsTerminal(r.Out)) {
		return usage.Errorf("--add-interactive needs a terminal: without one, name the gaps with --add")
	}
	name, err := o.target(lists)
	if err != nil {
		return err
	}
	return r.mayAdd(name)
}

// mayAdd finds what keeps papers from being added to a list, whatever may be written
// where it lies.
func (r Run) mayAdd(name string) error {
	if text, err := list.ReadText(name, nil); err == nil { // what cannot be read is said when it is read as a list
		if err := layout.Writable(name, text, r.From); err != nil {
			return fmt.Errorf("add to %w", err)
		}
	}
	return nil
}

// Unwritable says why nothing can be added to a list; "" where it can.
func (r Run) Unwritable(name string) string {
	if name == "" {
		return "there is no list to add to: a snapshot was given without one"
	}
	err := wantFile("adding", name)
	if err == nil {
		err = r.mayAdd(name)
	}
	if err == nil {
		err = r.Files.MayRewrite(name)
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

// target gives the list to add to.
func (o AddOptions) target(lists []string) (string, error) {
	name := o.To
	switch {
	case name == "" && len(lists) > 1:
		return "", usage.Errorf("--add: several lists given: name one with --add-to: %s", strings.Join(lists, ", "))
	case name == "" && len(lists) == 1:
		name = lists[0]
	case !slices.Contains(lists, name):
		return "", usage.Errorf("--add-to %s: not one of the lists given: %s", name, strings.Join(lists, ", "))
	}
	if name == "-" {
		return "", usage.Errorf("--add: cannot add to standard input: name a file")
	}
	return name, wantFile("--add", name)
}

// Add adds chosen gaps, or other papers of the corpus, to the list, and says what
// became of each.
func (r Run) Add(ctx context.Context, f *study.Findings, lists []string, o AddOptions) error {
	if err := r.CheckAdd(lists, o); err != nil || !o.Wanted() {
		return err
	}
	name, err := o.target(lists)
	if err != nil {
		return err
	}
	chosen, rejected, err := r.choose(ctx, f, o)
	if err != nil {
		return err
	}
	if err := r.keepRejected(o.ExcludeFile, rejected, o.DryRun); err != nil {
		return err
	}
	return r.addPapers(f, name, chosen, o.DryRun)
}

// choose gives the papers to add, and those never to be offered again: as the ranks
// say, or as the person who is asked does.
func (r Run) choose(ctx context.Context, f *study.Findings, o AddOptions) (chosen, rejected []*graph.Paper, err error) {
	if !o.Interactive {
		chosen, err = chosenPapers(f, o.Ranks)
		return chosen, nil, err
	}
	d := dialog{in: bufio.NewReader(r.In), out: r.Out, mayExclude: o.ExcludeFile != "", kinds: o.Kinds}
	picked, err := service.Interruptible(ctx, func() ([2][]*graph.Paper, error) {
		chosen, rejected, err := d.ask(f, o.First)
		return [2][]*graph.Paper{chosen, rejected}, err
	})
	return picked[0], picked[1], err
}

// addPapers adds papers to a list and says what became of each.
func (r Run) addPapers(f *study.Findings, name string, chosen []*graph.Paper, dryRun bool) error {
	c, err := r.Addition(f, name, chosen)
	if err != nil {
		return err
	}
	for _, p := range chosen {
		if slices.Contains(c.Papers, p.ID) && p.Retracted() {
			r.Console.Warn(render.Clean(fmt.Sprintf("%s: %s", p.Title, p.Notice)))
		}
	}
	for _, x := range c.Passed {
		r.Console.Say("%s", render.Clean(fmt.Sprintf("%s: not added: %s", x.Title, x.Why)))
	}
	switch {
	case c.New == nil:
		r.Console.Say("%s: nothing added", name)
		return nil
	case dryRun:
		_, err := r.Out.Write(c.Diff())
		return err
	}
	if err := r.Write(c); err != nil {
		return err
	}
	r.Console.Say("%s: %d %s added", name, len(c.Papers), console.Plural(len(c.Papers), "paper", "papers"))
	return nil
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

package service

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"citemap/cmd/citemap/progress"
	"citemap/cmd/citemap/usage"
	"citemap/fetch"
	"citemap/graph"
)

// GatherOptions is what one question wants of the gathering. The zero value gathers
// what is around the lists, and goes on with what there is when a source gives up.
type GatherOptions struct {
	EntriesOnly bool // nothing around the listed papers is wanted
	PassedOver  bool // what the lists hold beside entries is wanted, in Reading
	Audit       bool // the fallbacks are to count the references of listed papers
	Whole       bool // a source that gives up is an error
	SayPlan     bool // say what is ahead once the entries are resolved

	Further  []graph.PaperID      // papers around which more is wanted than the budget has room for
	Progress func(fetch.Progress) // told before and after each request, besides the console; nil: it alone
}

// Gather gathers the corpus of what was read, from the snapshot, or from the
// library with the sources behind it, and cuts it as Options say. Where a source
// gives up part of the way, that is said, and the corpus is Failed.
func (s *Service) Gather(ctx context.Context, read *Reading, o GatherOptions) (*Corpus, error) {
	h, err := s.Hold(ctx, read, o)
	if err != nil {
		return nil, err
	}
	return s.cut(h.gathered, read, h.failed)
}

// cut takes out of a corpus what Options leave out of it.
func (s *Service) cut(c *graph.Corpus, read *Reading, failed bool) (*Corpus, error) {
	without, unknown, err := corpusIDs(c, "--without", s.o.Without)
	if err != nil {
		return nil, err
	}
	s.sayUnnamed("--without", unknown)
	return &Corpus{Corpus: c.Without(without).Until(s.o.AsOf), Read: read, Failed: failed}, nil
}

// ask gathers from the library with the sources behind it.
func (s *Service) ask(ctx context.Context, entries []graph.Entry, o GatherOptions) (c *graph.Corpus, failed bool, err error) {
	bar := progress.Start(s.console, s.o.Rate)
	defer bar.Stop()
	from, err := s.open(bar)
	if err != nil {
		return nil, false, err
	}
	defer from.close()
	return s.gatherFrom(ctx, from, bar, entries, o)
}

// gatherFrom goes on with what there is when the source fails part of the way,
// unless the corpus must be whole.
func (s *Service) gatherFrom(ctx context.Context, from sources, bar *progress.Bar, entries []graph.Entry, o GatherOptions) (c *graph.Corpus, failed bool, err error) {
	var audit []fetch.Source
	if o.Audit {
		if audit = from.fallbacks; len(audit) == 0 {
			return nil, false, usage.Errorf("--audit: no source to compare with: name some of %s with --fallback; with --api-url also give their URLs (CITEMAP_CROSSREF_URL)", strings.Join(FallbackNames(), ", "))
		}
	}
	c, err = fetch.Gather(ctx, from.source, entries, fetch.Options{
		Budget: s.budget(), EntriesOnly: o.EntriesOnly, Offline: s.o.Offline, Fallbacks: from.fallbacks, Audit: audit, Further: o.Further, Warn: s.console.Warn,
		Planned: func(stages []fetch.Stage) { s.planned(bar, stages, o.SayPlan) },
		Progress: func(now fetch.Progress) {
			s.progressed(bar, now)
			if o.Progress != nil {
				o.Progress(now)
			}
		},
	})
	bar.Stop()
	if ctx.Err() != nil {
		return nil, false, ctx.Err()
	}
	if err == nil {
		if !s.o.Offline && !o.EntriesOnly {
			s.sayBeyond(c)
		}
		return c, false, nil
	}
	if err := stuck(c, len(entries), err, o.Whole); err != nil {
		return nil, false, err
	}
	s.console.Say("warning: %v; continuing with what was fetched from %s to %s", err, c.Oldest, c.Newest)
	return c, true, nil
}

func (s *Service) planned(bar *progress.Bar, stages []fetch.Stage, say bool) {
	bar.Planned(stages)
	if ahead := progress.Ahead(stages, s.o.Rate); say && ahead != "" {
		s.console.Say("%s", ahead)
	}
}

func (s *Service) progressed(bar *progress.Bar, now fetch.Progress) {
	if now.Planned > 0 {
		s.asked.Store(true)
	}
	bar.Show(now)
}

// stuck is the error of a source that gave up where nothing can be made of what
// there is; nil where the run goes on with that.
func stuck(c *graph.Corpus, entries int, err error, whole bool) error {
	if len(c.Listed()) == 0 {
		return fmt.Errorf("gather the corpus: %w%s", err, goOn(err, "nothing of the list is in the library yet: run the same command later"))
	}
	if whole {
		kept := fmt.Sprintf("the library has the papers of %d of %d entries: run the same command later to continue", resolved(c), entries)
		return fmt.Errorf("gather the corpus: %w%s", err, goOn(err, kept))
	}
	return nil
}

// goOn says how to go on after a source gave up; after any other error that
// would be of no use.
func goOn(err error, way string) string {
	var patience *fetch.PatienceError
	var refusal *fetch.APIError
	if errors.As(err, &patience) || errors.As(err, &refusal) {
		return "; " + way
	}
	return ""
}

// budget is the user's; to a gathering 0 is its default.
func (s *Service) budget() int {
	if s.o.Budget == 0 {
		return -1
	}
	return s.o.Budget
}

func resolved(c *graph.Corpus) (n int) {
	for _, e := range c.Entries {
		if e.Paper != "" {
			n++
		}
	}
	return n
}

// sayBeyond says what the budget left unasked.
func (s *Service) sayBeyond(c *graph.Corpus) {
	if c.Beyond.Lists > 0 {
		s.console.Say("the reference lists of %d papers were not fetched, or only in part: a larger --budget includes them", c.Beyond.Lists)
	}
	if c.Beyond.Citing > 0 {
		s.console.Say("the citing papers of %d listed papers were not fetched: a larger --budget includes them", c.Beyond.Citing)
	}
}

// Plan gives the stages of a gathering, and how many requests each takes, with those
// for what is further around some papers. It asks nobody but the library.
func (s *Service) Plan(ctx context.Context, read *Reading, further ...graph.PaperID) ([]fetch.Stage, error) {
	from, err := s.open(nil)
	if err != nil {
		return nil, err
	}
	defer from.close()
	return fetch.Plan(ctx, from.source, read.Entries, fetch.Options{Budget: s.budget(), Fallbacks: from.fallbacks, Further: further})
}

package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"citemap/fetch"
	"citemap/graph"
	"citemap/graph/eval"
	"citemap/graph/gap"
	"citemap/graph/study"
	"citemap/render/exchange"
	"citemap/render/text"
)

// evalFlags are the flags of eval.
type evalFlags struct {
	answerFlags
	lists   string
	methods []string
	hold    eval.Options
}

func newEval(s *session) *cobra.Command {
	var o evalFlags
	c := &cobra.Command{
		Use:   "eval [LIST...]",
		Short: "How much of a known list the gap finder brings back",
		Long: "Hides part of a list, asks each method for what is missing and counts how much of the hidden\n" +
			"part comes back. With --lists it does so over a file of hold-out lists (JSON Lines: name,\n" +
			"asOf, exclude, papers), cutting the corpus at each list's date.",
		Example: "  citemap eval reading.md\n  citemap eval --lists lists.jsonl --snapshot field.jsonl.gz --method citemap,references",
		RunE:    func(c *cobra.Command, lists []string) error { return s.eval(c.Context(), lists, o) },
		Args: func(c *cobra.Command, args []string) error {
			if o.lists == "" {
				return wantLists(c, args)
			}
			if len(args) > 0 || s.flags.snapshot == "" {
				return usagef("citemap eval: --lists goes with --snapshot and without a LIST")
			}
			return nil
		},
	}
	o.add(c, 0)
	f := c.Flags()
	f.StringVar(&o.lists, "lists", "", "hold out the lists of this `file`")
	f.Float64Var(&o.hold.Hide, "hide", 0.5, "`share` of a list to hide, above 0 and below 1")
	f.IntVar(&o.hold.Trials, "trials", 3, "hide so many different parts of each list")
	f.Uint64Var(&o.hold.Seed, "seed", 0, "choose other parts")
	f.IntVar(&o.hold.Given, "given", 0, "give no more than so many papers of each list; 0: no limit")
	f.IntVar(&o.hold.Gathered, "gathered", 0, "know only the reference lists that fetch would bring, with so many citing papers of each listed paper; 0: all")
	f.StringSliceVar(&o.methods, "method", nil, "ask only this `method`: "+strings.Join(gap.MethodNames(), ", ")+" (default all)")
	complete(c, "method", gap.MethodNames())
	return c
}

// eval evaluates the methods and writes the answer.
func (s *session) eval(ctx context.Context, lists []string, o evalFlags) error {
	if err := o.valid(); err != nil {
		return err
	}
	if err := o.read(); err != nil {
		return err
	}
	corpus, err := s.corpus(ctx, lists)
	if err != nil {
		return err
	}
	held, err := heed(ctx, func() ([]eval.HoldOut, error) { return s.heldOut(corpus, lists, o.lists) })
	if err != nil {
		return err
	}
	e, err := heed(ctx, func() (*eval.Evaluation, error) { return eval.Evaluate(corpus, held, o.hold), nil })
	if err != nil {
		return err
	}
	if len(e.Lists) == 0 {
		return fmt.Errorf("%s: nothing to hold out: fewer than two papers of the list are in the corpus", firstOf(o.lists, strings.Join(lists, ", ")))
	}
	if len(e.Skipped) > 0 {
		s.say("left out, as fewer than two of their papers are in the corpus: %s", strings.Join(e.Skipped, ", "))
	}
	f := study.Cover(corpus)
	head := exchange.Head{Verb: "eval", Lists: lists}
	if o.lists != "" {
		head.Lists = []string{o.lists}
	}
	return s.write(o.answerFlags, answer{
		json:  func(w io.Writer) error { return exchange.Eval(w, head, f, e) },
		text:  func(w io.Writer, t text.Options) error { return text.Eval(w, e, t) },
		table: func() exchange.Table { return exchange.EvalTable(e) },
	})
}

// read checks the flags and reads the names of methods.
func (o *evalFlags) read() error {
	if o.hold.Hide <= 0 || o.hold.Hide >= 1 {
		return usagef("--hide %v: want a share above 0 and below 1", o.hold.Hide)
	}
	if o.hold.Trials < 1 {
		return usagef("--trials %d: want 1 at least", o.hold.Trials)
	}
	for _, name := range o.methods {
		var m gap.Method
		if err := m.UnmarshalText([]byte(name)); err != nil {
			return usagef("--method: %w", err)
		}
		if !slices.Contains(o.hold.Methods, m) {
			o.hold.Methods = append(o.hold.Methods, m)
		}
	}
	return nil
}

// heldOut gives the lists to hold out: those of the file, or the user's own.
func (s *session) heldOut(c *graph.Corpus, lists []string, file string) ([]eval.HoldOut, error) {
	if file == "" {
		if err := s.anyResolved(c); err != nil {
			return nil, err
		}
		var names []string
		for _, l := range lists {
			names = append(names, filepath.Base(l))
		}
		return []eval.HoldOut{{Name: strings.Join(names, ", "), Papers: c.Listed()}}, nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, cause(err))
	}
	defer f.Close()
	return fetch.ReadHoldOuts(file, f, c.Papers)
}

package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/files"
	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/session"
	"citemap/cmd/citemap/usage"
	"citemap/fetch"
	"citemap/graph/eval"
	"citemap/graph/gap"
	"citemap/render/exchange"
	"citemap/render/text"
)

// evalOptions are the flags of eval.
type evalOptions struct {
	answer  session.AnswerOptions
	lists   string
	methods []string
	text    bool
	hold    eval.Options
}

func newEval(s *session.Session) *cobra.Command {
	var o evalOptions
	c := &cobra.Command{
		Use:   "eval [LIST...]",
		Short: "Measure how much of a known list gaps finds again",
		Long: "Hides part of a list, has each method find what is missing, and counts how much of the hidden\n" +
			"part it finds. --lists does so for a file of lists (JSON Lines: name, asOf, exclude, papers),\n" +
			"leaving out of the corpus what was published after each list's date.\n\n" +
			"It also shows how far the chances hold (belongs, of gaps): of the candidates given each chance, the\n" +
			"share that was in the hidden part. --rounds 5 simulates someone who looks at the five best, says\n" +
			"which belong, and has the longer list searched again, beside someone who goes through the first\n" +
			"answer from the top.",
		Example: "  citemap eval reading.md\n  citemap eval --lists lists.jsonl --snapshot field.jsonl.gz --method citemap,references",
		RunE:    func(c *cobra.Command, lists []string) error { return o.run(c.Context(), s, lists) },
		Args: func(c *cobra.Command, args []string) error {
			if o.lists == "" {
				return session.WantLists(c, args)
			}
			if len(args) > 0 || s.Flags.Service.Snapshot == "" && s.Flags.Service.Field == "" {
				return usage.Errorf("citemap eval: --lists goes with --snapshot or --field and without a LIST")
			}
			return nil
		},
	}
	o.answer.AddFlags(c, 0)
	f := c.Flags()
	f.StringVar(&o.lists, "lists", "", "test on the lists in this `file`")
	f.Float64Var(&o.hold.Hide, "hide", 0.5, "`share` of each list to hide, above 0 and below 1")
	f.IntVar(&o.hold.Trials, "trials", 3, "hide this many different parts of each list")
	f.Uint64Var(&o.hold.Seed, "seed", 0, "random seed for the parts to hide")
	f.IntVar(&o.hold.Given, "given", 0, "give the methods at most this many papers of each list; 0: no limit")
	f.IntVar(&o.hold.Gathered, "gathered", 0, "use only the reference lists that fetch would get, with this many citing papers per listed paper; 0: all")
	f.IntVar(&o.hold.Rounds, "rounds", 0, "simulate someone who answers after every so many papers; 0: do not")
	f.StringSliceVar(&o.methods, "method", nil, "test only this `method`: "+strings.Join(gap.MethodNames(), ", ")+" (default all)")
	f.BoolVar(&o.text, "text", false, "compare citemap with what gaps --text makes of it, where embeddings are known")
	session.Complete(c, "method", gap.MethodNames())
	return c
}

// run evaluates the methods and writes the answer.
func (o evalOptions) run(ctx context.Context, s *session.Session, lists []string) error {
	if err := o.answer.Check(); err != nil {
		return err
	}
	if err := o.check(); err != nil {
		return err
	}
	corpus, err := s.Service.Corpus(ctx, lists, service.GatherOptions{})
	if err != nil {
		return err
	}
	held, err := service.Interruptible(ctx, func() ([]eval.HoldOut, error) { return o.heldOut(s, corpus, lists) })
	if err != nil {
		return err
	}
	if slices.Contains(o.hold.Methods, gap.WithText) {
		if err := sayEmbeddings(s, corpus, held); err != nil {
			return err
		}
	}
	e, err := service.Interruptible(ctx, func() (*eval.Evaluation, error) { return eval.Evaluate(corpus.Corpus, held, o.hold), nil })
	if err != nil {
		return err
	}
	if len(e.Lists) == 0 {
		return fmt.Errorf("%s: nothing to hold out: fewer than two papers of the list are in the corpus", cmp.Or(o.lists, strings.Join(lists, ", ")))
	}
	if len(e.Skipped) > 0 {
		s.Console.Say("left out, as fewer than two of their papers are in the corpus: %s", strings.Join(e.Skipped, ", "))
	}
	return o.write(s, corpus.Cover(), e, lists)
}

func (o evalOptions) write(s *session.Session, f *service.Findings, e *eval.Evaluation, lists []string) error {
	head := exchange.Head{Verb: "eval", Lists: lists}
	if o.lists != "" {
		head.Lists = []string{o.lists}
	}
	return s.Write(o.answer, session.Answer{
		JSON:  func(w io.Writer) error { return exchange.Eval(w, head, f.Findings, e) },
		Text:  func(w io.Writer, t text.Options) error { return text.Eval(w, e, t) },
		Table: func() exchange.Table { return exchange.EvalTable(e) },
	})
}

// mostTrials is more than any mean needs.
const mostTrials = 1000

// check finds what is wrong with the flags before anything is gathered, and reads
// the names of methods.
func (o *evalOptions) check() error {
	switch h := o.hold; {
	case !(h.Hide > 0 && h.Hide < 1): // so that NaN is refused, too
		return usage.Errorf("--hide %v: want a share above 0 and below 1, such as 0.5", h.Hide)
	case h.Trials < 1 || h.Trials > mostTrials:
		return usage.Errorf("--trials %d: want 1 to %d", h.Trials, mostTrials)
	case h.Given < 0:
		return usage.Errorf("--given %d: want 0 for no limit, or more", h.Given)
	case h.Gathered < 0:
		return usage.Errorf("--gathered %d: want 0 for all, or more", h.Gathered)
	case h.Rounds < 0:
		return usage.Errorf("--rounds %d: want 0 for none, or more", h.Rounds)
	}
	names := o.methods
	if o.text {
		names = append([]string{gap.Citemap.String(), gap.WithText.String()}, names...)
	}
	for _, name := range names {
		var m gap.Method
		if err := m.UnmarshalText([]byte(name)); err != nil {
			return usage.Errorf("--method %s: %s", name, usage.WantOneOf(gap.MethodNames(), name))
		}
		if !slices.Contains(o.hold.Methods, m) {
			o.hold.Methods = append(o.hold.Methods, m)
		}
	}
	return nil
}

// sayEmbeddings says of how many papers of the lists an embedding is known; none
// is an error, since nothing could be measured.
func sayEmbeddings(s *session.Session, c *service.Corpus, held []eval.HoldOut) error {
	embedded, all := 0, 0
	for _, list := range held {
		for _, id := range list.Papers {
			if p := c.Paper(id); p != nil {
				all++
				if len(p.Embedding) > 0 {
					embedded++
				}
			}
		}
	}
	if embedded == 0 {
		return fmt.Errorf("--text: no paper of the lists has an embedding here, so there is nothing to measure: " +
			"citemap fetch LIST asks for those of a list and its candidates, and a snapshot taken after it holds them")
	}
	s.Console.Say("embeddings are known of %d of %d papers of the lists", embedded, all)
	return nil
}

// heldOut gives the lists to hold out: those of the file, or the user's own.
func (o evalOptions) heldOut(s *session.Session, c *service.Corpus, lists []string) ([]eval.HoldOut, error) {
	if o.lists == "" {
		if err := s.Service.AnyResolved(c); err != nil {
			return nil, err
		}
		var names []string
		for _, l := range lists {
			names = append(names, filepath.Base(l))
		}
		return []eval.HoldOut{{Name: strings.Join(names, ", "), Papers: c.Listed()}}, nil
	}
	f, err := os.Open(o.lists)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", o.lists, files.Cause(err))
	}
	defer f.Close()
	return fetch.ReadHoldOuts(o.lists, f, c.Corpus)
}

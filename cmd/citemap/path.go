package main

import (
	"context"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/answer"
	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/session"
	"citemap/cmd/citemap/usage"
	"citemap/graph/path"
	"citemap/render"
	"citemap/render/exchange"
	"citemap/render/text"
)

// pathOptions are the flags of path.
type pathOptions struct {
	answer session.AnswerOptions
	route  answer.Route
}

func newPath(s *session.Session) *cobra.Command {
	var o pathOptions
	c := &cobra.Command{
		Use:   "path LIST...",
		Short: "Show the main path through the list, or chains between two papers",
		Long: `Shows the main path through the listed papers and those that connect them: the chain of
citations that most paths from the oldest papers to the newest go through. Each paper on it
is cited by the next. --keys shows the routes over the heaviest citations; --from and --to
show all shortest chains of citations from one paper of the corpus to another. With
--snapshot the list may be left out: then the path goes through the whole corpus.

A citation's weight is the number of paths that go through it. --weights says which count:

  spc     paths from papers that nobody cites to papers without references
  splc    also those that start at any paper in between
  spnp    paths between any two papers`,
		Example: "  citemap path reading.md\n  citemap path reading.md --keys 10 --weights splc\n  citemap path reading.md --from arXiv:2401.01335 --to arXiv:1706.03762",
		Args:    s.ListsOrSnapshot,
		RunE: func(c *cobra.Command, lists []string) error {
			if err := o.check(c.Flags().Changed); err != nil {
				return err
			}
			return o.run(c.Context(), s, lists)
		},
	}
	o.answer.AddFlags(c, 0)
	c.Flags().Var(&o.route.Weights, "weights", "which `paths` count: "+strings.Join(path.Weightings(), ", "))
	c.Flags().Var(&o.route.Search, "search", "find the path with the largest sum of weights (global), or take the heaviest citation at each step (local)")
	c.Flags().IntVar(&o.route.Keys, "keys", 0, "show the routes over this many of the heaviest citations")
	c.Flags().StringVar(&o.route.From, "from", "", "show chains of citations from the paper with this `id`")
	c.Flags().StringVar(&o.route.To, "to", "", "with --from: to the paper with this `id`")
	c.Flags().IntVarP(&o.answer.N, "number", "n", 10, "with --from and --to: show this many chains; 0: all, up to 1,000")
	session.Complete(c, "weights", path.Weightings())
	session.Complete(c, "search", path.Searches())
	return c
}

// check finds what is wrong with the flags before anything is gathered.
func (o pathOptions) check(given func(flag string) bool) error {
	chains := o.route.From != "" || o.route.To != ""
	switch {
	case chains && (o.route.From == "" || o.route.To == ""):
		return usage.Errorf("--from and --to go together: give the paper that the chains start at, and the one they lead to")
	case chains && given("keys"):
		return usage.Errorf("--keys and --from exclude each other: --keys is about the main path, --from and --to about two papers")
	case o.route.Keys < 0 || given("keys") && o.route.Keys == 0:
		return usage.Errorf("--keys %d: want 1 or more", o.route.Keys)
	}
	if err := o.route.Check(); err != nil {
		return usage.Errorf("--from and --to: %w", err)
	}
	return o.answer.Check()
}

// run finds the routes and writes them.
func (o pathOptions) run(ctx context.Context, s *session.Session, lists []string) error {
	f, err := s.Service.Cover(ctx, lists, service.GatherOptions{})
	if err != nil {
		return err
	}
	s.SayUnresolved(f)
	o.route.Most = o.answer.N
	routes, err := o.route.Of(f.Findings)
	if err != nil {
		return usage.Errorf("--%w", err) // it begins with the name of a flag
	}
	err = s.Write(o.answer, session.Answer{
		JSON:  func(w io.Writer) error { return answer.Paths(w, f, routes) },
		Text:  func(w io.Writer, t text.Options) error { return text.Paths(w, f.Findings, routes, t) },
		Table: func() exchange.Table { return exchange.PathsTable(f.Findings, routes) },
	})
	// A table of rows alone has no place for it.
	if none := render.NoPath(f.Findings, routes); none != "" && slices.Contains(session.Tables[2:], o.answer.Format) {
		s.Console.Say("%s", none)
	}
	return s.Finish(f, err)
}

package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/desk"
	"citemap/cmd/citemap/live"
	"citemap/cmd/citemap/picture"
	"citemap/cmd/citemap/session"
	"citemap/render/record"
)

// openOptions are the flags of open.
type openOptions struct {
	port      int
	noBrowser bool
	addTo     string
	drawing   picture.Drawing
}

func newOpen(s *session.Session) *cobra.Command {
	var o openOptions
	c := &cobra.Command{
		Use:   "open LIST...",
		Short: "Open the report as a page that adds to the list, excludes, and looks further",
		Long: "Serves the report on this machine as a page at work: it adds gaps to the list in the list's own\n" +
			"form, excludes papers, takes changes back, looks further from a paper, and shows at once what\n" +
			"follows. Keys: j and k go from gap to gap, a adds, x excludes, u takes back, ? shows all.\n\n" +
			"The address is printed, and opened in your browser. It is good once, in one browser of this machine.\n" +
			"Nothing is written but the list, the file of --exclude-file and the library; a change made in an\n" +
			"editor meanwhile is shown, and never overwritten. Ctrl-C ends it.",
		Example:     "  citemap open reading.md\n  citemap open reading.md --exclude-file no.txt --snapshot reading.jsonl.gz\n  citemap open reading.md --no-browser --port 8765",
		Args:        session.WantLists,
		Annotations: map[string]string{session.Stays: "yes"},
		RunE:        func(c *cobra.Command, lists []string) error { return o.run(c.Context(), s, lists) },
	}
	c.Flags().IntVar(&o.port, "port", 0, "serve the page at this port; 0: any that is free")
	c.Flags().BoolVar(&o.noBrowser, "no-browser", false, "only print the address")
	c.Flags().StringVar(&o.addTo, "add-to", "", "the `file` to add to, if several lists are given (default: the first)")
	addDrawing(c, &o.drawing)
	return c
}

// run serves the page until it is interrupted, which is how it ends.
func (o openOptions) run(ctx context.Context, s *session.Session, lists []string) error {
	if err := checkDrawing(o.drawing); err != nil {
		return err
	}
	l, err := live.Listen(o.port)
	if err != nil {
		return err
	}
	defer l.Close()
	d, err := desk.Open(ctx, s.Service, s.Editing(), lists, desk.Options{
		To: o.addTo, ExcludeFile: s.Flags.Service.ExcludeFile, Asking: desk.Asking{Refused: whyNotAsked(s.Flags.Service)},
	})
	if err != nil {
		return err
	}
	s.SayUnresolved(d.State().Findings)
	page, err := live.New(ctx, d, l, live.Options{
		Run: func(st *desk.State) record.Run { return runOf(s, st.Findings, lists) }, Drawing: o.drawing, Pen: penOf(s),
		Add: addCommand(lists, s.Flags.Service), Rate: s.Flags.Service.Rate,
	})
	if err != nil {
		return err
	}
	if err := o.present(s, d, page.Address()); err != nil {
		return err
	}
	err = page.Serve(ctx, l)
	s.Console.Say("%s", ended(d))
	return err
}

// present says what the page may do and where it is, and opens it.
func (o openOptions) present(s *session.Session, d *desk.Desk, address string) error {
	if why := d.State().ReadOnly; why != "" {
		s.Console.Warn("nothing can be added: " + why + "; the page shows the list all the same")
	} else {
		s.Console.Say("adds to %s; Ctrl-C ends it", d.To())
	}
	if _, err := fmt.Fprintln(s.Stdout, address); err != nil {
		return err
	}
	if !o.noBrowser && live.Show(address) != nil {
		s.Console.Say("no browser was found: open the address above in one")
	}
	return nil
}

// ended says what was changed.
func ended(d *desk.Desk) string {
	made := slices.Clone(d.State().Undo)
	if len(made) == 0 {
		return "ended: no change made here stands"
	}
	slices.Reverse(made)
	return "ended; changed: " + strings.Join(made, "; ")
}

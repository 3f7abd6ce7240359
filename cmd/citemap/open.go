package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/desk"
	"citemap/cmd/citemap/files"
	"citemap/cmd/citemap/live"
	"citemap/cmd/citemap/picture"
	"citemap/cmd/citemap/session"
	"citemap/cmd/citemap/usage"
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
	if err := o.check(); err != nil {
		return err
	}
	l, err := o.listen()
	if err != nil {
		return err
	}
	defer l.Close()
	d, err := desk.Open(ctx, s.Service, s.Editing(), lists, o.onDesk(s))
	if err != nil {
		return err
	}
	s.SayUnresolved(d.State().Findings)
	page, err := live.New(ctx, d, live.Options{
		Run: func(st *desk.State) record.Run { return runOf(s, st.Findings, lists) }, Drawing: o.drawing, Pen: penOf(s),
		Add: addCommand(lists, s.Flags.Service), Rate: s.Flags.Service.Rate,
	})
	if err != nil {
		return err
	}
	address := page.At(l)
	if err := o.present(s, d, address); err != nil {
		return err
	}
	err = page.Serve(ctx, l)
	s.Console.Say("%s", ended(d))
	return err
}

// check finds what is wrong with the flags before anything is gathered.
func (o openOptions) check() error {
	if o.port < 0 || o.port > 65535 {
		return usage.Errorf("--port %d: want 1 to 65535, or 0 for any that is free", o.port)
	}
	return checkDrawing(o.drawing)
}

// listen takes the port.
func (o openOptions) listen() (net.Listener, error) {
	l, err := live.Listen(o.port)
	var refusal *net.OpError
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, usage.Errorf("--port %d: another program uses it: name another, or leave --port out", o.port)
	case errors.Is(err, syscall.EACCES):
		return nil, usage.Errorf("--port %d: this system keeps it for others: name one from 1024 on, or leave --port out", o.port)
	case errors.As(err, &refusal):
		return nil, fmt.Errorf("serve the page: port %d: %w", o.port, files.Cause(refusal.Err))
	}
	return l, err
}

// onDesk says what is worked on.
func (o openOptions) onDesk(s *session.Session) desk.Options {
	out := desk.Options{To: o.addTo, ExcludeFile: s.Flags.Service.ExcludeFile}
	switch f := s.Flags.Service; {
	case f.Snapshot != "":
		out.Asking.Refused = "the papers are from a snapshot (--snapshot), so nobody is asked for more"
	case f.Offline:
		out.Asking.Refused = "only the library is used (--offline), so nobody is asked for more"
	case f.Budget == 0:
		out.Asking.Refused = "--budget is 0, so nobody is asked for more"
	}
	return out
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
	if !o.noBrowser && openInBrowser(address) != nil {
		s.Console.Say("no browser was found: open the address above in one")
	}
	return nil
}

// openInBrowser opens an address in the user's browser, which outlives this program.
func openInBrowser(address string) error {
	way := map[string][]string{"darwin": {"open"}, "windows": {"rundll32", "url.dll,FileProtocolHandler"}}[runtime.GOOS]
	if way == nil {
		way = []string{"xdg-open"}
	}
	c := exec.Command(way[0], append(way[1:], address)...)
	if err := c.Start(); err != nil {
		return err
	}
	go c.Wait() // so that no zombie is left
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

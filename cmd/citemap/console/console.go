// Package console is what the command says on stderr: clean text a line, and on a
// terminal one line that changes. It knows of terminals.
package console

import (
	"fmt"
	"io"
	"log/slog"
	"sync"
)

// A Console is the stream on which the user is talked to. It may be used by
// several goroutines at once.
type Console struct {
	Quiet   bool // say nothing but what Fail is given
	Verbose bool // log each request

	out io.Writer

	mu   sync.Mutex // of what is written
	open bool       // a line that changes is on the terminal
}

// New makes a console of a stream.
func New(out io.Writer) *Console { return &Console{out: out} }

// Say writes a line, unless told to be quiet. The texts and errors among the
// arguments may be anybody's: they are made clean. The format is ours, and may
// hold several lines.
func (c *Console) Say(format string, args ...any) {
	if !c.Quiet {
		c.write(noCommand(fmt.Sprintf(format, cleaned(args)...)))
	}
}

// Warn says what is wrong and does not end the run.
func (c *Console) Warn(text string) { c.Say("warning: %s", text) }

// Fail writes what ended the run, whether or not the console is to be quiet.
func (c *Console) Fail(text string) { c.write(Harmless(text)) }

func (c *Console) write(line string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.clear()
	fmt.Fprintf(c.out, "%s\n", line)
}

// Show puts a line on the terminal, which the next one or whatever is said takes
// the place of. It is to be clean and no wider than LineWidth less one.
func (c *Console) Show(line string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.open = true
	fmt.Fprintf(c.out, "\r\x1b[K%s", line)
}

// Clear takes off the terminal what Show has put there.
func (c *Console) Clear() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.clear()
}

func (c *Console) clear() {
	if c.open {
		fmt.Fprint(c.out, "\r\x1b[K")
		c.open = false
	}
}

// LineWidth is how many columns there are for a line that changes; 0 where there
// is to be none.
func (c *Console) LineWidth() int {
	if c.Quiet || c.Verbose {
		return 0
	}
	return Width(c.out)
}

// Log is where requests are logged; nil unless the console is verbose.
func (c *Console) Log() func(string) {
	if !c.Verbose {
		return nil
	}
	log := slog.New(slog.NewTextHandler(c.out, nil))
	return func(text string) { log.Info(text) }
}

package session

import (
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/console"
	"citemap/cmd/citemap/usage"
	"citemap/render/exchange"
	"citemap/render/text"
)

// AnswerOptions are the flags of the verbs whose answer is a table.
type AnswerOptions struct {
	Format string
	Output string
	N      int
	Wide   bool
}

// AddFlags gives a verb these flags, and formats that it has besides tables; n is how
// many papers it shows, 0 where that is no question.
func (o *AnswerOptions) AddFlags(c *cobra.Command, n int, besides ...string) {
	formats := slices.Concat(Tables, besides)
	c.Flags().StringVar(&o.Format, "format", "", "output `format`: "+strings.Join(formats, ", "))
	Complete(c, "format", formats)
	c.Flags().StringVarP(&o.Output, "output", "o", "", "write the answer to this `file` instead of stdout")
	c.Flags().BoolVar(&o.Wide, "wide", false, "print one line per paper, with all columns")
	if n > 0 {
		c.Flags().IntVarP(&o.N, "number", "n", n, "show this many papers; 0: all")
	}
}

// Check finds what is wrong with the flags before anything is gathered.
func (o AnswerOptions) Check() error {
	if o.N < 0 {
		return usage.Errorf("-n %d: want 0 for all, or more", o.N)
	}
	chosen, err := ChooseFormat(o.Format, o.Output, Tables)
	if err == nil && o.Wide && chosen != Tables[0] {
		err = usage.Errorf("--wide and --format %s exclude each other: %[1]s has all columns already", chosen)
	}
	return err
}

// An Answer is one findings table in every format it comes in.
type Answer struct {
	JSON  func(io.Writer) error
	Text  func(io.Writer, text.Options) error
	Table func() exchange.Table
}

// Write delivers an answer in the format asked for.
func (s *Session) Write(o AnswerOptions, a Answer) error {
	chosen, err := ChooseFormat(o.Format, o.Output, Tables)
	if err != nil {
		return err
	}
	return s.Deliver(o.Output, func(w io.Writer) error {
		switch chosen {
		case "json":
			return a.JSON(w)
		case "csv":
			return a.Table().CSV(w)
		case "tsv":
			return a.Table().TSV(w)
		case "md":
			return a.Table().Markdown(w)
		}
		to := s.TextOptions(o.Output)
		to.Wide, to.Reasons = o.Wide, s.Console.Verbose
		return a.Text(w, to)
	})
}

// TextOptions fits a table to where it goes: a terminal has a width and takes
// colour and links, a file and a pipe have neither.
func (s *Session) TextOptions(output string) text.Options {
	width := 0
	if output == "" {
		width = console.Width(s.Stdout)
	}
	plain := width == 0 || console.NoColor()
	return text.Options{Width: width, Color: !plain, Links: !plain && console.Hyperlinks(s.Stdout)}
}

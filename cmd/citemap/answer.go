package main

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

// answerOptions are the flags of the verbs whose answer is a table.
type answerOptions struct {
	format string
	output string
	n      int
}

// add gives a verb these flags, and formats that it has besides tables; n is how
// many papers it shows, 0 where that is no question.
func (o *answerOptions) add(c *cobra.Command, n int, besides ...string) {
	formats := slices.Concat(tables, besides)
	c.Flags().StringVar(&o.format, "format", "", "write the answer as "+strings.Join(formats, ", "))
	complete(c, "format", formats)
	c.Flags().StringVarP(&o.output, "output", "o", "", "write the answer to this `file`, not to stdout")
	if n > 0 {
		c.Flags().IntVarP(&o.n, "number", "n", n, "show so many papers; 0: all")
	}
}

// check finds what is wrong with the flags before anything is gathered.
func (o answerOptions) check() error {
	if o.n < 0 {
		return usage.Errorf("-n %d: want 0 for all, or more", o.n)
	}
	_, err := chooseFormat(o.format, o.output, tables)
	return err
}

// An answer is one findings table in every format it comes in.
type answer struct {
	json  func(io.Writer) error
	text  func(io.Writer, text.Options) error
	table func() exchange.Table
}

// write delivers an answer in the format asked for.
func (s *session) write(o answerOptions, a answer) error {
	chosen, err := chooseFormat(o.format, o.output, tables)
	if err != nil {
		return err
	}
	return s.deliver(o.output, func(w io.Writer) error {
		switch chosen {
		case "json":
			return a.json(w)
		case "csv":
			return a.table().CSV(w)
		case "tsv":
			return a.table().TSV(w)
		case "md":
			return a.table().Markdown(w)
		}
		return a.text(w, s.textOptions(o.output))
	})
}

// textOptions fits a table to where it goes: a terminal has a width and takes
// colour and links, a file and a pipe have neither.
func (s *session) textOptions(output string) text.Options {
	width := 0
	if output == "" {
		width = console.Width(s.stdout)
	}
	plain := width == 0 || console.NoColor()
	return text.Options{Width: width, Color: !plain, Links: !plain}
}

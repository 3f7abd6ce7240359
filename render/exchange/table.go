package exchange

import (
	"bufio"
	"encoding/csv"
	"io"
	"strings"
)

// A Table is an answer as rows of cells.
type Table struct {
	Columns []Column
	Rows    [][]string // clean text, as many cells as columns
}

// A Column names the cells of one column and says what they hold.
type Column struct {
	Name   string
	Holds  Kind
	Detail bool // too much for a table that people read: Markdown leaves it out
}

// Kind is what the cells of a column hold.
type Kind uint8

const (
	Text   Kind = iota // words that may come from strangers
	Number             // a number of ours, or nothing
	Link               // an address as render.Link gives it, or nothing
)

// CSV writes the table with a heading. A text that a spreadsheet would take
// for a formula gets an apostrophe before it.
func (t Table) CSV(w io.Writer) error { return t.separated(w, ',') }

// TSV writes the same with tabs, quoted and guarded like CSV.
func (t Table) TSV(w io.Writer) error { return t.separated(w, '\t') }

func (t Table) separated(w io.Writer, separator rune) error {
	c := csv.NewWriter(w)
	c.Comma = separator
	if err := c.Write(t.names()); err != nil {
		return err
	}
	for _, row := range t.Rows {
		out := make([]string, len(row))
		for i, cell := range row {
			out[i] = unbroken.Replace(cell)
			if t.Columns[i].Holds != Number {
				out[i] = Harmless(out[i])
			}
		}
		if err := c.Write(out); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// Harmless keeps a spreadsheet from running a text, also where it reads the
// wide forms of the signs.
func Harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", []rune(s)[0]) {
		return "'" + s
	}
	return s
}

var unbroken = strings.NewReplacer("\t", " ", "\n", " ", "\r", " ")

// Markdown writes the columns that people read as a table of GitHub's Markdown.
// Nothing in a cell is taken for markup.
func (t Table) Markdown(w io.Writer) error {
	b := bufio.NewWriter(w)
	t.markdownRow(b, func(i int) string { return t.Columns[i].Name })
	t.markdownRow(b, func(i int) string {
		if t.Columns[i].Holds == Number {
			return "---:"
		}
		return "---"
	})
	for _, row := range t.Rows {
		t.markdownRow(b, func(i int) string {
			switch {
			case t.Columns[i].Holds == Number:
				return row[i]
			case t.Columns[i].Holds == Link && row[i] != "":
				return "<" + row[i] + ">"
			}
			return literal.Replace(unbroken.Replace(row[i]))
		})
	}
	return b.Flush()
}

func (t Table) markdownRow(b *bufio.Writer, cell func(int) string) {
	for i, c := range t.Columns {
		if !c.Detail {
			b.WriteString("| " + cell(i) + " ")
		}
	}
	b.WriteString("|\n")
}

// literal escapes what Markdown would read as markup; an ampersand between
// spaces is none.
var literal = strings.NewReplacer(
	`\`, `\\`, "|", `\|`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "~", `\~`,
	"& ", "& ", "&", `\&`, "://", `\://`, "www.", `www\.`, "@", `\@`,
)

func (t Table) names() []string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return names
}

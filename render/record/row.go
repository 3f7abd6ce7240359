package record

import (
	"fmt"

	"github.com/dustin/go-humanize"
)

// A Part is rows under a heading.
type Part struct {
	Heading string
	Rows    []Row
}

// A Row states one thing in sentences. Text is foreign in part and not clean of
// anything but control characters.
type Row struct {
	Name  string
	Says  []string
	Code  string // a command line beside them
	Items []Item // what of PRISMA-S it answers
	own   bool   // it is about the run, not about the corpus
}

func number(n int) string { return humanize.Comma(int64(n)) }

// count gives a number with its noun, in the plural where there is not one.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return number(n) + " " + noun + "s"
}

// unless gives a sentence where there is something to count.
func unless(n int, format string, a ...any) []string {
	if n == 0 {
		return nil
	}
	return []string{fmt.Sprintf(format, a...)}
}

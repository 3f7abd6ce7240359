package list_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"citemap/fetch/list/markdown"
)

// hostile are texts that take a careless reader's time: n is about their size
// in bytes.
var hostile = []struct {
	name string
	make func(n int) string
}{
	{"3,000 entries with long words about them", func(n int) string {
		var b strings.Builder
		words := strings.Repeat("It says so much about all of it, and more. ", max(1, n/3000/43))
		for i := range 3000 {
			fmt.Fprintf(&b, "- [Paper Number %d of Many](https://arxiv.org/abs/2101.%05d) [[code](https://github.com/a/b%d)]\n  - Ada Love, Alan Turing. NeurIPS, 2021.\n  - %s\n", i, i, i, words)
		}
		return b.String()
	}},
	{"a table of many rows", func(n int) string {
		return "| Title | Link |\n|--|--|\n" + strings.Repeat("| One Paper of Many | [pdf](https://arxiv.org/abs/2101.00001) |\n", n/64)
	}},
	{"one long line of links", func(n int) string {
		return "- " + strings.Repeat("[Paper of Many](https://arxiv.org/abs/2101.00001), ", n/52)
	}},
	{"one long line of labels", func(n int) string {
		var b strings.Builder
		for i := range n / 50 {
			fmt.Fprintf(&b, "[[pdf](https://arxiv.org/abs/2101.%05d)] words of it ", i)
		}
		return b.String()
	}},
	{"one long line of ids", func(n int) string { return "- x " + strings.Repeat("arXiv:2101.00001 ", n/17) }},
	{"one long line of marks", func(n int) string { return "[1] " + strings.Repeat("A. Love. Fine nets. 2019. [2] ", n/29) }},
	{"one long line of DOIs", func(n int) string { return "- x " + strings.Repeat("https://doi.org/10.1000/a( ", n/27) }},
	{"one long word", func(n int) string { return "- [" + strings.Repeat("a", n) + "](https://arxiv.org/abs/2101.00001)" }},
	{"one long title", func(n int) string {
		return "- [" + strings.Repeat("Ab c, ", n/6) + "](https://arxiv.org/abs/2101.00001)"
	}},
	{"one title of brackets", func(n int) string {
		return "- **" + strings.Repeat("(pdf) ", n/6) + "** [pdf](https://arxiv.org/abs/2101.00001)"
	}},
	{"one title of notes", func(n int) string {
		return "- **" + strings.Repeat("NIPS 2017 - ", n/12) + "A b" + strings.Repeat(", NIPS 2017", n/12) + "** [pdf](https://arxiv.org/abs/2101.00001)"
	}},
	{"one title of emoji names", func(n int) string {
		return "- " + strings.Repeat(":a", n/2) + " [pdf](https://arxiv.org/abs/2101.00001)"
	}},
	{"a heading over many paragraphs", func(n int) string {
		return "## One Paper Here\n\n" + strings.Repeat("https://arxiv.org/abs/2101.00001\n\n", n/34)
	}},
	{"many bold titles", func(n int) string {
		return strings.Repeat("**One Paper Here**\n\n", n/20) + "https://arxiv.org/abs/2101.00001"
	}},
	{"many reference definitions", func(n int) string {
		var b strings.Builder
		for i := range n / 60 {
			fmt.Fprintf(&b, "- [Paper Here][%d]\n\n[%d]: https://arxiv.org/abs/2101.%05d\n\n", i, i, i)
		}
		return b.String()
	}},
	{"rows of HTML", func(n int) string {
		return "<table>" + strings.Repeat("<tr><td>One Paper Here<td><a href=https://arxiv.org/abs/2101.00001>pdf</a>\n", n/75)
	}},
	{"open tags", func(n int) string { return strings.Repeat("<li><b><a href=x>", n/17) }},
}

// BenchmarkMarkdown reads texts of 10 MB.
func BenchmarkMarkdown(b *testing.B) {
	for _, h := range hostile {
		text := []byte(h.make(10 << 20))
		b.Run(h.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				markdown.Read(text)
			}
		})
	}
}

// TestHostileGrowth holds that what reading allocates grows with the text, and
// not with its square.
func TestHostileGrowth(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and the race detector finds nothing in it")
	}
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			small, large := allocated(h.make(1<<17)), allocated(h.make(1<<19))
			if large > 8*small {
				t.Errorf("four times the text allocates %d bytes, not %d", large, 4*small)
			}
		})
	}
}

func allocated(text string) uint64 {
	source := []byte(text)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	markdown.Read(source)
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc + 1<<16
}

package html

import "github.com/dustin/go-humanize"

func number(n int) string { return humanize.Comma(int64(n)) }

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return number(n) + " " + noun + "s"
}

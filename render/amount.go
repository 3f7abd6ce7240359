package render

import "github.com/dustin/go-humanize"

// comma writes a number with a comma at each thousand.
func comma(n int) string { return humanize.Comma(int64(n)) }

// count gives a number with its noun, in the plural where there is not one.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return comma(n) + " " + noun + "s"
}

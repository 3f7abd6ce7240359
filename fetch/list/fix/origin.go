package fix

import (
	"cmp"
	"slices"
	"strings"

	"citemap/fetch/list/span"
)

// lineOrigins give of each line of a text, from 0, which line it was, from 1, in
// the text as given; nil is that text itself.
type lineOrigins []int

func (o lineOrigins) at(line int) int {
	if o == nil {
		return line
	}
	return o[min(line, len(o))-1]
}

// after gives the origins once edits were made in a text. A line that begins in
// what an edit puts in counts as the line there.
func (o lineOrigins) after(text []byte, edits []span.Edit) lineOrigins {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b span.Edit) int { return cmp.Compare(a.Start, b.Start) })
	out := lineOrigins{o.at(1)}
	done, line, fresh := 0, 1, true
	keep := func(until int) {
		for ; done < until; done++ {
			if fresh {
				out[len(out)-1] = o.at(line)
			}
			if fresh = text[done] == '\n'; fresh {
				line++
				out = append(out, o.at(line))
			}
		}
	}
	for _, x := range edits {
		keep(x.Start)
		for range strings.Count(x.Text, "\n") {
			out = append(out, o.at(line))
		}
		fresh = strings.HasSuffix(x.Text, "\n") || fresh && x.Text == ""
		for ; done < x.End; done++ {
			if text[done] == '\n' {
				line++
			}
		}
	}
	keep(len(text))
	return out
}

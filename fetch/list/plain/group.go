package plain

import (
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/span"
)

// groupNames gives the lines, by where they begin, that name the group of the ids
// below them: those that end with a colon, and, where most ids have their titles
// beside them, those of a few words that stand ahead of one, behind an empty line.
func groupNames(text []byte) map[int]bool {
	names := map[int]bool{}
	var alone []int // lines that may name a group
	ids, titled := 0, 0
	behindEmpty, last := true, -1
	for start, line := range span.Lines(text) {
		_, body := Body(line)
		if body == "" {
			behindEmpty, last = true, -1
			continue
		}
		signed := address.IDsInLine(body)
		_, rest, bare := idInLine(TrimBullet(body))
		switch {
		case bare || signed != nil:
			if signed != nil {
				rest = withoutIDs(body)
			}
			if ids++; words.WordCount(TrimBullet(rest)) > 0 {
				titled++
			}
			if last >= 0 {
				alone = append(alone, last)
			}
			last = -1
		case strings.HasSuffix(body, ":"):
			names[start], last = true, -1
		case behindEmpty && words.WordCount(body) < 5 && dates.In(body).IsZero():
			last = start
		default:
			last = -1
		}
		behindEmpty = false
	}
	if 3*titled >= 2*ids {
		for _, start := range alone {
			names[start] = true
		}
	}
	return names
}

// areBelowTitles tells a text whose ids stand each below a title, in groups parted
// by empty lines: what belongs together is read as Markdown is.
func areBelowTitles(text []byte) bool {
	pairs, bare, parted := 0, 0, false
	title := false
	for _, line := range span.Lines(text) {
		e, ok := Entry(line)
		switch {
		case !ok:
			parted = parted || bare > 0
			title = false
			continue
		case e.IDs != nil && e.Title == "":
			if bare++; title {
				pairs++
			}
		}
		title = e.IDs == nil
	}
	return pairs > 1 && pairs == bare && parted
}

// besideIDs gives the words beside the ids of a line. A note in brackets behind them,
// "(printed)", says nothing of the paper where there are words ahead.
func besideIDs(line string, ids []address.InLine) string {
	last := ids[len(ids)-1]
	ahead, behind := line[:ids[0].Start], strings.TrimSpace(line[last.Start+len(last.Text):])
	if words.WordCount(ahead) > 0 && words.WordCount(behind) < 4 && strings.HasPrefix(behind, "(") && strings.HasSuffix(behind, ")") {
		return words.OneLine(ahead)
	}
	return withoutIDs(line)
}

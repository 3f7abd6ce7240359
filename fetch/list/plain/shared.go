package plain

import (
	"regexp"
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/citation"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
	"citemap/graph"
)

// lineEntries gives the entries that a line of a plain list is: one, or one for
// each paper where it names several.
func lineEntries(line string) []graph.Entry {
	e, ok := Entry(line)
	if !ok {
		return nil
	}
	several := lineIDs(line[e.Start:e.End])
	if several == nil {
		return []graph.Entry{e}
	}
	return sharedLine(line, e.Start, e.End, several)
}

// sharedLine shares a line out among its ids: each has the words ahead of it, or
// behind it where the line begins with an id.
func sharedLine(line string, start, end int, ids []address.InLine) []graph.Entry {
	first := start + ids[0].Start
	leads := words.WordCount(TrimBullet(line[start:first])) == 0 || label.IsLabel(TrimBullet(line[start:first]))
	var out []graph.Entry
	at := start
	for k, id := range ids {
		e := graph.Entry{Start: at, End: start + id.Start + len(id.Text), IDs: graph.ExternalIDs{id.ExternalID}}
		terms := line[at : start+id.Start]
		if leads {
			if e.End = end; k+1 < len(ids) {
				e.End = start + ids[k+1].Start
			}
			terms = line[start+id.Start+len(id.Text) : e.End]
		}
		at = e.End
		e.Text = words.OneLine(strings.Trim(line[e.Start:e.End], " ,;"))
		if t := citation.TitleIn(words.OneLine(TrimBullet(terms))); !label.IsLabel(t.Title) && !address.IDNames[strings.ToLower(t.Title)] {
			e.Title, e.Date = t.Title, t.Date
		}
		out = append(out, e)
	}
	return out
}

// lineIDs gives the ids of a line that names several papers, "10.1000/a,
// 10.1000/b": two of one scheme are of two. It gives nil for other lines.
func lineIDs(body string) []address.InLine {
	var out []address.InLine
	several := false
	known, schemes := map[graph.ExternalID]bool{}, map[graph.Scheme]bool{}
	for _, id := range address.IDsInLine(uncommented(body)) {
		if !known[id.ExternalID] {
			several = several || schemes[id.Scheme]
			known[id.ExternalID], schemes[id.Scheme] = true, true
			out = append(out, id)
		}
	}
	if !several {
		return nil
	}
	return out
}

// withOthers adds the ids of a line of other schemes to those of its paper.
func withOthers(ids graph.ExternalIDs, body string) graph.ExternalIDs {
	for _, id := range address.IDsInLine(body) {
		ids = ids.With(id.ExternalID)
	}
	return ids
}

// withoutIDs takes the ids out of a line.
func withoutIDs(s string) string {
	var b strings.Builder
	at := 0
	for _, id := range address.IDsInLine(s) {
		b.WriteString(s[at:id.Start])
		at = id.Start + len(id.Text)
	}
	b.WriteString(s[at:])
	return words.OneLine(b.String())
}

var (
	chatName = regexp.MustCompile(`^@[\w.-]+:?$`) // who writes
)

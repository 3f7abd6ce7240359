package plain

import (
	"regexp"
	"slices"
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
	if entries := chatEntries(line); entries != nil {
		return entries
	}
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

// chatEntries gives an entry for each link of a chat, <address|title>, to a paper.
func chatEntries(line string) []graph.Entry {
	var out []graph.Entry
	at, _ := Body(line)
	for _, l := range address.ChatLinks(line) {
		r := address.PageOf(l.Address)
		if !r.Scheme.Lookup() {
			continue
		}
		t := citation.Clean(l.Title)
		out = append(out, graph.Entry{Start: at, End: l.End, Text: words.OneLine(address.WithoutChatLinks(line[at:l.End])),
			Title: t.Title, Date: t.Date, IDs: graph.ExternalIDs{r.ExternalID()}})
		at = l.End
	}
	if n := len(out); n > 0 {
		out[n-1].End = len(strings.TrimRight(line, " \t\r\f"))
		out[n-1].IDs = withOthers(out[n-1].IDs, line[out[n-1].Start:])
	}
	return out
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
		if t := citation.TitleIn(words.OneLine(TrimBullet(terms))); !label.IsLabel(t.Title) && !address.IDNames[strings.ToLower(t.Title)] && (k == 0 || words.NextLarge(t.Title) || words.IsCoined(t.Title)) {
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
	var ids []graph.ExternalID
	between := ""
	body = uncommented(body)
	for _, id := range address.IDsInLine(body) {
		if slices.Contains(ids, id.ExternalID) {
			continue
		}
		if n := len(out); n > 0 {
			between += body[out[n-1].Start+len(out[n-1].Text) : id.Start]
		}
		ids, out = append(ids, id.ExternalID), append(out, id)
	}
	if words.WordCount(between) > 0 {
		between = "" // a citation
	}
	if !address.AreSeveral(ids, between) {
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
	return words.OneLine(emptied.ReplaceAllString(b.String(), " "))
}

var (
	emptied     = regexp.MustCompile(`<\s*>|\(\s*\)|\[\s*\]`)                                     // brackets around an id
	chatName    = regexp.MustCompile(`^@[\w.-]+:?$`)                                              // who writes
	chatSpeaker = regexp.MustCompile(`^\pL[\pL .'-]{1,40} +\[?\d{1,2}:\d\d(?: ?[AaPp][Mm])?\]?$`) // and when
)

package list

import (
	"regexp"
	"strings"

	"citemap/graph"
)

// lineEntries gives the entries that a line of a plain list is: one, or one for
// each paper where it names several.
func lineEntries(line string) []graph.Entry {
	e, ok := plainEntry(line)
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
func sharedLine(line string, start, end int, ids []lineID) []graph.Entry {
	first := start + ids[0].start
	leads := wordCount(trimBullet(line[start:first])) == 0 || isLabel(trimBullet(line[start:first]))
	var out []graph.Entry
	at := start
	for k, id := range ids {
		e := graph.Entry{Start: at, End: start + id.start + len(id.text), IDs: graph.ExternalIDs{id.ExternalID}}
		words := line[at : start+id.start]
		if leads {
			if e.End = end; k+1 < len(ids) {
				e.End = start + ids[k+1].start
			}
			words = line[start+id.start+len(id.text) : e.End]
		}
		at = e.End
		e.Text = oneLine(strings.Trim(line[e.Start:e.End], " ,;"))
		if t := citedTitle(oneLine(trimBullet(words))); !isLabel(t.text) && !idNames[strings.ToLower(t.text)] {
			e.Title, e.Date = t.text, t.date
		}
		out = append(out, e)
	}
	return out
}

// A lineID is an id where it stands in a line.
type lineID struct {
	graph.ExternalID
	start int
	text  string
}

// lineIDs gives the ids of a line that names several papers, "10.1000/a,
// 10.1000/b": two of one scheme are of two. It gives nil for other lines.
func lineIDs(body string) []lineID {
	var out []lineID
	several := false
	known, schemes := map[graph.ExternalID]bool{}, map[graph.Scheme]bool{}
	for _, id := range idsOfLine(uncommented(body)) {
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

// idsOfLine gives the ids in a line in their order, each with a sign of its own:
// a prefix, an address, or the form of a DOI or of a number of arXiv.
func idsOfLine(body string) []lineID {
	var out []lineID
	at, prefix := 0, ""
	for _, word := range idWords(fromChat(body)) {
		for _, part := range strings.FieldsFunc(word, func(r rune) bool { return r == ';' && !strings.Contains(word, "/(") && !doiStart.MatchString(word) }) {
			part = strings.Trim(part, ".,;'`")
			n := strings.Index(body[min(at, len(body)):], part)
			x, ok := signedID(prefix + part)
			prefix = idPrefix(part)
			if n < 0 || !ok {
				continue
			}
			at += n
			out = append(out, lineID{x, at, part})
			at += len(part)
		}
	}
	return out
}

// signedID reads a word that shows by itself that it is an id.
func signedID(word string) (graph.ExternalID, bool) {
	if strings.Contains(word, "://") {
		r := readAddress(word)
		return r.ExternalID(), r.scheme.Lookup()
	}
	if !strings.ContainsAny(word, ":/") && !arxivNumber.MatchString(word) {
		return graph.ExternalID{}, false
	}
	x, err := graph.ParseID(word)
	return x, err == nil && x.Scheme.Lookup()
}

var arxivNumber = regexp.MustCompile(`^\d{4}\.\d{4,5}(?:v\d+)?$`)

// withOthers adds the ids of a line of other schemes to those of its paper.
func withOthers(ids graph.ExternalIDs, body string) graph.ExternalIDs {
	for _, id := range idsOfLine(body) {
		ids = ids.With(id.ExternalID)
	}
	return ids
}

// withoutIDs takes the ids out of a line.
func withoutIDs(s string) string {
	var b strings.Builder
	at := 0
	for _, id := range idsOfLine(s) {
		b.WriteString(s[at:id.start])
		at = id.start + len(id.text)
	}
	b.WriteString(s[at:])
	return oneLine(b.String())
}

// fromChat writes a link of a chat, <address|title>, as an address and a title.
func fromChat(body string) string {
	if !strings.Contains(body, "|") {
		return body
	}
	return chatLink.ReplaceAllString(body, "$1 $2")
}

var (
	chatLink = regexp.MustCompile(`<(https?://[^|>\s]+)\|([^>]*)>`)
	chatName = regexp.MustCompile(`^@[\w.-]+:?$`) // who writes
)

package tree

import (
	"bytes"
	"encoding/json"
	"regexp"

	"citemap/fetch/citation/words"
	"citemap/fetch/list/limit"
	"citemap/fetch/list/plain"
	"citemap/fetch/list/span"
	"citemap/graph"
)

// IsJSON looks at how a text begins: as JSON does and a link of Markdown does not.
func IsJSON(text []byte) bool {
	return jsonStart.Match(bytes.TrimLeft(text, " \t\r\n")) || isStrings(text)
}

// isStrings tells an array of texts.
func isStrings(text []byte) bool { return stringsStart.Match(text) && json.Valid(text) }

var stringsStart = regexp.MustCompile(`^\s*\[\s*"`)

// readStrings reads an array of ids, addresses and titles.
func readStrings(text []byte) (entries []graph.Entry, broken span.Faults) {
	d := json.NewDecoder(bytes.NewReader(text))
	for {
		before := int(d.InputOffset())
		token, err := d.Token()
		if err != nil {
			return entries, broken
		}
		s, is := token.(string)
		if !is {
			continue
		}
		start := before + len(text[before:]) - len(bytes.TrimLeft(text[before:], " \t\r\n,"))
		e, ok := plain.Entry(words.OneLine(s))
		if !ok || !plain.IsListed(&e) {
			broken.Add(span.Fault{At: start, What: "text is neither an id nor a title"})
			continue
		}
		e.Start, e.End = start, int(d.InputOffset())
		entries = append(entries, e)
	}
}

var jsonStart = regexp.MustCompile(`^(?:\[\s*(?:\{\s*["}]|\]\s*$)|\{\s*")`)

// itemsStart finds where the items of a file begin: behind the bracket of an
// array, which may stand in an object under "items" or "references".
func itemsStart(text []byte) int {
	d := json.NewDecoder(bytes.NewReader(text))
	return itemsIn(text, d, 0)
}

// itemsIn does so of the value at hand, which may be an answer in an answer.
func itemsIn(text []byte, d *json.Decoder, depth int) int {
	if first, err := d.Token(); err != nil || first != json.Delim('{') {
		return 0
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return 0
		}
		before := d.InputOffset()
		rest := bytes.TrimLeft(text[before:], " \t\r\n:")
		at := len(text) - len(rest)
		switch name, _ := key.(string); {
		case itemLists[name] && arrayOfObjects.Match(rest):
			return at
		case answers[name] && bytes.HasPrefix(rest, []byte("{")) && depth < 4:
			return itemsIn(text, d, depth+1)
		}
		if !isConfig(key) || d.Decode(new(json.RawMessage)) != nil {
			return 0
		}
	}
	return 0
}

// isConfig tells a key that may stand before the items from one of an item.
func isConfig(key json.Token) bool {
	switch key {
	case "author", "authors", "issued", "DOI", "doi", "paperId", "externalIds", "year", "URL", "url":
		return false
	}
	return true
}

var (
	// itemLists are what programs and people call a list of papers, answers
	// what an answer stands in.
	itemLists = map[string]bool{"items": true, "references": true, "data": true, "papers": true, "results": true, "works": true, "publications": true,
		"entries": true, "recommendedPapers": true, "articles": true, "records": true, "documents": true, "bibliography": true, "library": true,
		"list": true, "reading": true, "readings": true, "citations": true, "collection": true}
	answers = map[string]bool{"message": true, "response": true, "hits": true, "result": true, "results": true, "resultList": true, "feed": true}

	arrayOfObjects = regexp.MustCompile(`^\[\s*\{`)
)

// jsonItems finds the objects of an array, one after the other, and goes on
// behind one that is broken.
type jsonItems struct {
	text []byte
	at   int
}

// next gives the span of the next object; end is -1 where it has none.
func (s *jsonItems) next() (start, end int, ok bool) {
	n := bytes.IndexByte(s.text[s.at:], '{')
	if n < 0 {
		return 0, 0, false
	}
	start = s.at + n
	if end = s.objectEnd(start); end > 0 {
		s.at = end
		return start, end, true
	}
	s.goOn(start, len(s.text))
	return start, -1, true
}

// goOn leaves a broken object for the next line that begins one, which may stand
// in what was taken for it.
func (s *jsonItems) goOn(start, end int) {
	s.at = end
	if m := itemLine.FindIndex(s.text[start+1 : end]); m != nil {
		s.at = start + 1 + m[0]
	}
}

// itemLine is a line that begins an item, as most programs set them.
var itemLine = regexp.MustCompile(`\n[ \t]*(?:\{|\},[ \t]*\{)[ \t\r]*(?:\n[ \t]*)?"`)

// objectEnd finds the end of an object by its braces; -1 where there is none,
// where it is too deep, or where a string goes over a line's end.
func (s *jsonItems) objectEnd(start int) int {
	depth, quoted := 0, false
	for i := start; i < len(s.text); i++ {
		switch c := s.text[i]; {
		case quoted && c == '\\':
			i++
		case quoted && c == '\n':
			return -1
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			if depth++; depth > limit.MaxDepth {
				return -1
			}
		case c == '}' || c == ']':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return -1
}

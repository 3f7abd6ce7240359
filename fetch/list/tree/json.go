package tree

import (
	"bytes"
	"encoding/json"
	"regexp"

	"citemap/fetch/citation/words"
	"citemap/fetch/list/record"
)

var (
	jsonStart    = regexp.MustCompile(`^\s*(?:\[\s*(?:\{\s*["}]|\]\s*$)|\{\s*")`)
	stringsStart = regexp.MustCompile(`^\s*\[\s*"`)
)

// IsJSON looks at how a text begins: as JSON does and a link of Markdown does not.
func IsJSON(text []byte) bool {
	return jsonStart.Match(text) || stringsStart.Match(text) && json.Valid(text)
}

// ReadJSON reads the papers of JSON, or of JSON a line. Of what is broken the
// objects are read that are whole.
func ReadJSON(text []byte) record.Records {
	var w walker
	for at := skipSpace(text, 0); at < len(text) && (text[at] == '{' || text[at] == '['); at = skipSpace(text, at) {
		end := valueEnd(text, at)
		if end < 0 || !json.Valid(text[at:end]) {
			w.salvage(text, at)
			break
		}
		n := jsonNode(text, at, end)
		isEmpty := n.isNothing()
		if w.element(n, "", true); len(w.out.Entries)+w.out.Faults.Len() == 0 && !isEmpty {
			w.out.Fault(at, "JSON names no paper: want a title, doi, url or arxiv of each")
		}
		at = end
	}
	return w.out
}

var (
	// envelope is what stands ahead of the first item of an answer.
	envelope = regexp.MustCompile(`^\{(?:[^\[\]{}]|\{[^\[\]{}]*\})*\[\s*\{`)
	// itemLine is a line that begins an item, as most programs set them.
	itemLine = regexp.MustCompile(`\n[ \t]*(?:\{|\},[ \t]*\{)[ \t\r]*(?:\n[ \t]*)?"`)
)

// salvage reads the objects that are whole of a text that is broken, and names the
// others. Behind such a one it goes on with the next line that begins an object,
// which may stand in what was taken for it.
func (w *walker) salvage(text []byte, at int) {
	if m := envelope.Find(text[at:]); m != nil {
		at += len(m) - 1
	}
	for {
		n := bytes.IndexByte(text[at:], '{')
		if n < 0 {
			return
		}
		start := at + n
		end := valueEnd(text, start)
		switch {
		case end < 0:
			w.out.Fault(start, "item without end")
			end = len(text)
		case json.Valid(text[start:end]):
			w.element(jsonNode(text, start, end), "", true)
			at = end
			continue
		default:
			w.out.Fault(start, "item is not JSON: "+words.OneLine(json.Unmarshal(text[start:end], new(any)).Error()))
		}
		at = end
		if m := itemLine.FindIndex(text[start+1 : end]); m != nil {
			at = start + 1 + m[0]
		}
	}
}

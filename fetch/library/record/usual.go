package record

import (
	"encoding/json"
	"strings"
	"unicode/utf8"

	"citemap/fetch/library/cursor"
	"citemap/graph"
)

// A lineReading reads a record from a line in which nothing is out of the ordinary, as
// encoding/json would, in a fifth of its time.
type lineReading struct {
	cursor.Cursor
	line string // the same, of which the texts of the record are pieces
	r    record
	met  uint32 // a bit for each of recordKeys
}

// readUsual reads a record; usual is false where encoding/json is to be asked.
func readUsual(line []byte) (r record, usual bool) {
	l := &lineReading{Cursor: cursor.Cursor{B: line}, line: string(line)}
	usual = l.Object(func(key []byte, plain bool) bool { return plain && l.member(key) }) && l.End()
	return l.r, usual
}

// recordKeys are the keys of a record and how the value of each is read.
var recordKeys = []struct {
	key  string
	read func(*lineReading) bool
}{
	{"paperId", func(l *lineReading) bool { return l.text(&l.r.PaperID) }},
	{"externalIds", (*lineReading).externalIDs},
	{"title", func(l *lineReading) bool { return l.text(&l.r.Title) }},
	{"year", func(l *lineReading) (ok bool) { l.r.Year, ok = l.Whole(0); return ok }},
	{"publicationDate", func(l *lineReading) bool { return l.text(&l.r.PublicationDate) }},
	{"authors", (*lineReading).authors},
	{"venue", func(l *lineReading) bool { return l.text(&l.r.Venue) }},
	{"abstract", func(l *lineReading) bool { return l.text(&l.r.Abstract) }},
	{"url", func(l *lineReading) bool { return l.text(&l.r.URL) }},
	{"citationCount", func(l *lineReading) bool { return l.count(&l.r.CitationCount) }},
	{"influentialCitationCount", func(l *lineReading) bool { return l.count(&l.r.InfluentialCitationCount) }},
	{"referenceCount", func(l *lineReading) bool { return l.count(&l.r.ReferenceCount) }},
	{"referencesState", (*lineReading).state},
	{"referencesFrom", func(l *lineReading) bool { return l.text(&l.r.ReferencesFrom) }},
	{"references", func(l *lineReading) (ok bool) { l.r.References, ok = l.texts(); return ok }},
	{"citations", (*lineReading).citations},
	{"citationsCut", func(l *lineReading) bool { return l.truth(&l.r.CitationsCut) }},
	{"aliases", func(l *lineReading) (ok bool) { l.r.Aliases, ok = l.texts(); return ok }},
	{"stub", func(l *lineReading) bool { return l.truth(&l.r.Stub) }},
	{"publicationTypes", func(l *lineReading) bool { return l.whole(&l.r.PublicationTypes) }},
	{"contexts", func(l *lineReading) bool { return l.whole(&l.r.Contexts) }},
	{"embedding", func(l *lineReading) bool { return l.whole(&l.r.Embedding) }},
	{"retraction", func(l *lineReading) bool { return l.whole(&l.r.Retraction) }},
}

func (l *lineReading) member(key []byte) bool {
	for i := range recordKeys {
		if string(key) == recordKeys[i].key {
			again := l.met&(1<<i) != 0 // the last one counts: encoding/json knows how
			l.met |= 1 << i
			return !again && recordKeys[i].read(l)
		}
	}
	for i := range recordKeys {
		if strings.EqualFold(string(key), recordKeys[i].key) {
			return false // which encoding/json takes for it
		}
	}
	return l.Value(0)
}

// whole has a value read that knows how to read itself.
func (l *lineReading) whole(into json.Unmarshaler) bool {
	l.Next()
	begin := l.I
	return l.Value(0) && into.UnmarshalJSON(l.B[begin:l.I]) == nil
}

// text reads a text, or null, which leaves what is there.
func (l *lineReading) text(into *string) bool {
	if l.Null() {
		return true
	}
	raw, plain, ok := l.Text()
	if !ok {
		return false
	}
	begin := l.I - 1 - len(raw)
	if plain && utf8.Valid(raw) {
		*into = l.line[begin : l.I-1]
		return true
	}
	return json.Unmarshal(l.B[begin-1:l.I], into) == nil
}

// texts reads an array of texts, in which null is the empty one.
func (l *lineReading) texts() (out []string, ok bool) {
	if l.Null() {
		return nil, true
	}
	out = []string{}
	return out, l.Array(func() bool {
		out = append(out, "")
		return l.text(&out[len(out)-1])
	})
}

func (l *lineReading) count(into **int) bool {
	if l.Null() {
		return true
	}
	n, ok := l.Whole(0)
	*into = &n
	return ok
}

func (l *lineReading) truth(into *bool) bool {
	*into = l.Next() == 't'
	return l.Truth()
}

func (l *lineReading) state() bool {
	if l.Null() {
		return true
	}
	var written string
	l.r.ReferencesState = new(graph.State)
	return l.Next() == '"' && l.text(&written) && l.r.ReferencesState.UnmarshalText([]byte(written)) == nil
}

func (l *lineReading) citations() bool {
	if l.Null() {
		return true
	}
	ids, ok := l.texts()
	l.r.Citations = &ids
	return ok
}

// externalIDs reads an object of texts and numbers.
func (l *lineReading) externalIDs() bool {
	if l.Null() {
		return true
	}
	l.r.ExternalIDs = map[string]identifier{}
	return l.Object(func(scheme []byte, plain bool) bool {
		if !plain || !utf8.Valid(scheme) {
			return false
		}
		var value string
		if l.Next() == '"' {
			if !l.text(&value) {
				return false
			}
		} else if !l.Null() {
			raw, ok := l.Number()
			if value = string(raw); !ok {
				return false
			}
		}
		l.r.ExternalIDs[string(scheme)] = identifier(value)
		return true
	})
}

// authors reads an array of objects that may have a name.
func (l *lineReading) authors() bool {
	if l.Null() {
		return true
	}
	l.r.Authors = []author{}
	return l.Array(func() bool {
		l.r.Authors = append(l.r.Authors, author{})
		a, met := &l.r.Authors[len(l.r.Authors)-1], 0
		return l.Null() || l.Object(func(key []byte, plain bool) bool {
			if string(key) == "name" {
				met++
				return met == 1 && l.text(&a.Name)
			}
			return plain && !strings.EqualFold(string(key), "name") && l.Value(0)
		})
	})
}

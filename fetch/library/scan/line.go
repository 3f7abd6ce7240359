package scan

import (
	"strings"

	"citemap/fetch/library/cursor"
	"citemap/graph"
)

// A row is what the graph needs of one paper.
type row struct {
	id                  uint32 // its number
	day                 graph.Day
	global, influential int
	state               graph.State
}

// A reader takes papers in, line by line. Numbers of ids are its own.
type reader struct {
	ids   *numbering
	batch batch
	found found
	line  lineFacts
}

// found is what was read so far, a place a paper in each slice but the last three.
type found struct {
	rows       []row
	at         []int64  // where its line begins
	long       []uint32 // its line
	end        []uint32 // of its references
	references []uint32 // numbers of the ids cited

	names  []name
	citing []pair // what cited papers tell: the number of who cites, the place of the cited paper
	alias  []pair // the number of an alias, the place of the paper
}

// A name says that a paper bears an id whose hash this is, beside its own.
type name struct{ hash, place uint32 }

type pair struct{ id, place uint32 }

// keys are those that a record has, in the order of their bits in lineFacts.
var keys = [...]string{
	"paperId", "externalIds", "title", "year", "publicationDate", "authors", "venue", "abstract", "url", "citationCount", "influentialCitationCount",
	"referenceCount", "referencesState", "referencesFrom", "references", "citations", "citationsCut", "aliases", "stub",
}

// lineFacts is what a line has said so far.
type lineFacts struct {
	row
	met       uint32 // a bit for each of keys
	named     bool   // it has an id
	year      int
	date      []byte
	stated    bool // referencesState says something
	listed    bool // references are no null
	given     int  // references, empty ones too
	begin     int  // of its references in found
	namesFrom int
}

// fast reads a line as encoding/json would; ok is false where it has anything out
// of the ordinary, an error too. Then nothing is kept of it.
func (r *reader) fast(text []byte) (ok bool) {
	f, c := &r.found, &cursor.Cursor{B: text}
	citing, alias := len(f.citing), len(f.alias)
	r.line = lineFacts{begin: len(f.references), namesFrom: len(f.names)}
	r.line.global, r.line.influential = graph.NoCount, graph.NoCount
	if c.Object(func(key []byte, plain bool) bool { return plain && r.member(c, key) }) && c.End() && r.settle() {
		return true
	}
	f.references, f.names = f.references[:r.line.begin], f.names[:r.line.namesFrom]
	f.citing, f.alias = f.citing[:citing], f.alias[:alias]
	return false
}

// settle makes the row of what the line has said, if that is no contradiction.
func (r *reader) settle() bool {
	l := &r.line
	switch {
	case l.stated:
	case l.given > 0:
		l.state = graph.Known
	case l.listed:
		l.state = graph.Empty
	}
	if !l.named || l.state.Told() && !l.listed || !l.state.Told() && l.given > 0 {
		return false
	}
	l.day = dayOf(l.date, l.year)
	return true
}

// member reads the value of a key.
func (r *reader) member(c *cursor.Cursor, key []byte) bool {
	bit := keyBit(key)
	if bit < 0 {
		return !mayBeKey(key) && c.Value(0)
	}
	if r.line.met&(1<<bit) != 0 {
		return false // the last one counts: encoding/json knows how
	}
	r.line.met |= 1 << bit
	l := &r.line
	ok := true
	switch keys[bit] {
	case "paperId":
		return r.ownID(c)
	case "externalIds":
		return c.Null() || r.externalIDs(c)
	case "title", "venue", "abstract", "url", "referencesFrom":
		return c.Null() || isText(c)
	case "publicationDate":
		return c.Null() || r.date(c)
	case "authors":
		return c.Null() || authors(c)
	case "year":
		l.year, ok = c.Whole(0)
	case "citationCount":
		l.global, ok = c.Whole(graph.NoCount)
	case "influentialCitationCount":
		l.influential, ok = c.Whole(graph.NoCount)
	case "referenceCount":
		_, ok = c.Whole(0)
	case "referencesState":
		return c.Null() || r.state(c)
	case "references":
		return c.Null() || r.references(c)
	case "citations":
		return c.Null() || r.pairs(c, &r.found.citing)
	case "aliases":
		return c.Null() || r.aliases(c)
	case "citationsCut", "stub":
		return c.Truth()
	}
	return ok
}

// keyBit gives the place of a key in keys, -1 where it is none of them.
func keyBit(key []byte) int {
	for i, k := range keys {
		if string(key) == k {
			return i
		}
	}
	return -1
}

// mayBeKey reports whether encoding/json might take a key for one of keys, which
// it compares without regard to case.
func mayBeKey(key []byte) bool {
	for _, k := range keys {
		if strings.EqualFold(string(key), k) {
			return true
		}
	}
	return false
}

func isText(c *cursor.Cursor) bool {
	_, _, ok := c.Text()
	return ok
}

// plainText passes a string of printable ASCII without escapes and outer spaces,
// which reads as it stands.
func plainText(c *cursor.Cursor) (raw []byte, ok bool) {
	raw, plain, ok := c.Text()
	if !ok || !plain {
		return nil, false
	}
	for _, b := range raw {
		if b >= 0x7f {
			return nil, false
		}
	}
	if len(raw) > 0 && (raw[0] == ' ' || raw[len(raw)-1] == ' ') {
		return nil, false
	}
	return raw, true
}

func (r *reader) ownID(c *cursor.Cursor) bool {
	raw, ok := plainText(c)
	if !ok || len(raw) == 0 {
		return false
	}
	r.line.id, r.line.named = r.ids.ofID(raw), true
	if r.line.id&isOther != 0 {
		r.bears(raw)
	}
	return true
}

func (r *reader) date(c *cursor.Cursor) (ok bool) {
	r.line.date, ok = plainText(c)
	return ok
}

// dayOf gives the day of publication, else the year.
func dayOf(date []byte, year int) graph.Day {
	if day, ok := isoDay(date); ok {
		return day
	}
	if len(date) > 0 {
		if d, err := graph.ParseDate(string(date)); err == nil {
			return graph.DayOf(d)
		}
	}
	if year < 1 || year > 9999 {
		return 0
	}
	return graph.DayOf(graph.Date{Year: year})
}

// isoDay reads YYYY-MM-DD of the days that every month has.
func isoDay(s []byte) (graph.Day, bool) {
	if len(s) != len("2006-01-02") || s[4] != '-' || s[7] != '-' {
		return 0, false
	}
	for i, b := range s {
		if i != 4 && i != 7 && !cursor.IsDigit(b) {
			return 0, false
		}
	}
	two := func(i int) int { return 10*int(s[i]-'0') + int(s[i+1]-'0') }
	d := graph.Date{Year: 100*two(0) + two(2), Month: two(5), Day: two(8)}
	ok := d.Year > 0 && d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= 28
	return graph.DayOf(d), ok
}

// authors passes an array of objects that may have a name.
func authors(c *cursor.Cursor) bool {
	return c.Array(func() bool {
		return c.Null() || c.Object(func(key []byte, plain bool) bool {
			if string(key) == "name" {
				return c.Null() || isText(c)
			}
			return plain && !strings.EqualFold(string(key), "name") && c.Value(0)
		})
	})
}

func (r *reader) state(c *cursor.Cursor) bool {
	raw, ok := plainText(c)
	r.line.stated = true
	return ok && r.line.state.UnmarshalText(raw) == nil
}

// references reads the list, of which null and empty texts name nobody.
func (r *reader) references(c *cursor.Cursor) bool {
	r.line.listed = true
	ok := c.Array(func() bool {
		r.line.given++
		if k, is := keyAhead(c); is {
			if r.batch.add(&k, r.ids); r.batch.n == len(r.batch.keys) {
				r.numberBatch()
			}
			return true
		}
		r.numberBatch()
		id, named, ok := r.id(c)
		if named {
			r.found.references = append(r.found.references, id)
		}
		return ok
	})
	r.numberBatch()
	return ok
}

func (r *reader) numberBatch() { r.found.references = r.batch.numbers(r.ids, r.found.references) }

// keyAhead passes a string that is a key, if it is ahead.
func keyAhead(c *cursor.Cursor) (k key, ok bool) {
	if c.Next() != '"' || c.I+keyDigits+2 > len(c.B) || c.B[c.I+keyDigits+1] != '"' {
		return k, false
	}
	if k, ok = parseKey(c.B[c.I+1 : c.I+1+keyDigits]); ok {
		c.I += keyDigits + 2
	}
	return k, ok
}

// id reads the id of a paper, or null.
func (r *reader) id(c *cursor.Cursor) (id uint32, named, ok bool) {
	if k, ok := keyAhead(c); ok {
		return r.ids.ofKey(&k), true, true
	}
	if c.Null() {
		return 0, false, true
	}
	raw, ok := plainText(c)
	if !ok || len(raw) == 0 {
		return 0, false, ok
	}
	return r.ids.ofID(raw), true, true
}

// pairs reads ids that stand beside this paper.
func (r *reader) pairs(c *cursor.Cursor, into *[]pair) bool {
	place := uint32(len(r.found.rows))
	return c.Array(func() bool {
		id, named, ok := r.id(c)
		if named {
			*into = append(*into, pair{id, place})
		}
		return ok
	})
}

func (r *reader) aliases(c *cursor.Cursor) bool {
	place := uint32(len(r.found.rows))
	return c.Array(func() bool {
		if c.Null() {
			return true
		}
		raw, ok := plainText(c)
		if ok && len(raw) > 0 {
			r.found.alias = append(r.found.alias, pair{r.ids.ofID(raw), place})
			r.bears(raw)
		}
		return ok
	})
}

package scan

import (
	"bytes"
	"strings"

	"citemap/fetch/library/cursor"
	"citemap/graph"
)

// bears notes a name of the paper at hand, as it is looked up: in lower case.
func (r *reader) bears(written []byte) {
	r.found.names = append(r.found.names, name{hashOf("", written), uint32(len(r.found.rows))})
}

func lowered(name string) []byte { return []byte(strings.ToLower(name)) }

// hashOf is FNV-1a of a prefix and a text in lower case. Names that share one are
// told apart when a paper is asked for by them.
func hashOf[T string | []byte](prefix string, text T) uint32 {
	h := uint32(2166136261)
	for i := range len(prefix) {
		h = (h ^ uint32(lower(prefix[i]))) * 16777619
	}
	for i := range len(text) {
		h = (h ^ uint32(lower(text[i]))) * 16777619
	}
	return h
}

func lower(b byte) byte {
	if b >= 'A' && b <= 'Z' {
		return b + 'a' - 'A'
	}
	return b
}

// externalIDs reads an object of texts and numbers. Of two of one scheme only one
// is the paper's in the end: that is settled when it is asked for.
func (r *reader) externalIDs(c *cursor.Cursor) bool {
	return c.Object(func(scheme []byte, plain bool) bool {
		if !plain {
			return false
		}
		switch c.Next() {
		case '"':
			value, ok := plainText(c)
			r.identified(scheme, value)
			return ok
		case 'n':
			return c.Null()
		}
		value, ok := c.Number()
		r.identified(scheme, value)
		return ok
	})
}

// identified notes an identifier in its normal form, as graph.NewExternalID has it.
func (r *reader) identified(scheme, value []byte) {
	if prefix, plain := plainForm(scheme, value); plain {
		r.found.names = append(r.found.names, name{hashOf(prefix, value), uint32(len(r.found.rows))})
		return
	}
	if x, ok := graph.NewExternalID(graph.Scheme(scheme), string(value)); ok && len(scheme) > 0 {
		r.bears(lowered(x.String()))
	}
}

// plainForm gives the prefix of an identifier that is in its normal form already,
// but for the case of a DOI.
func plainForm(scheme, value []byte) (prefix string, plain bool) {
	switch string(scheme) {
	case "CorpusId", "MAG":
		return string(scheme) + ":", allDigits(value)
	case "PubMed":
		return "PMID:", allDigits(value)
	case "ArXiv":
		return "arXiv:", len(value) == 10 && value[4] == '.' && allDigits(value[:4]) && allDigits(value[5:])
	case "DOI":
		return "DOI:", isDOI(value)
	}
	return "", false
}

func allDigits(b []byte) bool {
	for _, d := range b {
		if !cursor.IsDigit(d) {
			return false
		}
	}
	return len(b) > 0
}

// isDOI reports whether a printable text is a DOI, and no arXiv id's.
func isDOI(b []byte) bool {
	slash := bytes.IndexByte(b, '/')
	return slash >= 7 && slash <= 12 && string(b[:3]) == "10." && allDigits(b[3:slash]) && slash+1 < len(b) &&
		bytes.IndexByte(b, ' ') < 0 && string(b[:slash]) != "10.48550"
}

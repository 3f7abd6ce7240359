package record

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"

	"citemap/fetch/citation/words"
	"citemap/fetch/list/limit"
)

// An xmlForm is a kind of XML with a record an element. Names are in small
// letters and without their name spaces.
type xmlForm struct {
	called string         // what a person calls a record
	items  *regexp.Regexp // where one begins; its group is the name
	nested bool           // records may stand in each other; only the outer one counts
	roles  roles          // by the path below the record; elements inside a field say how its letters are set
	with   Record         // what is known of each
}

// An xmlItem is a record with what ties it to others.
type xmlItem struct {
	Record
	element string   // its name
	kind    string   // its type, as Zotero says
	address string   // by which others name it
	partOf  []string // the addresses of what it is part of
}

// read gives the records, one after the other. Behind a broken one it goes on with
// the next, so that a broken one harms no other. The decoder knows no entities but
// XML's own, so that none grows.
func (f xmlForm) read(text []byte) (items []xmlItem, out Records) {
	for at := 0; ; {
		m := f.items.FindSubmatchIndex(text[at:])
		if m == nil {
			return items, out
		}
		start := at + m[0]
		item := xmlItem{Record: f.with, element: strings.ToLower(string(text[at+m[2] : at+m[3]]))}
		r := xmlReader{form: f, Decoder: xml.NewDecoder(bytes.NewReader(text[start:])), item: &item}
		r.Strict = false
		r.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is UTF-8 by now
		if err := r.read(); err != nil {
			out.Fault(start, f.called+" "+unreadable(err))
			at = start + m[1] - m[0]
			continue
		}
		item.Start, item.End = start, start+int(r.InputOffset())
		items = append(items, item)
		at = item.End
	}
}

// entries gives the records as they are.
func (f xmlForm) entries(text []byte) Records {
	items, out := f.read(text)
	for i := range items {
		out.Add(&items[i].Record)
	}
	return out
}

var (
	errNoEnd = errors.New("without end")
	errDepth = errors.New("has elements nested too deeply")
)

// unreadable words an error for the person who has the file. The decoder's number
// of a line is that within the record.
func unreadable(err error) string {
	var wrong *xml.SyntaxError
	switch {
	case errors.As(err, &wrong) && !strings.Contains(wrong.Msg, "unexpected EOF"):
		return "is not XML: " + words.OneLine(wrong.Msg)
	case errors.Is(err, errDepth):
		return err.Error()
	}
	return errNoEnd.Error()
}

// No field has a longer name than that, and none lies deeper.
const (
	longestName  = 24
	deepestField = 6
)

// An xmlReader reads one record.
type xmlReader struct {
	*xml.Decoder
	form  xmlForm
	item  *xmlItem
	path  []string // below the record
	depth int      // of the path of the field at hand; 0 is none
	field Role
	text  strings.Builder
}

// read reads the record that begins the text.
func (r *xmlReader) read() error {
	for open := 0; ; {
		token, err := r.Token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if open++; open == 1 {
				r.item.address = attribute(t, "about")
			} else if err := r.begin(t, open-1); err != nil {
				return err
			}
		case xml.CharData:
			if r.depth > 0 {
				r.text.Write(t)
			}
		case xml.EndElement:
			if open--; open == 0 {
				return nil
			}
			r.end()
		}
	}
}

// begin begins an element below the record, and with it a field.
func (r *xmlReader) begin(t xml.StartElement, depth int) error {
	name := strings.ToLower(t.Name.Local[:min(len(t.Name.Local), longestName)])
	switch {
	case depth > limit.MaxDepth:
		return errDepth
	case name == r.item.element && !r.form.nested:
		return errNoEnd
	}
	if r.path = append(r.path, name); depth == 1 {
		r.attributes(name, t)
	}
	if r.depth == 0 && depth <= deepestField {
		if path := strings.Join(r.path, "/"); r.form.roles[path] != nil || path == "itemtype" {
			r.field, r.depth = r.form.roles[path], depth
		}
	}
	return nil
}

// end ends an element, and the field that it is.
func (r *xmlReader) end() {
	if r.depth == len(r.path) {
		value := words.OneLine(r.text.String())
		if r.field == nil {
			r.item.kind = value
		} else if value != "" {
			r.field(&r.item.Record, value)
		}
		r.depth = 0
		r.text.Reset()
	}
	r.path = r.path[:len(r.path)-1]
}

// attributes reads the address of a link, and what an item is part of.
func (r *xmlReader) attributes(name string, t xml.StartElement) {
	switch name {
	case "link":
		r.item.AddText(attribute(t, "href"))
	case "ispartof":
		if s := attribute(t, "resource"); s != "" {
			r.item.partOf = append(r.item.partOf, s)
		}
	}
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

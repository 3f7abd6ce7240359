package record

import (
	"strings"
	"unicode"

	"citemap/fetch/list/span"
)

// A taggedForm is a way to write records in lines that begin with a tag.
type taggedForm struct {
	cut    func(line string) (tag, value string, ok bool) // takes a line apart
	begins string                                         // the tag that begins a record
	ends   string                                         // the tag that ends one; "" where none does
	roles  roles
	listed string // the tags whose further lines are values of their own, each behind a blank

	blanks  bool // a blank line parts records that have a title
	retyped bool // a type in small letters inside a record says its type again
}

// A taggedReader reads one line after the other.
type taggedReader struct {
	form  taggedForm
	out   Records
	w     *Record // the record at hand; nil is none
	typed bool    // it has the tag that begins one
	tag   string  // the field at hand; "" is one that tells nothing of the paper
	value []string
}

// read reads a text in the form. A line without a tag goes on with the value
// before it, and a record also ends where the next begins.
func (f taggedForm) read(text []byte) Records {
	t := taggedReader{form: f}
	blank := true
	for at, line := range span.Lines(text) {
		line = strings.TrimRight(line, " \t\r")
		if line == "" {
			blank = true
			continue
		}
		tag, value, ok := f.cut(line)
		if ok {
			t.field(at, tag, strings.TrimSpace(value), blank)
		} else {
			t.goOn(strings.TrimSpace(line))
		}
		if t.w != nil && (ok || t.tag != "") {
			t.w.End = at + len(line)
		}
		if ok && tag == f.ends {
			t.finish()
		}
		blank = false
	}
	t.finish()
	return t.out
}

// goOn takes in a line that goes on with the field before it.
func (t *taggedReader) goOn(line string) {
	n := len(t.value)
	switch {
	case n == 0:
	case strings.Contains(t.form.listed, " "+t.tag):
		t.value = append(t.value, line)
	case len(t.value[n-1]) < maxField:
		t.value[n-1] += " " + line
	}
}

// field begins a field, and with it a record where none is at hand or where the tag
// says so.
func (t *taggedReader) field(at int, tag, value string, blank bool) {
	t.keep()
	if t.beginsAnother(tag, value, blank) {
		t.finish()
	}
	_, told := t.form.roles[tag]
	if t.w == nil {
		if tag != t.form.begins && !told {
			return
		}
		t.w = &Record{Start: at}
	}
	t.typed = t.typed || tag == t.form.begins
	if told {
		t.tag, t.value = tag, []string{value}
	}
}

// beginsAnother tells whether a field begins the record behind the one at hand. One
// that has no type yet gets it from a type inside.
func (t *taggedReader) beginsAnother(tag, value string, blank bool) bool {
	switch {
	case t.w == nil:
		return false
	case tag != t.form.begins:
		return blank && t.form.blanks && t.w.Title != ""
	case !t.typed:
		return blank && !t.w.isEmpty()
	}
	return blank || !t.form.retyped || !strings.ContainsFunc(value, unicode.IsLower)
}

// keep takes the field that has been read into the record.
func (t *taggedReader) keep() {
	for _, value := range t.value {
		if role := t.form.roles[t.tag]; value != "" && role != nil {
			role(t.w, value)
		}
	}
	t.tag, t.value = "", nil
}

// finish ends the record at hand.
func (t *taggedReader) finish() {
	t.keep()
	if t.w != nil {
		t.out.Add(t.w)
	}
	t.w, t.typed = nil, false
}

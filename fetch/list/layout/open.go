package layout

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"

	"citemap/fetch/list"
)

// Writable gives the error that Append and Fix would give of a list in a
// format, which is Auto where it is to be recognised; nil where they would give
// none.
func Writable(name string, text []byte, f list.Format) error {
	_, err := Open(name, text, f)
	return err
}

// Open reads a list that is to be changed.
func Open(name string, text []byte, f list.Format) (*Layout, error) {
	if list.IsPacked(text) {
		return nil, fmt.Errorf("%s: is compressed, which citemap reads but does not write: unpack it first", name)
	}
	r, err := list.ReadDecoded(name, text, f)
	if err != nil {
		return nil, err
	}
	if r.Asked == list.Auto && r.Form == list.Markdown && isPage(name, r.Text) {
		return nil, readOnly(name, "HTML")
	}
	if !r.Form.IsWritten() {
		return nil, readOnly(name, r.Form.Called())
	}
	return &Layout{Decoded: r}, nil
}

// readOnly is the error of a form that other programs write.
func readOnly(name, called string) error {
	return fmt.Errorf("%s: is %s, which citemap reads but does not write: want Markdown, BibTeX or plain ids; change it in the program that made it", name, called)
}

// isPage tells a whole page of HTML, which is read as Markdown with HTML in it
// is, and in which lines of Markdown would be lost.
func isPage(name string, text []byte) bool {
	end := strings.ToLower(filepath.Ext(name))
	return end == ".html" || end == ".htm" || end == ".xhtml" || pageStart.Match(text[:min(len(text), 1<<12)])
}

var pageStart = regexp.MustCompile(`(?i)^\s*(?:<!--[^>]*-->\s*)*<(?:!doctype html|html[\s>])`)

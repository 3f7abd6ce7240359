package list

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
)

// Writable gives the error that Append and Fix would give of a list in a
// format, which is Auto where it is to be recognised; nil where they would give
// none.
func Writable(name string, text []byte, f Format) error {
	_, err := readToWrite(name, text, f)
	return err
}

// readToWrite reads a list that is to be changed.
func readToWrite(name string, text []byte, f Format) (*layout, error) {
	if isPacked(text) {
		return nil, fmt.Errorf("%s: is packed by gzip, which citemap reads but does not write: unpack it first", name)
	}
	r, err := readAs(name, text, f)
	if err != nil {
		return nil, err
	}
	if r.asked == Auto && r.form == Markdown && isPage(name, r.text) {
		return nil, readOnly(name, "HTML")
	}
	if !r.form.IsWritten() {
		return nil, readOnly(name, r.form.Called())
	}
	return &layout{reading: r}, nil
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

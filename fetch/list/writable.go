package list

import "fmt"

// Writable gives the error that Append and Fix would give of a list in a
// format, which is Auto where it is to be recognised; nil where they would give
// none.
func Writable(name string, text []byte, f Format) error {
	_, err := readToWrite(name, text, f)
	return err
}

// readToWrite reads a list that is to be changed.
func readToWrite(name string, text []byte, f Format) (*reading, error) {
	if isPacked(text) {
		return nil, fmt.Errorf("%s: is packed by gzip, which citemap reads but does not write: unpack it first", name)
	}
	r, err := readAs(name, text, f)
	if err != nil {
		return nil, err
	}
	if row := r.form.row(); row.write == nil {
		return nil, fmt.Errorf("%s: is %s, which citemap reads but does not write: want Markdown, BibTeX or plain ids; change it in the program that made it", name, row.called)
	}
	return r, nil
}

package bibtex

// An Item is one entry of a BibTeX file: @kind{key, field = value, ...}.
type Item struct {
	start, end int
	kind, Key  string
	fields     map[string]string // values as written, strings put in, by lower-case name
	undefined  string            // the string that should have been its title
	inherited  bool              // it has what it takes from others
}

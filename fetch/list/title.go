package list

import (
	"cmp"

	"citemap/fetch/list/title"
)

// Title gives what to call the list: its own title, which is its first heading,
// the title of its front matter or #+TITLE; else the name of its file made
// readable, and "A reading list" where that says nothing. Titles that are foreign
// text are not cleaned.
func (l *List) Title() string {
	return cmp.Or(l.ownTitle(), l.fileTitle(), "A reading list")
}

// fileTitle makes a title of the name of the file; "" for standard input.
func (l *List) fileTitle() string {
	if l.Name == "-" {
		return ""
	}
	return title.File(l.Name)
}

// ownTitle gives what the list calls itself; "" where it does not.
func (l *List) ownTitle() string {
	switch r := l.read; {
	case r == nil || r.packed:
	case l.Format == Markdown || l.Format == IDs:
		return title.Markdown(r.Text, r.spans)
	case l.Format == Org:
		return title.Org(r.Text)
	}
	return ""
}

package service

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"citemap/fetch/list"
	"citemap/graph"
)

// PaperNamed gives the list that a paper is: the one entry of an id or an
// address that stands where a list could. A file of that name wins; ok is false
// for it, and for what names no paper.
func PaperNamed(arg string) (l *list.List, ok bool) {
	if arg == "-" || !MayBePaper(arg) {
		return nil, false
	}
	if _, err := os.Lstat(arg); !errors.Is(err, fs.ErrNotExist) {
		return nil, false
	}
	l, err := list.Parse(arg, []byte(arg+"\n"), list.IDs)
	if err != nil || len(l.Entries) != 1 || len(l.Entries[0].Lookups()) == 0 {
		return nil, false
	}
	l.Entries[0].Title = "" // an address may read like one
	return l, true
}

// MayBePaper reports whether a text is an id, or an address that may name a paper.
func MayBePaper(arg string) bool {
	_, err := graph.ParseID(arg)
	return err == nil || strings.HasPrefix(arg, "https://") || strings.HasPrefix(arg, "http://")
}

package main

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"citemap/fetch/list"
	"citemap/graph"
)

// paperNamed gives the list that a paper is: the one entry of an id or an
// address that stands where a list could. A file of that name wins; ok is false
// for it, and for what names no paper.
func paperNamed(arg string) (l *list.List, ok bool) {
	if arg == "-" || !mayBePaper(arg) {
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

// mayBePaper reports whether a text is an id, or an address that may name a paper.
func mayBePaper(arg string) bool {
	_, err := graph.ParseID(arg)
	return err == nil || strings.HasPrefix(arg, "https://") || strings.HasPrefix(arg, "http://")
}

// wantFile refuses a paper in the place of a list that a verb writes into.
func wantFile(flag, arg string) error {
	if _, is := paperNamed(arg); is {
		return usagef("%s writes into a list, and %s is a paper: name the list", flag, arg)
	}
	return nil
}

// fileNameOf makes a name for a file of the name of a list, which may be an id
// or an address.
func fileNameOf(arg string) string {
	if _, is := paperNamed(arg); !is {
		return arg
	}
	_, name, address := strings.Cut(arg, "://")
	if !address {
		name = arg
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:?#*"<>|%&`, r) {
			return '-'
		}
		return r
	}, name)
}

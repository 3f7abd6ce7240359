// Excerpt cuts the demo's second act out of a whole field: every other paper of
// a hold-out list as a reading list, the rest as the half that was held out,
// and the snapshot that citemap would gather around the first:
//
//	go run ./cmd/excerpt -snapshot FIELD.jsonl.gz -lists FIELD.lists.jsonl -name J11-1007 -o testdata
//
// The same field gives the same bytes.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"citemap/fetch"
	"citemap/fetch/library"
	"citemap/graph"
	"citemap/graph/eval"
)

// header says where the facts come from: the field's own words but for how much of
// it is here.
var header = library.Header{
	Taken: graph.Date{Year: 2026, Month: 11, Day: 22},
	Source: "ACL Anthology Network, 2012 release (Radev, Muthukrishnan, Qazvinian and Abu-Jbara 2013, " +
		"doi:10.1007/s10579-012-9211-2), the papers up to 2011 around 24 on dependency parsing",
	Licence: "free for research; cite Radev et al. 2013",
}

type options struct{ snapshot, lists, name, folder string }

func main() {
	var o options
	flag.StringVar(&o.snapshot, "snapshot", "", "snapshot of the field")
	flag.StringVar(&o.lists, "lists", "", "hold-out lists of the field")
	flag.StringVar(&o.name, "name", "", "name of the list to take")
	flag.StringVar(&o.folder, "o", "testdata", "folder with lists and snapshots to write to")
	flag.Parse()
	if err := o.run(); err != nil {
		fmt.Fprintln(os.Stderr, "excerpt:", err)
		os.Exit(1)
	}
}

// run reads the field, cuts it and writes the three files.
func (o options) run() error {
	field, err := library.ScanFile(o.snapshot)
	if err != nil {
		return err
	}
	corpus := field.Corpus()
	held, err := o.heldOut(&corpus)
	if err != nil {
		return err
	}
	g := graph.New(corpus.Until(held.AsOf).Without(held.Exclude))
	given, hidden := halves(g, held.Papers)
	var text bytes.Buffer
	snapshot := &library.Snapshot{Header: header, Papers: excerpt(g, given)}
	if err := library.SaveSnapshot(&text, "parsing.jsonl.gz", snapshot); err != nil {
		return err
	}
	return errors.Join(
		o.write("lists/parsing.md", readingList(givenHead, given)),
		o.write("lists/parsing.held-out.md", readingList(hiddenHead, hidden)),
		o.write("snapshots/parsing.jsonl.gz", text.Bytes()))
}

func (o options) write(name string, text []byte) error {
	return os.WriteFile(filepath.Join(o.folder, name), text, 0o644)
}

// heldOut finds the list of the name.
func (o options) heldOut(c *graph.Corpus) (eval.HoldOut, error) {
	f, err := os.Open(o.lists)
	if err != nil {
		return eval.HoldOut{}, err
	}
	defer f.Close()
	all, err := fetch.ReadHoldOuts(o.lists, f, c)
	if err != nil {
		return eval.HoldOut{}, err
	}
	for _, h := range all {
		if h.Name == o.name {
			return h, nil
		}
	}
	return eval.HoldOut{}, fmt.Errorf("%s: no list is named %q", o.lists, o.name)
}

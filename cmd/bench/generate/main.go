// Generate writes a made-up field as a snapshot, and reading lists of it: what
// `make bench` times whole commands on. The same seed gives the same bytes.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"os"

	"citemap/cmd/bench/made"
)

// options are what the command line asks for.
type options struct {
	made       made.Options
	snapshot   string
	from, list string
	entries    int
}

func main() {
	o := options{}
	flag.Uint64Var(&o.made.Seed, "seed", 1, "another seed gives another field")
	flag.IntVar(&o.made.Papers, "papers", 100_000, "papers of the field")
	flag.IntVar(&o.made.Citations, "citations", 1_000_000, "citations among them, about")
	flag.StringVar(&o.snapshot, "o", "", "write the snapshot to this file")
	flag.StringVar(&o.list, "list", "", "write a reading list of papers around one of them to this file")
	flag.StringVar(&o.from, "from", "", "make the list of this snapshot and no field")
	flag.IntVar(&o.entries, "entries", 30, "entries of the list")
	flag.Parse()
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(o options) error {
	if o.from != "" {
		return listFrom(o.from, o.list, o.entries)
	}
	if err := o.made.Check(); err != nil {
		return err
	}
	f := made.New(o.made)
	if o.snapshot != "" {
		if err := save(o.snapshot, func(w io.Writer) { writeSnapshot(w, f) }); err != nil {
			return err
		}
	}
	if o.list == "" {
		return nil
	}
	return save(o.list, func(w io.Writer) { writeList(w, f, o.entries) })
}

func save(name string, write func(io.Writer)) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	defer file.Close()
	w := bufio.NewWriterSize(file, 1<<20)
	write(w)
	if err := w.Flush(); err != nil { // which keeps the first error of the writes
		return err
	}
	return file.Close()
}

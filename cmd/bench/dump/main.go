// Dump writes papers in the shape of Semantic Scholar's datasets, with the faults
// that those have: of a snapshot, or made up at any size. The same seed gives the
// same bytes. Beside it goes a snapshot that says what is true of these papers.
package main

import (
	"flag"
	"fmt"
	"os"

	"citemap/cmd/bench/made"
)

// options are what the command line asks for.
type options struct {
	made     made.Options
	from     string
	folder   string
	snapshot string
	shards   int
	clean    bool
}

func main() {
	o := options{}
	flag.Uint64Var(&o.made.Seed, "seed", 1, "another seed gives another field and other faults")
	flag.IntVar(&o.made.Papers, "papers", 100_000, "papers of a made-up field")
	flag.IntVar(&o.made.Citations, "citations", 1_000_000, "citations among them, about")
	flag.StringVar(&o.from, "from", "", "take the papers of this snapshot")
	flag.StringVar(&o.folder, "o", "", "write the dump to this folder, which is not there yet")
	flag.StringVar(&o.snapshot, "snapshot", "", "write what is true of the papers to this file")
	flag.IntVar(&o.shards, "shards", 8, "files of the citations; other sets have fewer")
	flag.BoolVar(&o.clean, "clean", false, "without faults")
	flag.Parse()
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "dump:", err)
		os.Exit(1)
	}
}

func run(o options) error {
	if o.folder == "" || o.shards < 2 {
		return fmt.Errorf("want a folder, -o, and two shards or more")
	}
	if err := os.Mkdir(o.folder, 0o777); err != nil {
		return err
	}
	s, err := sourceOf(o)
	if err != nil {
		return err
	}
	d := &dump{source: s, faults: faults{seed: o.made.Seed, none: o.clean}}
	d.number()
	for _, set := range d.sets(o.shards) {
		if err := set.write(o.folder); err != nil {
			return err
		}
	}
	if o.snapshot == "" {
		return nil
	}
	return d.writeTruth(o.snapshot)
}

func sourceOf(o options) (source, error) {
	if o.from != "" {
		return scanned(o.from)
	}
	if err := o.made.Check(); err != nil {
		return nil, err
	}
	return &madeUp{Field: made.New(o.made), faults: faults{seed: o.made.Seed}}, nil
}

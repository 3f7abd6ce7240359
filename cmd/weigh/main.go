// Weigh learns from lists of which a part is hidden what each sign is worth in
// the chance that a gap belongs:
//
//	go run ./cmd/weigh -lists 30 FOLDER > graph/gap/weights.go
//
// FOLDER holds fields: for each a snapshot NAME.snapshot.jsonl.gz and the lists
// NAME.lists.jsonl. The same fields give the same bytes.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
)

func main() {
	most := flag.Int("lists", 0, "learn from so many lists of each field, the first; 0: all")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: weigh [-lists N] FOLDER > graph/gap/weights.go")
		os.Exit(2)
	}
	if err := run(os.Stdout, flag.Arg(0), *most); err != nil {
		fmt.Fprintln(os.Stderr, "weigh:", err)
		os.Exit(1)
	}
}

// run writes the table of weights that so many lists of each field of a folder
// give.
func run(w io.Writer, folder string, most int) error {
	names, err := fields(folder)
	if err != nil {
		return err
	}
	var all samples
	for _, name := range names {
		corpus, lists, err := readField(folder, name)
		if err != nil {
			return err
		}
		if most > 0 {
			lists = lists[:min(most, len(lists))]
		}
		all.add(corpus, lists)
	}
	return all.weights().write(w)
}

// Weigh learns from lists of which a part is hidden what each sign is worth in
// the chance that a gap belongs, and judges what it learned:
//
//	go run ./cmd/weigh FOLDER > graph/gap/evidence/weights.go
//	go run ./cmd/weigh -judge FOLDER > graph/gap/evidence/weights.go
//	go run ./cmd/weigh -leave aan FOLDER
//	go run ./cmd/weigh -newer -lists 60 FOLDER
//
// FOLDER holds fields: for each a snapshot NAME.snapshot.jsonl.gz and the lists
// NAME.lists.jsonl. With -judge each field is judged by weights that were fitted
// on the lists of all others, on stderr; with -leave this one field alone, and no
// table is written. With -newer it says what gaps --kind newer is worth instead: how
// much comes back of the newest third of lists. The same fields give the same bytes.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
)

// options are the flags.
type options struct {
	lists int    // of each field, the first; 0: all
	judge bool   // each field by the others
	leave string // judge only this field
	newer bool   // judge only the newer gaps
}

func main() {
	var o options
	flag.IntVar(&o.lists, "lists", 0, "take so many lists of each field, the first; 0: all")
	flag.BoolVar(&o.judge, "judge", false, "say on stderr what weights fitted on the other fields are worth on each")
	flag.StringVar(&o.leave, "leave", "", "judge only this `field`, and write no table")
	flag.BoolVar(&o.newer, "newer", false, "judge only the newer gaps, and write no table")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: weigh [-lists N] [-judge | -leave FIELD | -newer] FOLDER")
		os.Exit(2)
	}
	if err := run(os.Stdout, os.Stderr, flag.Arg(0), o); err != nil {
		fmt.Fprintln(os.Stderr, "weigh:", err)
		os.Exit(1)
	}
}

// run writes the table of weights that the fields of a folder give, or what they
// are worth.
func run(w, said io.Writer, folder string, o options) error {
	names, err := fields(folder)
	if err != nil {
		return err
	}
	if o.leave != "" && !slices.Contains(names, o.leave) {
		return fmt.Errorf("no field %s in %s: want one of %v", o.leave, folder, names)
	}
	all := map[string][]trial{}
	for _, name := range names {
		corpus, lists, err := readField(folder, name)
		if err != nil {
			return err
		}
		if o.lists > 0 {
			lists = lists[:min(o.lists, len(lists))]
		}
		if o.newer {
			if err := judgeNewer(w, name, corpus, lists); err != nil {
				return err
			}
			continue
		}
		all[name] = try(corpus, lists)
	}
	if o.newer {
		return nil
	}
	if o.leave != "" {
		return judge(w, names, all, o.leave)
	}
	if o.judge {
		if err := judge(said, names, all, ""); err != nil {
			return err
		}
	}
	return writeTable(w, learn(others(names, all, "")))
}

// others gives the trials of all fields but one, in the order of the fields.
func others(names []string, all map[string][]trial, left string) []trial {
	var out []trial
	for _, name := range names {
		if name != left {
			out = append(out, all[name]...)
		}
	}
	return out
}

// Bench puts citemap's measures beside gonum's and igraph's on the same graphs
// in one run, and writes a table of medians and ratios. It needs nothing; where
// python3-igraph is installed igraph is timed, in a process of its own, and
// where ../shared is present its two real graphs are.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

func main() {
	o := options{}
	flag.IntVar(&o.runs, "runs", 5, "runs of each question; the median counts")
	flag.IntVar(&o.largest, "largest", 10_000_000, "citations of the largest generated graph")
	flag.StringVar(&o.shared, "shared", "../shared", "folder with the real graphs")
	flag.StringVar(&o.script, "script", "testdata/bench/with_igraph.py", "script that times igraph")
	flag.StringVar(&o.python, "python", "/usr/bin/python3", "Python that has igraph")
	flag.StringVar(&o.only, "only", "", "only graphs with this in their name")
	flag.Parse()
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(o options) error {
	folder, err := os.MkdirTemp("", "citemap-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	fmt.Printf("%s, %d cores; medians of up to %d runs; ratio: theirs / ours\n", runtime.Version(), runtime.NumCPU(), o.runs)
	for _, x := range subjects(o) {
		if !strings.Contains(x.name, o.only) {
			continue
		}
		s, err := load(x, filepath.Join(folder, "citations"))
		if err != nil {
			return err
		}
		theirs, err := s.askIgraph(o)
		if err != nil {
			return err
		}
		s.report(os.Stdout, o, theirs)
	}
	return nil
}

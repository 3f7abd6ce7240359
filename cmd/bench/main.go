// Bench times whole commands of citemap beside a Python script that does the same,
// and puts its measures beside gonum's and igraph's on the same graphs; all in one
// run, as tables of medians and ratios. It needs nothing; where python3-igraph and
// python3-networkx are installed they are timed, in processes of their own, and
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
	flag.BoolVar(&o.whole, "whole", true, "time whole commands")
	flag.BoolVar(&o.kernels, "kernels", true, "time measures by themselves")
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
	if o.whole {
		if err := timeWhole(os.Stdout, o, folder); err != nil {
			return err
		}
	}
	for _, x := range subjects(o) {
		if !o.kernels || !strings.Contains(x.name, o.only) {
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

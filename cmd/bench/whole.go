package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
)

// A field is a snapshot with lists, which whole commands are timed on.
type field struct {
	name, snapshot   string
	list, longerList string // a reading list, and one of a thousand entries
}

// verbs are the commands that are timed.
var verbs = []string{"rank", "gaps", "report", "map", "check"}

// A use is what a process took.
type use struct {
	wall, processor time.Duration
	peak            int64 // bytes; 0 where the system does not say
}

// timeWhole times whole commands: from the file to the answer, as a user waits for
// it. A Python script that does the same with json and igraph runs in turn with
// them, where it can.
func timeWhole(w io.Writer, o options, folder string) error {
	if err := build(folder, "citemap", "generate"); err != nil {
		return err
	}
	python := exec.Command(o.python, "-c", "import igraph, networkx").Run() == nil
	fields, err := fields(o, folder)
	if err != nil {
		return err
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\nwhole commands: citemap's wall time, processor time and peak memory, then Python's; ratio: Python's / citemap's")
	fmt.Fprintln(t, "field\tcommand\twall\tprocessor\tMB\tPython's wall\tprocessor\tMB\twall ratio\tprocessor\tmemory\t")
	for _, f := range fields {
		if !strings.Contains(f.name, o.only) {
			continue
		}
		for _, verb := range verbs {
			if err := timeVerb(t, o, folder, &f, verb, python); err != nil {
				return err
			}
		}
		t.Flush()
	}
	return nil
}

// build makes the programs.
func build(folder string, names ...string) error {
	for _, name := range names {
		of := "./cmd/" + name
		if name == "generate" {
			of = "./cmd/bench/generate"
		}
		c := exec.Command("go", "build", "-o", filepath.Join(folder, name), of)
		c.Stderr = os.Stderr
		if err := c.Run(); err != nil {
			return fmt.Errorf("build %s: %w", name, err)
		}
	}
	return nil
}

// fields are the demo, the real graphs where they are present, and generated fields
// of 10^5 citations and more.
func fields(o options, folder string) ([]field, error) {
	out := []field{{"demo", "testdata/snapshots/finetune.jsonl", "testdata/lists/finetune.md", "testdata/lists/finetune.md"}}
	for _, name := range []string{"aan", "hepth"} {
		path := filepath.Join(o.shared, "graphs", name+".snapshot.jsonl.gz")
		if _, err := os.Stat(path); err != nil {
			continue
		}
		f := field{name: name, snapshot: path, list: filepath.Join(folder, name+".md"), longerList: filepath.Join(folder, name+".1000.md")}
		if err := generate(folder, "-from", path, "-list", f.list); err != nil {
			return nil, err
		}
		if err := generate(folder, "-from", path, "-list", f.longerList, "-entries", "1000"); err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	for n := 100_000; n <= o.largest; n *= 10 {
		base := filepath.Join(folder, strconv.Itoa(n))
		f := field{name: fmt.Sprintf("generated, %.0e citations", float64(n)), snapshot: base + ".jsonl", list: base + ".md", longerList: base + ".1000.md"}
		if !strings.Contains(f.name, o.only) {
			continue
		}
		size := []string{"-papers", strconv.Itoa(n / 10), "-citations", strconv.Itoa(n)}
		if err := generate(folder, append(size, "-o", f.snapshot, "-list", f.list)...); err != nil {
			return nil, err
		}
		if err := generate(folder, append(size, "-list", f.longerList, "-entries", "1000")...); err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}

// generate has a process of its own: what this one holds counts as the peak of those
// that it starts.
func generate(folder string, args ...string) error {
	c := exec.Command(filepath.Join(folder, "generate"), args...)
	c.Stderr = os.Stderr
	return c.Run()
}

// timeVerb writes the row of one command on one field.
func timeVerb(w io.Writer, o options, folder string, f *field, verb string, python bool) error {
	list := f.list
	if verb == "check" {
		list = f.longerList
	}
	ours := []string{filepath.Join(folder, "citemap"), verb, list, "--snapshot", f.snapshot, "-q"}
	switch verb {
	case "report":
		ours = append(ours, "-o", filepath.Join(folder, "report.html"))
	case "map":
		ours = append(ours, "-o", filepath.Join(folder, "map.svg"))
	}
	theirs := []string{o.python, "cmd/bench/whole.py", verb, f.snapshot, list}
	var us, them []use
	for began := time.Now(); len(us) < o.runs && (len(us) == 0 || time.Since(began) < time.Minute); {
		u, err := runOnce(ours)
		if err != nil {
			return err
		}
		us = append(us, u)
		if python {
			if u, err = runOnce(theirs); err != nil {
				return err
			}
			them = append(them, u)
		}
	}
	a := medianUse(us)
	fmt.Fprintf(w, "%s\t%s\t%s\t", f.name, verb, a)
	if python {
		b := medianUse(them)
		fmt.Fprintf(w, "%s\t%.3g\t%.3g\t%.3g\t", b, part(b.wall, a.wall), part(b.processor, a.processor), float64(b.peak)/float64(a.peak))
	}
	fmt.Fprintln(w)
	return nil
}

func part(theirs, ours time.Duration) float64 { return float64(theirs) / float64(ours) }

// runOnce runs a command to its end.
func runOnce(args []string) (use, error) {
	c := exec.Command(args[0], args[1:]...)
	var said strings.Builder
	c.Stderr = &said
	began := time.Now()
	if err := c.Run(); err != nil {
		return use{}, fmt.Errorf("%s: %w: %s", strings.Join(args, " "), err, said.String())
	}
	s := c.ProcessState
	return use{time.Since(began), s.UserTime() + s.SystemTime(), peak(s)}, nil
}

func (u use) String() string {
	return fmt.Sprintf("%.2f s\t%.2f s\t%.0f", u.wall.Seconds(), u.processor.Seconds(), float64(u.peak)/1e6)
}

// medianUse takes the median of each figure by itself.
func medianUse(uses []use) use {
	var u use
	at := len(uses) / 2
	slices.SortFunc(uses, func(a, b use) int { return int(a.wall - b.wall) })
	u.wall = uses[at].wall
	slices.SortFunc(uses, func(a, b use) int { return int(a.processor - b.processor) })
	u.processor = uses[at].processor
	slices.SortFunc(uses, func(a, b use) int { return int(a.peak - b.peak) })
	u.peak = uses[at].peak
	return u
}

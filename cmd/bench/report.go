package main

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"strconv"
	"text/tabwriter"
	"time"

	"citemap/graph/rank"
)

// An answer is what igraph said of a question.
type answer struct {
	Seconds float64
	Quality float64
	Bytes   uint64
}

// askIgraph times igraph on the subject; nil where it is not installed.
func (s *subject) askIgraph(o options) (map[string]answer, error) {
	if exec.Command(o.python, "-c", "import igraph, numpy").Run() != nil {
		return nil, nil
	}
	args := []string{o.script, strconv.Itoa(s.graph.Len()), s.file, strconv.Itoa(o.runs)}
	asked := map[string]bool{}
	for _, q := range questions(s) {
		if q.key != "" && !asked[q.key] && q.fits(s) {
			asked[q.key] = true
			args = append(args, q.key)
		}
	}
	out, err := exec.Command(o.python, args...).Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			err = fmt.Errorf("%w: %s", err, exit.Stderr)
		}
		return nil, fmt.Errorf("time igraph on %s: %w", s.name, err)
	}
	answers := map[string]answer{}
	return answers, json.Unmarshal(out, &answers)
}

// report puts the questions to ours and to gonum, and writes the table.
func (s *subject) report(w io.Writer, o options, theirs map[string]answer) {
	fmt.Fprintf(w, "\n%s: %d papers, %d citations\n", s.name, s.graph.Len(), s.graph.Citations())
	rows := 8*float64(s.graph.Citations()) + 8*float64(s.graph.Len()+1)
	fmt.Fprintf(w, "graph built in %s; rows both ways %.0f MB, %.1f bytes a citation; with the index of ids %.0f MB, at most %.0f MB while it is built\n",
		round(s.build), rows/1e6, rows/float64(s.graph.Citations()), float64(s.memory)/1e6, float64(s.peak)/1e6)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "question\tours\tgonum\tratio\tigraph\tratio\t\t")
	for _, q := range questions(s) {
		if q.fits(s) {
			s.row(t, o, &q, theirs)
		}
	}
	t.Flush()
	if theirs != nil {
		fmt.Fprintf(w, "igraph's process: %.0f MB at its peak; L1 distance of its PageRank to ours %.0e\n", float64(theirs["peak"].Bytes)/1e6, s.apart())
	}
}

func (s *subject) row(w io.Writer, o options, q *question, theirs map[string]answer) {
	note := ""
	ours := median(o.runs, func() { note = q.ours(s) })
	gonum, byGonum := "", ""
	if q.gonum != nil && s.graph.Citations() <= q.enough {
		took := median(o.runs, func() { q.gonum(s) })
		gonum, byGonum = round(took), ratio(took.Seconds(), ours)
	}
	igraph, byIgraph := "", ""
	if a, asked := theirs[q.key]; asked && q.key != "" {
		igraph, byIgraph = round(time.Duration(a.Seconds*float64(time.Second))), ratio(a.Seconds, ours)
		if a.Quality > 0 {
			note += fmt.Sprintf("; igraph's %.4f", a.Quality)
		}
	}
	fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t\n", q.name, round(ours), gonum, byGonum, igraph, byIgraph, note)
}

func round(d time.Duration) string {
	switch {
	case d > 10*time.Second:
		return d.Round(100 * time.Millisecond).String()
	case d > time.Second:
		return d.Round(10 * time.Millisecond).String()
	}
	return d.Round(max(1, d/100)).String()
}

func ratio(theirs float64, ours time.Duration) string {
	return fmt.Sprintf("%.3g", theirs/ours.Seconds())
}

// apart is how far igraph's PageRank is from ours.
func (s *subject) apart() float64 {
	b, err := os.ReadFile(s.file + ".pagerank")
	if err != nil || len(b) != 8*s.graph.Len() {
		return math.NaN()
	}
	theirs := make([]float64, s.graph.Len())
	for i := range theirs {
		theirs[i] = math.Float64frombits(binary.LittleEndian.Uint64(b[8*i:]))
	}
	return distance(theirs, rank.NewScoreboard(s.graph).Scores(rank.PageRank))
}

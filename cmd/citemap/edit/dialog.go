package edit

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/study"
	"citemap/render"
)

// A dialog asks a person about each gap.
type dialog struct {
	in         *bufio.Reader
	out        io.Writer
	mayExclude bool
	kinds      []gap.Kind // that may be offered; none means all
}

// answersHeard is after how many answers the list is asked again with the papers
// that were wanted.
const answersHeard = 5

// ask shows the first n gaps (0: all) and gives those that are wanted and those
// that are never to be offered again. What is wanted counts as listed after every
// five answers: the gaps that follow are those of the longer list. Nothing is
// shown twice, nor what was not among the gaps. The end of the input is q.
func (d *dialog) ask(f *study.Findings, n int) (chosen, rejected []*graph.Paper, err error) {
	next := f.Gaps.Gaps
	if n == 0 {
		n = len(next)
	}
	r := round{findings: f, kinds: d.kinds, left: map[graph.Node]bool{}, listed: slices.Clone(f.Graph.Listed())}
	for _, x := range next {
		r.left[x.Node] = true
	}
	for i := 0; i < n && len(next) > 0; i++ {
		x := next[0]
		next = next[1:]
		delete(r.left, x.Node)
		p := f.Graph.Paper(x.Node)
		answer, err := d.show(i+1, p, x)
		switch {
		case err != nil:
			return nil, nil, err
		case answer == 'q':
			return chosen, rejected, nil
		case answer == 'y':
			chosen = append(chosen, p)
			r.listed = append(r.listed, x.Node)
		case answer == 'x':
			rejected = append(rejected, p)
		}
		if (i+1)%answersHeard == 0 && i+1 < n && r.longer() {
			next = r.again()
			fmt.Fprintf(d.out, "Looked again, with %d of these on the list.\n", len(chosen))
		}
	}
	return chosen, rejected, nil
}

// show asks about one gap.
func (d *dialog) show(place int, p *graph.Paper, x gap.Gap) (byte, error) {
	fmt.Fprintf(d.out, "%d. %s  %s (%s)\n", place, render.Clean(p.Byline()), render.Clean(p.Title), x.Kind)
	for _, reason := range x.Reasons {
		fmt.Fprintf(d.out, "   %s\n", render.Clean(reason))
	}
	return d.answer()
}

// answer asks until it is answered.
func (d *dialog) answer() (byte, error) {
	question, letters := "add? [y/n/q] ", "ynq"
	if d.mayExclude {
		question, letters = "add? [y/n/x/q] ", "ynqx"
	}
	for {
		if _, err := io.WriteString(d.out, question); err != nil {
			return 0, err
		}
		line, err := d.in.ReadString('\n')
		line = strings.ToLower(strings.TrimSpace(line))
		if len(line) > 0 && strings.IndexByte(letters, line[0]) >= 0 {
			return line[0], nil
		}
		if errors.Is(err, io.EOF) {
			return 'q', nil
		}
		if err != nil {
			return 0, fmt.Errorf("read your answer: %w", err)
		}
	}
}

package edit

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"citemap/graph"
	"citemap/graph/study"
	"citemap/render"
)

// A dialog asks a person about each gap.
type dialog struct {
	in         *bufio.Reader
	out        io.Writer
	mayExclude bool
}

// ask shows the first n gaps (0: all) and gives those that are wanted and those
// that are never to be offered again. The end of the input is q.
func (d *dialog) ask(f *study.Findings, n int) (chosen, rejected []*graph.Paper, err error) {
	gaps := f.Gaps.Gaps
	if n > 0 {
		gaps = gaps[:min(n, len(gaps))]
	}
	for i, x := range gaps {
		p := f.Graph.Paper(x.Node)
		fmt.Fprintf(d.out, "%d. %s  %s (%s)\n", i+1, render.Clean(p.Byline()), render.Clean(p.Title), x.Kind)
		for _, reason := range x.Reasons {
			fmt.Fprintf(d.out, "   %s\n", render.Clean(reason))
		}
		answer, err := d.answer()
		switch {
		case err != nil:
			return nil, nil, err
		case answer == 'q':
			return chosen, rejected, nil
		case answer == 'y':
			chosen = append(chosen, p)
		case answer == 'x':
			rejected = append(rejected, p)
		}
	}
	return chosen, rejected, nil
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

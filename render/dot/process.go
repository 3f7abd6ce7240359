package dot

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
)

// drawApart has a process of its own draw, which is killed when its time is up
// or nobody waits any longer.
func (e Engine) drawApart(ctx context.Context, j job) ([]byte, error) {
	within, cancel := ctx, context.CancelFunc(func() {})
	if e.Timeout > 0 {
		within, cancel = context.WithTimeout(ctx, e.Timeout)
	}
	defer cancel()
	text, err := json.Marshal(j)
	if err != nil {
		return nil, err
	}
	c := exec.CommandContext(within, e.Command[0], e.Command[1:]...)
	var drawn, said bytes.Buffer
	c.Stdin, c.Stdout, c.Stderr = bytes.NewReader(text), &drawn, &said
	err = c.Run()
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case within.Err() != nil:
		return nil, &TimeoutError{e.Timeout}
	case err != nil:
		return nil, fmt.Errorf("%w: %s", err, lastLine(said.String()))
	}
	return drawn.Bytes(), nil
}

// lastLine is what a process that failed said last.
func lastLine(said string) string {
	lines := strings.Split(strings.TrimSpace(said), "\n")
	return lines[len(lines)-1]
}

func readJob(r io.Reader) (job, error) {
	var j job
	if err := json.NewDecoder(r).Decode(&j); err != nil {
		return j, fmt.Errorf("read what to draw: %w", err)
	}
	if j.Layout == "" || j.Format == "" {
		return j, errors.New("read what to draw: no layout or no format")
	}
	return j, nil
}

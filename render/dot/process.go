package dot

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

// A TimeoutError is a drawing that took longer than it was given.
type TimeoutError struct{ After time.Duration }

func (e *TimeoutError) Error() string {
	return fmt.Sprintf("the map was not drawn after %s", e.After)
}

// grace is how much longer than its time the process lives that draws, so that it
// is this one that says when the time is up.
const grace = 5 * time.Second

// drawApart has a process of its own draw, of this command line, which is killed
// when its time is up (0: never) or nobody waits any longer. It ends by itself, too, when this process ends in
// whatever way: its input ends then.
func drawApart(ctx context.Context, j job, command []string, timeout time.Duration) ([]byte, error) {
	within, cancel := ctx, context.CancelFunc(func() {})
	if timeout > 0 {
		within, cancel = context.WithTimeout(ctx, timeout)
	}
	defer cancel()
	j.Held = true
	if timeout > 0 {
		j.Within = timeout + grace
	}
	text, err := json.Marshal(j)
	if err != nil {
		return nil, err
	}
	c := exec.CommandContext(within, command[0], command[1:]...)
	var drawn, said bytes.Buffer
	c.Stdout, c.Stderr = &drawn, &said
	err = hand(c, text)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case within.Err() != nil:
		return nil, &TimeoutError{timeout}
	case err != nil:
		return nil, fmt.Errorf("%w: %s", err, lastLine(said.String()))
	}
	return drawn.Bytes(), nil
}

// hand runs a process, hands it the text, and keeps its input open until it ends.
func hand(c *exec.Cmd, text []byte) error {
	in, err := c.StdinPipe()
	if err != nil {
		return err
	}
	defer endWithUs(c)()
	if err := c.Start(); err != nil {
		return err
	}
	_, written := in.Write(text) // an error where the process ended before, which Wait tells of
	if err := c.Wait(); err != nil {
		return err
	}
	return written
}

// Serve draws the one job that stands on r and writes the drawing to w. It gives
// up when the job's time is over, when ctx is done, and when r ends where that
// means that nobody waits any longer. Graphviz may be at work all the same then:
// the process is to end.
func Serve(ctx context.Context, r io.Reader, w io.Writer) error {
	j, rest, err := readJob(r)
	if err != nil {
		return err
	}
	stayAwake()
	within, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	if j.Held {
		go func() {
			_, _ = io.Copy(io.Discard, rest)
			cancel(errors.New("the drawing is no longer needed"))
		}()
	}
	if j.Within > 0 {
		defer time.AfterFunc(j.Within, func() { cancel(&TimeoutError{j.Within}) }).Stop()
	}
	done := make(chan error, 1)
	var drawn []byte
	go func() {
		var err error
		drawn, err = drawHere(within, j)
		done <- err
	}()
	select {
	case <-within.Done():
		return context.Cause(within)
	case err := <-done:
		if err == nil {
			_, err = w.Write(drawn)
		}
		return err
	}
}

// stayAwake lets this process notice what happens while Graphviz draws, whose code
// cannot be interrupted: it must not have the only processor, and no garbage be
// collected, since for that everything waits until Graphviz returns, unless it
// comes to a gigabyte.
func stayAwake() {
	runtime.GOMAXPROCS(max(2, runtime.GOMAXPROCS(0)))
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(1 << 30)
	runtime.GC() // ends a collection that has begun
}

// lastLine is what a process that failed said last.
func lastLine(said string) string {
	lines := strings.Split(strings.TrimSpace(said), "\n")
	return lines[len(lines)-1]
}

// readJob reads a job, and gives what comes after it.
func readJob(r io.Reader) (j job, rest io.Reader, err error) {
	d := json.NewDecoder(r)
	if err := d.Decode(&j); err != nil {
		return j, nil, fmt.Errorf("read what to draw: %w", err)
	}
	if j.Layout == "" || j.Format == "" {
		return j, nil, errors.New("read what to draw: no layout or no format")
	}
	return j, io.MultiReader(d.Buffered(), r), nil
}

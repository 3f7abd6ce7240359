package tree

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"citemap/fetch/citation/words"
	"citemap/fetch/list/record"
	"citemap/fetch/list/span"
)

// maxLine is how long the line of a paper in a snapshot may be.
const maxLine = 1 << 26

// IsSnapshot looks at the first line.
func IsSnapshot(text []byte) bool {
	begin := bytes.TrimLeft(text, " \t\r\n")
	line, _, _ := bytes.Cut(begin[:min(len(begin), 1<<16)], []byte("\n"))
	var head struct{ Format string }
	return bytes.HasPrefix(line, []byte("{")) && json.Unmarshal(line, &head) == nil && head.Format == "citemap-snapshot"
}

// ReadSnapshot reads the papers of a snapshot as a list of them, and names the lines
// that are none. They are read as other JSON is, line by line. The reader of
// fetch/library is for another purpose: it holds the whole corpus with its
// references, and refuses a snapshot for a line that a list can do without.
func ReadSnapshot(r io.Reader) (out record.Records) {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 1<<16), maxLine)
	at, number := 0, 0
	lines.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		n, line, err := bufio.ScanLines(data, atEOF)
		if line != nil {
			line = data[:n] // with its end, to count by
		}
		return n, line, err
	})
	for ; lines.Scan(); at += len(lines.Bytes()) {
		number++
		line := bytes.TrimSpace(lines.Bytes())
		switch {
		case number == 1 && !IsSnapshot(line):
			out.Faults.Add(span.Fault{What: "line is not the head of a snapshot", Line: 1})
			return out
		case number > 1 && len(line) > 0:
			readPaper(&out, line, at, number)
		}
	}
	if err := lines.Err(); err != nil {
		out.Faults.Add(span.Fault{At: at, What: "snapshot cannot be read on: " + snapshotFault(err), Line: number + 1})
	}
	return out
}

func snapshotFault(err error) string {
	if errors.Is(err, bufio.ErrTooLong) {
		return "a line is too long"
	}
	return words.OneLine(err.Error())
}

// readPaper reads the line of a paper, which stands at an offset.
func readPaper(out *record.Records, line []byte, at, number int) {
	if err := json.Unmarshal(line, new(struct{})); err != nil {
		out.Faults.Add(span.Fault{At: at, What: "line is not a paper: " + words.OneLine(err.Error()), Line: number})
		return
	}
	w := jsonNode(line, 0, len(line)).record("")
	w.Start, w.End, w.Line = at, at+len(line), number
	out.Add(w)
}

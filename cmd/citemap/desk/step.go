package desk

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"citemap/cmd/citemap/edit"
	"citemap/cmd/citemap/files"
	"citemap/graph"
)

// A step is a change that was made, as much of it as taking it back needs: a list may
// be long and the changes many.
type step struct {
	name   string // the file; "": none, the change lasts as long as the desk
	papers []graph.PaperID
	words  string
	made   bool // there was no file before

	begin int // where in the file
	was   []byte
	is    []byte
	after [sha256.Size]byte // of the whole file
}

func stepOf(c edit.Change, words string) step {
	begin := 0
	for begin < len(c.Old) && begin < len(c.New) && c.Old[begin] == c.New[begin] {
		begin++
	}
	same := 0 // at the end
	for same < min(len(c.Old), len(c.New))-begin && c.Old[len(c.Old)-1-same] == c.New[len(c.New)-1-same] {
		same++
	}
	return step{
		name: c.Name, papers: c.Papers, words: words, made: c.Old == nil && c.New != nil,
		begin: begin, was: bytes.Clone(c.Old[begin : len(c.Old)-same]), is: bytes.Clone(c.New[begin : len(c.New)-same]), after: sha256.Sum256(c.New),
	}
}

// back is the change that takes a step back. A file that is not as the step left it is
// an error.
func (s *step) back() (edit.Change, error) {
	c := edit.Change{Name: s.name, Papers: s.papers}
	if s.name == "" {
		return c, nil
	}
	now, err := os.ReadFile(s.name)
	if errors.Is(err, fs.ErrNotExist) || err == nil && sha256.Sum256(now) != s.after {
		return c, fmt.Errorf("%s: was changed by another program: nothing was undone", s.name)
	}
	if err != nil {
		return c, fmt.Errorf("%s: %w", s.name, files.Cause(err))
	}
	c.Old = now
	if !s.made {
		c.New = append(append(append([]byte{}, now[:s.begin]...), s.was...), now[s.begin+len(s.is):]...)
	}
	return c, nil
}

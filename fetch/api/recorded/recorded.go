// Package recorded is for tests of API clients: calls of the real services and
// what they answered, to be answered again. It is for tests only.
package recorded

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A Call is a request to a real API and the answer.
type Call struct {
	Name    string // of its file, without the ending
	Request struct {
		Method, Path, Query string
		Body                json.RawMessage
	}
	Response struct {
		Status   int
		Headers  map[string]string
		Body     json.RawMessage // where it is JSON
		BodyText string          `json:"body_text"` // where it is not
	}
}

// Text is the body of the answer, as it came.
func (c *Call) Text() string {
	if c.Response.BodyText != "" {
		return c.Response.BodyText
	}
	return string(c.Response.Body)
}

// Calls reads the recordings whose files match a pattern, in the order of the
// patterns and of the names. The recordings are shared/s2-recordings beside the
// repository; where they are not there the test is skipped.
func Calls(t *testing.T, patterns ...string) []*Call {
	t.Helper()
	folder := folder()
	if folder == "" {
		t.Skip("no recordings in ../shared/s2-recordings")
	}
	var calls []*Call
	for _, pattern := range patterns {
		files, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d recordings, %v", pattern, len(files), err)
		}
		for _, file := range files {
			calls = append(calls, read(t, file))
		}
	}
	return calls
}

// folder is where the recordings are, seen from the package under test; "" where
// they are not there.
func folder() string {
	for up := ".."; len(up) < len("../../../../../.."); up = filepath.Join(up, "..") {
		at := filepath.Join(up, "shared", "s2-recordings")
		if _, err := os.Stat(at); err == nil {
			return at
		}
	}
	return ""
}

func read(t *testing.T, file string) *Call {
	t.Helper()
	c := &Call{Name: strings.TrimSuffix(filepath.Base(file), ".json")}
	text, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(text, c)
	}
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return c
}

// Check replays the recordings that match the patterns: each must become what
// the table says under its name, and the table knows them all.
func Check(t *testing.T, table map[string]string, become func(*testing.T, *Call) string, patterns ...string) {
	t.Helper()
	calls := Calls(t, patterns...)
	if len(calls) != len(table) {
		t.Errorf("%d recordings, the table knows %d", len(calls), len(table))
	}
	for _, c := range calls {
		t.Run(c.Name, func(t *testing.T) {
			want, planned := table[c.Name]
			if !planned {
				t.Fatal("a recording that the table does not know")
			}
			if got := become(t, c); got != want {
				t.Errorf("became\n%s, want\n%s", got, want)
			}
		})
	}
}

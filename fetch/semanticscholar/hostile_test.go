package semanticscholar

import (
	"bytes"
	"compress/gzip"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"testing"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/fetch/semanticscholar/apitest"
	"citemap/graph"
)

// TestHostileAnswers asks in a process of its own for each, since a process can
// only tell the most memory that it ever took.
func TestHostileAnswers(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and the race detector finds nothing in it")
	}
	for _, a := range apitest.HostileAnswers() {
		t.Run(a.Name, func(t *testing.T) {
			if url := os.Getenv("CITEMAP_TEST_HOSTILE"); url != "" {
				askHostile(t, url)
				return
			}
			packed := pack(t, a)
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Encoding", "gzip")
				_, _ = w.Write(packed)
			}))
			defer server.Close()
			c := exec.Command(os.Args[0], "-test.run=^TestHostileAnswers$/^"+strings.ReplaceAll(a.Name, " ", "_")+"$", "-test.count=1")
			// What it holds is measured, and not how far the collector lags behind on a
			// machine that others use.
			c.Env = append(os.Environ(), "CITEMAP_TEST_HOSTILE="+server.URL, "GOGC=50")
			if out, err := c.CombinedOutput(); err != nil {
				t.Fatalf("%v: %.2000s", err, out)
			}
			const most = 300 << 10 // kB
			if took := peakOf(c.ProcessState); took > most {
				t.Errorf("took %d MB, want at most %d", took>>10, most>>10)
			} else {
				t.Logf("took %d MB", took>>10)
			}
		})
	}
}

// askHostile is done when the answer is an error of one line, or is taken for
// an answer of a paper.
func askHostile(t *testing.T, url string) {
	c := NewClient(api.Config{BaseURL: url, Rate: 1000, Patience: -1})
	about := []fetch.Subject{{ID: graph.ExternalID{Scheme: graph.S2, Value: strings.Repeat("a", 40)}}}
	err := c.Ask(t.Context(), fetch.References, about, func([]fetch.Reply) error { return nil })
	if err != nil && (strings.Contains(err.Error(), "\n") || len(err.Error()) > 1000) {
		t.Errorf("an error of %d bytes: %.200q", len(err.Error()), err)
	}
}

func pack(t *testing.T, a apitest.HostileAnswer) []byte {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if err := errors.Join(a.Write(z), z.Close()); err != nil {
		t.Fatal(err)
	}
	return packed.Bytes()
}

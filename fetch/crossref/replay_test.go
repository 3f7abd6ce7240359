package crossref

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"citemap/fetch"
	"citemap/fetch/api"
)

const recordings = "../../../shared/s2-recordings"

// became is what each recording of Crossref must become.
var became = map[string]string{
	"crossref-get-works-10-1016-2fj-xgen-2025-100814-200-142bfb": "DOI:10.1016/j.xgen.2025.100814 Michael Herger 2025-04 Cell Genomics | " +
		"High-throughput screening of human genetic variants by pooled prime editing | 2 global, 60 counted, known 60, 53 with a DOI, 7 stubs",
	"crossref-get-works-10-48550-2farxiv-2312-07559-404-116ac6": "unknown",
}

// A recording is a call of the real API and what came back.
type recording struct {
	Response struct {
		Status   int
		Body     json.RawMessage
		BodyText string `json:"body_text"`
	}
}

func TestRecordings(t *testing.T) {
	if _, err := os.Stat(recordings); errors.Is(err, os.ErrNotExist) {
		t.Skipf("no recordings at %s", recordings)
	}
	files, err := filepath.Glob(filepath.Join(recordings, "crossref-*.json"))
	if err != nil || len(files) != len(became) {
		t.Errorf("%d recordings, the table knows %d (%v)", len(files), len(became), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		text, err := os.ReadFile(file)
		var r recording
		if err == nil {
			err = json.Unmarshal(text, &r)
		}
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if got := r.become(t); got != became[name] {
			t.Errorf("%s became\n%s, want\n%s", name, got, became[name])
		}
	}
}

// become serves the recording to a client that asks for a DOI.
func (r *recording) become(t *testing.T) string {
	body := string(r.Response.Body)
	if r.Response.Status != http.StatusOK {
		body = r.Response.BodyText
	}
	c, _ := setup(t, api.Config{}, reply{r.Response.Status, body})
	a, _, err := ask(t, c, doi("10.1000/a"))
	if err != nil {
		return err.Error()
	}
	if a.Outcome == fetch.Unknown {
		return "unknown"
	}
	stubs, untold := 0, 0
	for _, p := range a.Around {
		if p.Stub {
			stubs++
		}
		if p.Title == "" || p.Date.Year == 0 || len(p.Authors) != 1 || p.Venue == "" {
			untold++
		}
	}
	p := &a.Paper
	line := fmt.Sprintf("%s %s %s %s | %s | %d global, %d counted, %s %d, %d with a DOI, %d stubs",
		p.ID, p.Authors[0], p.Date, p.Venue, p.Title, *p.Global, *p.Referenced, p.References.State, len(p.References.IDs), len(a.Around)-stubs, stubs)
	if untold > 0 {
		line += fmt.Sprintf(", %d of which something is not known", untold)
	}
	return line
}

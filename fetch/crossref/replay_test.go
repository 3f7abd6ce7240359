package crossref

import (
	"fmt"
	"testing"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/fetch/api/recorded"
)

// became is what each recording of Crossref must become.
var became = map[string]string{
	"crossref-get-works-10-1016-2fj-xgen-2025-100814-200-142bfb": "DOI:10.1016/j.xgen.2025.100814 Michael Herger 2025-04 Cell Genomics | " +
		"High-throughput screening of human genetic variants by pooled prime editing | 2 global, 60 counted, known 60, 53 with a DOI, 7 stubs",
	"crossref-get-works-10-48550-2farxiv-2312-07559-404-116ac6": "unknown",
}

func TestRecordings(t *testing.T) { recorded.Check(t, became, become, "crossref-*.json") }

// become serves the recording to a client that asks for a DOI.
func become(t *testing.T, r *recorded.Call) string {
	c, _ := setup(t, api.Config{}, reply{r.Response.Status, r.Text()})
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

package progress

import (
	"bytes"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"citemap/cmd/citemap/console"
	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/fetch/semanticscholar"
	"citemap/graph"
)

var noon = time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)

func TestProgressLine(t *testing.T) {
	at := func(seconds int) time.Time { return noon.Add(time.Duration(seconds) * time.Second) }
	busy := "429: Too Many Requests"
	for _, test := range []struct {
		name  string
		wait  api.Wait // since noon
		now   int      // seconds past it
		begun int
		sent  int
		want  string
	}{
		{"all goes well", api.Wait{Service: "S", Attempt: 1, GiveUp: at(600)}, 1, -9, 4, "lists: request 5 of 9, 80 papers, about 8 s left"},
		{"slowly", api.Wait{Service: "S", Attempt: 1, GiveUp: at(600)}, 1, -19, 4, "lists: request 5 of 9, 80 papers, about 16 s left"},
		{"nothing is waited for", api.Wait{}, 60, 60, 4, "lists: request 5 of 9, 80 papers, about 4 s left"},
		{"a long answer", api.Wait{Service: "S", Attempt: 1, GiveUp: at(600)}, 26, -4, 4, "S: waiting 26 s for the answer; lists: request 5 of 9, 80 papers, about 24 s left"},
		{"a slow rate", api.Wait{Service: "S", Attempt: 1, Next: at(30)}, 10, 9, 0, "S: next request in 20 s; lists: request 5 of 9, 80 papers, about 28 s left"},
		{"backing off", api.Wait{Service: "S", Attempt: 4, Trouble: busy, Next: at(14), GiveUp: at(600)}, 2, 1, 4, "S: asking again in 12 s, attempt 4, giving up in 10 min (429: Too Many Requests); lists: request 5 of 9, 80 papers, about 16 s left"},
		{"the fourth attempt", api.Wait{Service: "S", Attempt: 4, Trouble: busy, GiveUp: at(40)}, 12, 10, 4, "S: waiting 12 s for attempt 4, giving up in 28 s (429: Too Many Requests); lists: request 5 of 9, 80 papers, about 4 s left"},
		{"no end to the patience", api.Wait{Service: "S", Attempt: 2, Trouble: busy}, 3, 3, 4, "S: waiting 3 s for attempt 2 (429: Too Many Requests); lists: request 5 of 9, 80 papers, about 4 s left"},
		{"hostile words", api.Wait{Service: "S", Attempt: 2, Trouble: "500: \x1b[2J\u202eevil"}, 3, 3, 4, "S: waiting 3 s for attempt 2 (500: [2Jevil); lists: request 5 of 9, 80 papers, about 4 s left"},
	} {
		p := &Bar{rate: 1, ahead: 8, sent: test.sent, begun: at(test.begun), wait: test.wait, since: noon}
		p.now = fetch.Progress{Stage: "lists", Done: 4, Planned: 9, Papers: 80}
		if got := p.line(at(test.now)); got != test.want {
			t.Errorf("%s:\n%s\nwant\n%s", test.name, got, test.want)
		}
	}
}

// A terminal is a screen of one line that notes how long it stood unchanged.
type screen struct {
	mu       sync.Mutex
	text     string
	since    time.Time
	longest  time.Duration
	scrolled bytes.Buffer // whole lines
}

func (s *screen) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if bytes.HasSuffix(b, []byte("\n")) {
		s.scrolled.Write(b)
	}
	if text := string(b); text != s.text {
		s.longest = max(s.longest, time.Since(s.since))
		s.text, s.since = text, time.Now()
	}
	return len(b), nil
}

// unchanged is for how long it has stood as it is.
func (s *screen) unchanged() time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	return time.Since(s.since)
}

// A slow service answers after so long with a status.
type slowService struct {
	after  time.Duration
	status int
}

func (s slowService) RoundTrip(r *http.Request) (*http.Response, error) {
	select {
	case <-time.After(s.after):
		return &http.Response{StatusCode: s.status, Header: http.Header{}, Body: http.NoBody, Request: r}, nil
	case <-r.Context().Done():
		return nil, r.Context().Err()
	}
}

// While anything is waited for the line never stands still for 5 seconds: not
// while a request is under way, not in a back-off, not at a slow rate.
func TestTheLineNeverStandsStill(t *testing.T) {
	for name, test := range map[string]struct {
		service slowService
		rate    float64
	}{
		"silence": {slowService{time.Hour, 200}, 1}, "trouble": {slowService{0, 503}, 1},
		"slow trouble": {slowService{40 * time.Second, 504}, 1}, "slow rate": {slowService{time.Second, 503}, 0.02},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				terminal := &screen{since: time.Now()}
				talk := console.New(terminal)
				bar := startOn(talk, test.rate, 80)
				client := semanticscholar.NewClient(api.Config{Transport: test.service, Rate: test.rate, Patience: 10 * time.Minute, Waiting: bar.Await, Warn: talk.Warn})
				_, err := fetch.Gather(t.Context(), client, []graph.Entry{{Title: "A title that is looked up"}}, fetch.Options{Progress: bar.Show, Planned: bar.Planned})
				waited := terminal.unchanged()
				bar.Stop()
				if err == nil || terminal.longest > 5*time.Second || waited > 5*time.Second {
					t.Errorf("stood still for %s, %s at the end: %v", terminal.longest, waited, err)
				}
				if said := terminal.scrolled.String(); strings.Count(said, "\n") != 1 || !strings.HasPrefix(said, "warning: Semantic Scholar does not answer (") {
					t.Errorf("said %q", said)
				}
				if terminal.text != "\r\x1b[K" {
					t.Errorf("left %q on the terminal", terminal.text)
				}
			})
		})
	}
}

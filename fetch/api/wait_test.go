package api

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"citemap/fetch"
)

// A line is a service on no network: it gives its answers in order, the last
// for ever. A status of 0 is a connection that is refused, one below is silence.
type line struct {
	statuses []int
	after    string // Retry-After
	asked    []time.Time
}

func (l *line) RoundTrip(r *http.Request) (*http.Response, error) {
	l.asked = append(l.asked, time.Now())
	status := l.statuses[min(len(l.asked), len(l.statuses))-1]
	switch {
	case status == 0:
		return nil, &net.OpError{Op: "dial", Net: "tcp", Err: fmt.Errorf("connect: %w", syscall.ECONNREFUSED)}
	case status < 0:
		<-r.Context().Done()
		return nil, r.Context().Err()
	}
	header := http.Header{}
	if status == 429 {
		header.Set("Retry-After", l.after)
	}
	return &http.Response{StatusCode: status, Header: header, Body: io.NopCloser(strings.NewReader("{}")), Request: r}, nil
}

// A watch is what a client under test told, in its own time.
type watch struct {
	began  time.Time
	waits  []Wait
	warned []string
	at     []time.Duration // of the warnings
}

// inBubble runs a test of a client in a time of its own.
func inBubble(t *testing.T, o Config, l *line, run func(t *testing.T, c *Client, w *watch)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		w := &watch{began: time.Now()}
		o.BaseURL, o.Transport = "https://api.example", l
		o.Waiting = func(x Wait) { w.waits = append(w.waits, x) }
		o.Warn = func(text string) {
			w.warned, w.at = append(w.warned, text), append(w.at, time.Since(w.began))
		}
		run(t, New(Service{Name: "A service"}, o), w)
	})
}

func ask(t *testing.T, c *Client, timeouts int) error {
	r := Request{What: "question", Method: http.MethodGet, Timeouts: timeouts, Decode: func([]byte) error { return nil }}
	return c.Ask(t.Context(), r, &Outage{})
}

// Each wait says what for, which attempt, when the next is made and when the
// patience ends.
func TestWaitingIsTold(t *testing.T) {
	inBubble(t, Config{Patience: 5 * time.Minute}, &line{statuses: []int{200, 429, 200}, after: "12"}, func(t *testing.T, c *Client, w *watch) {
		for range 2 {
			if err := ask(t, c, 0); err != nil {
				t.Fatal(err)
			}
		}
		var told []string
		for _, x := range w.waits {
			if x == (Wait{}) {
				told = append(told, "-")
				continue
			}
			next := "now"
			if !x.Next.IsZero() {
				next = x.Next.Sub(w.began).Round(time.Second).String()
			}
			end := "?"
			if !x.GiveUp.IsZero() {
				end = x.GiveUp.Sub(w.began).Round(time.Second).String()
			}
			told = append(told, fmt.Sprintf("%s %s %d %q %s %s", x.Service, x.What, x.Attempt, x.Trouble, next, end))
		}
		want := []string{
			`A service question 1 "" now 5m0s`, "-",
			`A service question 1 "" 1s ?`, `A service question 1 "" now 5m1s`,
			`A service question 2 "429: Too Many Requests" 13s 5m1s`, `A service question 2 "429: Too Many Requests" now 5m1s`, "-",
		}
		if got := strings.Join(told, "\n"); got != strings.Join(want, "\n") {
			t.Errorf("%s\nwant\n%s", got, strings.Join(want, "\n"))
		}
	})
}

// Without a network it is said within 5 seconds and given up after 30, at any
// rate.
func TestNoNetwork(t *testing.T) {
	for _, rate := range []float64{0.01, 0.2, 1, 10, 1000} {
		inBubble(t, Config{Rate: rate}, &line{statuses: []int{0}}, func(t *testing.T, c *Client, w *watch) {
			err := ask(t, c, 2)
			took := time.Since(w.began)
			var patience *fetch.PatienceError
			if !errors.As(err, &patience) || !patience.Unreached || took < 29*time.Second || took > 31*time.Second {
				t.Errorf("rate %g: after %s: %v", rate, took, err)
			}
			if len(w.warned) != 1 || w.at[0] > 5*time.Second || !strings.Contains(w.warned[0], "A service cannot be reached: could not connect to api.example: connection refused; are you online?") {
				t.Errorf("rate %g: warned %q after %s", rate, w.warned, w.at)
			}
			for i, x := range w.waits {
				if x.Next.Sub(w.began) > 31*time.Second {
					t.Errorf("rate %g: wait %d ends at %s", rate, i, x.Next.Sub(w.began))
				}
			}
		})
	}
}

// Once anything answered, or a connection was made, the whole patience holds.
func TestNoNetworkAfterAnAnswer(t *testing.T) {
	for _, test := range []struct {
		name     string
		statuses []int
	}{
		{"an answer", []int{200, 0}}, {"a refusal", []int{404, 0}}, {"trouble, after an outage", []int{0, 0, 0, 503, 0}},
	} {
		inBubble(t, Config{Patience: 4 * time.Minute}, &line{statuses: test.statuses}, func(t *testing.T, c *Client, w *watch) {
			_ = ask(t, c, 0)
			began := time.Now()
			if test.statuses[0] == 0 {
				began = w.began
			}
			err := ask(t, c, 0)
			var patience *fetch.PatienceError
			if took := time.Since(began); !errors.As(err, &patience) || patience.Unreached || took < 200*time.Second {
				t.Errorf("%s: after %s: %v", test.name, took, err)
			}
		})
	}
}

// The clients of a run share what they know of the network: that one of two
// services is down is no lack of a network.
func TestNetworkIsShared(t *testing.T) {
	network := &Network{}
	inBubble(t, Config{Network: network}, &line{statuses: []int{200}}, func(t *testing.T, c *Client, w *watch) {
		if err := ask(t, c, 0); err != nil {
			t.Fatal(err)
		}
	})
	inBubble(t, Config{Network: network, Patience: 40 * time.Second}, &line{statuses: []int{0}}, func(t *testing.T, c *Client, w *watch) {
		err := ask(t, c, 0)
		if took := time.Since(w.began); err == nil || took < 40*time.Second || len(w.warned) > 1 || strings.Contains(fmt.Sprint(w.warned, err), "reached") {
			t.Errorf("after %s: warned %q, %v", took, w.warned, err)
		}
	})
}

// A question that takes the service too long is parted, however that shows.
func TestSlowAnswersArePartedSoon(t *testing.T) {
	for _, status := range []int{http.StatusRequestTimeout, http.StatusGatewayTimeout, 524, -1} {
		l := &line{statuses: []int{status}}
		inBubble(t, Config{}, l, func(t *testing.T, c *Client, w *watch) {
			err := ask(t, c, 2)
			if !errors.Is(err, ErrTimeout) || len(l.asked) != 2 || !strings.HasPrefix(err.Error(), "A service: question: ") {
				t.Errorf("%d: %d requests, %v", status, len(l.asked), err)
			}
		})
	}
	l := &line{statuses: []int{408, 408, 408, 200}}
	inBubble(t, Config{}, l, func(t *testing.T, c *Client, w *watch) {
		if err := ask(t, c, 0); err != nil || len(l.asked) != 4 {
			t.Errorf("where nothing can be parted: %d requests, %v", len(l.asked), err)
		}
	})
}

package live_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"citemap/cmd/citemap/desk"
)

// A guest is a client of the server, which keeps cookies as a browser does and follows
// no redirect.
type guest struct {
	t    *testing.T
	host string
	room string // "": not let in
	*http.Client
}

func newGuest(t *testing.T, x *table) *guest {
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &guest{t: t, host: x.host, Client: &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

// enter takes the address that the user was given.
func enter(t *testing.T, x *table) *guest {
	t.Helper()
	g := newGuest(t, x)
	r, err := g.Get(x.address)
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	g.room = r.Header.Get("Location")
	if r.StatusCode != http.StatusSeeOther || strings.Contains(g.room, "token") {
		t.Fatalf("%s leads to %q", r.Status, g.room)
	}
	return g
}

// sends sends a request as the page does, but for what change makes of it.
func (g *guest) sends(method, name, body string, change func(*http.Request)) (status int, said string) {
	g.t.Helper()
	r, err := http.NewRequest(method, "http://"+g.host+g.room+name, strings.NewReader(body))
	if err != nil {
		g.t.Fatal(err)
	}
	if method != http.MethodGet {
		r.Header.Set("Origin", "http://"+g.host)
		r.Header.Set("Content-Type", "application/json")
	}
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	if change != nil {
		change(r)
	}
	a, err := g.Do(r)
	if err != nil {
		g.t.Fatal(err)
	}
	defer a.Body.Close()
	text, err := io.ReadAll(a.Body)
	if err != nil {
		g.t.Fatal(err)
	}
	for _, name := range []string{"Access-Control-Allow-Origin", "Access-Control-Allow-Credentials"} {
		if a.Header.Get(name) != "" {
			g.t.Errorf("%s %s: %s is sent", method, name, name)
		}
	}
	if a.Header.Get("X-Content-Type-Options") != "nosniff" || a.Header.Get("Cache-Control") != "no-store" || !strings.Contains(a.Header.Get("Content-Security-Policy"), "frame-ancestors 'none'") {
		g.t.Errorf("%s %s: its head is %v", method, name, a.Header)
	}
	return a.StatusCode, string(text)
}

// TestOnlyItsOwnPageIsServed does its worst: whatever another page, another name of this
// machine or a guess asks for is refused, and the list stays as it is.
func TestOnlyItsOwnPageIsServed(t *testing.T) {
	x := onSnapshot(t, desk.Options{ExcludeFile: filepath.Join(t.TempDir(), "no.txt"), Asking: desk.Asking{Refused: "this is a snapshot"}})
	before, number := read(t, x.list), x.State().Number
	g := enter(t, x)
	first := string(x.State().Findings.Graph.Paper(x.State().Findings.Gaps.Gaps[0].Node).ID)
	add := fmt.Sprintf(`{"ids":[%q]}`, first)
	set := func(name, value string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Set(name, value) }
	}
	for _, tt := range []struct {
		what, method, name, body string
		change                   func(*http.Request)
		want                     int
	}{
		{"a foreign page posts", "POST", "add", add, set("Origin", "https://evil.example"), 403},
		{"a page of another port posts", "POST", "add", add, set("Origin", "http://127.0.0.1:1"), 403},
		{"an opaque origin posts", "POST", "add", add, set("Origin", "null"), 403},
		{"nobody says where it is from", "POST", "add", add, func(r *http.Request) { r.Header.Del("Origin") }, 403},
		{"a page of this machine posts", "POST", "add", add, set("Sec-Fetch-Site", "same-site"), 403},
		{"a foreign page reads", "GET", "changed", "", set("Sec-Fetch-Site", "cross-site"), 403},
		{"a foreign page listens", "GET", "events", "", set("Sec-Fetch-Site", "cross-site"), 403},
		{"a foreign page leads here", "GET", "", "", set("Sec-Fetch-Site", "cross-site"), 403},
		{"a form posts", "POST", "add", "ids=" + first, set("Content-Type", "application/x-www-form-urlencoded"), 415},
		{"a form posts text that is JSON", "POST", "add", add, set("Content-Type", "text/plain"), 415},
		{"a name that was made to lead here", "GET", "", "", func(r *http.Request) { r.Host = "evil.example" }, 421},
		{"such a name with the port", "POST", "add", add, func(r *http.Request) { r.Host = "evil.example:" + strings.Split(g.host, ":")[1] }, 421},
		{"another port in the name", "GET", "", "", func(r *http.Request) { r.Host = "127.0.0.1:1" }, 421},
		{"a huge body", "POST", "add", `{"ids":["` + strings.Repeat("x", 1<<20) + `"]}`, nil, 413},
		{"no JSON", "POST", "add", "{", nil, 400},
		{"two values", "POST", "add", add + add, nil, 400},
		{"an unknown field", "POST", "add", `{"file":"/etc/passwd"}`, nil, 400},
		{"no ids", "POST", "add", `{}`, nil, 400},
		{"a file in place of an id", "POST", "add", `{"ids":["../../etc/passwd"]}`, nil, 409},
		{"an id of nothing", "POST", "exclude", `{"ids":["arXiv:9901.00001"]}`, nil, 404},
		{"steps of less than none", "POST", "undo", `{"steps":-1}`, nil, 400},
		{"nothing to undo", "POST", "undo", `{"steps":1}`, nil, 409},
		{"more of a snapshot", "POST", "further", add, nil, 409},
		{"a plan of a snapshot", "POST", "plan", add, nil, 409},
		{"a change by GET", "GET", "add", "", nil, 405},
		{"a method that there is not", "DELETE", "", "", nil, 405},
		{"the way to a file", "GET", "..%2f..%2fetc/passwd", "", nil, 404},
		{"a folder", "GET", "changed/", "", nil, 404},
	} {
		if status, said := g.sends(tt.method, tt.name, tt.body, tt.change); status != tt.want {
			t.Errorf("%s: %d %.200s, want %d", tt.what, status, said, tt.want)
		}
	}
	for what, in := range map[string]string{"no token": "/", "a guessed token": "/?token=AAAAAAAAAAAAAAAAAAAAAAAAAA", "the token again": strings.TrimPrefix(x.address, "http://"+x.host), "the room without its key": g.room, "another room": "/AAAA/"} {
		r, err := newGuest(t, x).Get("http://" + x.host + in)
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if r.StatusCode != http.StatusForbidden || len(r.Cookies()) > 0 {
			t.Errorf("%s: %s", what, r.Status)
		}
	}
	stranger := newGuest(t, x)
	stranger.room = g.room
	for _, name := range []string{"add", "exclude", "undo", "further", "plan", "stop"} {
		if status, said := stranger.sends("POST", name, add, nil); status != http.StatusForbidden {
			t.Errorf("%s without the key: %d %s", name, status, said)
		}
	}
	if read(t, x.list) != before || x.State().Number != number {
		t.Error("one of them changed the list")
	}
	if _, err := os.Stat(x.ExcludeFile()); err == nil {
		t.Error("one of them excluded a paper")
	}
	if status, said := g.sends("POST", "add", add, nil); status != http.StatusOK || read(t, x.list) == before {
		t.Errorf("the page itself: %d %s", status, said)
	}
}

// TestManyRequests: more than a person makes are refused, and the server goes on.
func TestManyRequests(t *testing.T) {
	x := onSnapshot(t, desk.Options{})
	g := enter(t, x)
	refused := 0
	for range 400 {
		switch status, _ := g.sends("POST", "stop", `{}`, nil); status {
		case http.StatusTooManyRequests:
			refused++
		case http.StatusOK:
		default:
			t.Fatalf("status %d", status)
		}
	}
	if refused == 0 {
		t.Error("400 requests at once were served")
	}
}

// TestStreams: a bulletin comes at once and after each change; more pages than anybody
// looks at get none.
func TestStreams(t *testing.T) {
	x := onSnapshot(t, desk.Options{})
	g := enter(t, x)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	listen := func() *http.Response {
		r, err := http.NewRequestWithContext(ctx, "GET", "http://"+x.host+g.room+"events", nil)
		if err != nil {
			t.Fatal(err)
		}
		a, err := g.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { a.Body.Close() })
		return a
	}
	first := listen()
	lines := bufio.NewScanner(first.Body)
	hears := func(what string) {
		t.Helper()
		for lines.Scan() {
			if strings.Contains(lines.Text(), what) {
				return
			}
		}
		t.Fatalf("the stream ends without %s: %v", what, lines.Err())
	}
	hears(`"number":1,`)
	id := x.State().Findings.Graph.Paper(x.State().Findings.Gaps.Gaps[0].Node).ID
	if _, err := x.Add(t.Context(), []string{string(id)}); err != nil {
		t.Fatal(err)
	}
	hears(`"number":2,`)
	hears(`"drawn":2,`)
	for range 15 {
		if a := listen(); a.StatusCode != http.StatusOK {
			t.Fatalf("a stream: %s", a.Status)
		}
	}
	if a := listen(); a.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("the 17th stream: %s", a.Status)
	}
}

package api

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestAddress(t *testing.T) {
	c := New(Service{Name: "A service"}, Config{BaseURL: "https://api.example.org/mirror/"})
	if got := c.address(Request{Path: []string{"graph", "v1", "paper", "a/b..", "references"}}); got != "https://api.example.org/mirror/graph/v1/paper/a%2Fb../references" {
		t.Errorf("address %s", got)
	}
}

func TestAddressesThatCannotBeAsked(t *testing.T) {
	for address, good := range map[string]bool{
		"http://127.0.0.1:1": true, "https://api.example.org/mirror": true, "http://[::1]:8080": true,
		"http://127.0.0.1:99999": false, "http://127.0.0.1:0": false, "http://[::1": false, "ftp://api.example.org": false, "api.example.org": false, "https://api.example.org?key=1": false,
	} {
		if c := New(Service{Name: "A service"}, Config{BaseURL: address}); (c.broken == nil) != good {
			t.Errorf("%s: %v", address, c.broken)
		}
	}
}

// The user's address goes to services that ask for one, and to no other.
func TestMailGoesWhereItIsTaken(t *testing.T) {
	for takes, want := range map[bool]string{true: "citemap/1.2 (mailto:ada@example.org)", false: "citemap/1.2"} {
		got := ""
		server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { got = r.UserAgent() }))
		c := New(Service{Name: "A service", TakesMail: takes}, Config{BaseURL: server.URL, Mail: "ada@example.org", Version: "1.2"})
		err := c.Ask(t.Context(), Request{What: "question", Method: http.MethodGet, Decode: func([]byte) error { return nil }}, &Outage{})
		server.Close()
		if err != nil || got != want {
			t.Errorf("%v: %q, %v; want %q", takes, got, err, want)
		}
	}
}

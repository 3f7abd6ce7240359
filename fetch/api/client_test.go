package api

import "testing"

func TestAddress(t *testing.T) {
	c := New(Options{Service: "A service", BaseURL: "https://api.example.org/mirror/"})
	if got := c.address(Request{Path: []string{"graph", "v1", "paper", "a/b..", "references"}}); got != "https://api.example.org/mirror/graph/v1/paper/a%2Fb../references" {
		t.Errorf("address %s", got)
	}
}

func TestAddressesThatCannotBeAsked(t *testing.T) {
	for address, good := range map[string]bool{
		"http://127.0.0.1:1": true, "https://api.example.org/mirror": true, "http://[::1]:8080": true,
		"http://127.0.0.1:99999": false, "http://127.0.0.1:0": false, "http://[::1": false, "ftp://api.example.org": false, "api.example.org": false, "https://api.example.org?key=1": false,
	} {
		if c := New(Options{Service: "A service", BaseURL: address}); (c.broken == nil) != good {
			t.Errorf("%s: %v", address, c.broken)
		}
	}
}

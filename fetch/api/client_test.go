package api

import "testing"

func TestAddress(t *testing.T) {
	c := New(Options{Service: "A service", BaseURL: "https://api.example.org/mirror/"})
	if got := c.address(Request{Path: []string{"graph", "v1", "paper", "a/b..", "references"}}); got != "https://api.example.org/mirror/graph/v1/paper/a%2Fb../references" {
		t.Errorf("address %s", got)
	}
}

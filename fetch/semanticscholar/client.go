// Package semanticscholar asks the Semantic Scholar API about papers, their
// references and their citing papers. Client is a fetch.Source; the shapes of
// the API stay in here.
package semanticscholar

import (
	"math"
	"sync"

	"citemap/fetch"
	"citemap/fetch/api"
)

const (
	service = "Semantic Scholar"
	from    = "semanticscholar" // what References.From says
	home    = "https://api.semanticscholar.org"
)

// A Client asks the Semantic Scholar API. It is safe for concurrent use, and
// all its requests go through one pacer.
type Client struct {
	api *api.Client

	mu       sync.Mutex
	fitted   map[fetch.Facts]int // ids in a batch, once a larger one was too much
	answered bool                // something was
	found    string              // an id that was, last
	failures int                 // subjects given up since
	ways     map[string]bool     // in which the service failed, by how their words begin
}

var _ fetch.Source = (*Client)(nil)

// NewClient makes a client, which asks the public API without a key, once a
// second, where the Config says nothing else. A key is sent as x-api-key. A base
// URL that cannot be asked is told by the first question.
func NewClient(o api.Config) *Client {
	return &Client{
		fitted: map[fetch.Facts]int{}, ways: map[string]bool{},
		api: api.New(api.Service{Name: service, Home: home, KeyHeader: "x-api-key"}, o),
	}
}

// Requests is how many requests were sent, retries included.
func (c *Client) Requests() int { return c.api.Requests() }

// limit is how many ids a batch may have.
func (c *Client) limit(facts fetch.Facts) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	if n, known := c.fitted[facts]; known {
		return n
	}
	return math.MaxInt
}

// shrink remembers that n ids fit into a batch, and twice as many did not.
func (c *Client) shrink(facts fetch.Facts, n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if before, known := c.fitted[facts]; !known || n < before {
		c.fitted[facts] = n
	}
}

// forget takes back what shrink remembers: the size was not at fault.
func (c *Client) forget(facts fetch.Facts) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.fitted, facts)
}

package api

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"
)

const (
	noNetwork    = 30 * time.Second // the patience while nothing was reached in this run
	firstConnect = 4 * time.Second  // what the first connection may take; each failure doubles it
	maxConnect   = 30 * time.Second
	maxHandshake = 15 * time.Second
	lookAgain    = 5 * time.Second // between two attempts to reach anything, at most
)

// A reach is what a client knows of the network: whether anything was there at
// all in this run.
type reach struct {
	met    bool // a connection was made
	failed int  // attempts that reached nothing, before one did
}

// unreachable reports whether every attempt of this run failed to connect.
func (c *Client) unreachable() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return !c.reach.met && c.reach.failed > 0
}

// learn takes in what an attempt says of the network. One that was given up for
// its time may have waited for a connection, and leaves that open where none
// was made before.
func (c *Client) learn(err error, gaveUp bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case gaveUp && c.reach.failed > 0:
	case !gaveUp && err != nil && connecting(err) != nil:
		c.reach.failed++
	default:
		c.reach.met = true
	}
}

// connecting gives the attempt to connect that an error tells of, the outermost
// first: that to a proxy before the one inside it. nil where there was a
// connection.
func connecting(err error) *net.OpError {
	var op *net.OpError
	if !errors.As(err, &op) {
		return nil
	}
	switch op.Op {
	case "dial", "proxyconnect", "socks connect":
		return op
	}
	return connecting(op.Err)
}

// connectLimit is how long a connection may take. It begins short, so that a
// computer without a network is soon told from a slow service.
func (c *Client) connectLimit() time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.reach.met {
		return maxConnect
	}
	return min(firstConnect<<min(c.reach.failed, 8), maxConnect)
}

// transport is Go's own, with the environment's proxies.
func (c *Client) transport() http.RoundTripper {
	return &http.Transport{
		Proxy: http.ProxyFromEnvironment, ForceAttemptHTTP2: true,
		TLSHandshakeTimeout: maxHandshake, IdleConnTimeout: 90 * time.Second,
		DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			dialer := net.Dialer{Timeout: c.connectLimit()}
			return dialer.DialContext(ctx, network, address)
		},
	}
}

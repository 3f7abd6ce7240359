package api

import (
	"context"
	"errors"
	"net"
	"net/http"
	"sync"
	"time"
)

const (
	noNetwork    = 30 * time.Second // the patience while nothing was reached in this run
	firstConnect = 4 * time.Second  // what the first connection may take; each failure doubles it
	maxConnect   = 30 * time.Second
	maxHandshake = 15 * time.Second
	lookAgain    = 5 * time.Second // between two attempts to reach anything, at most
)

// A Network is what a run knows of the network: whether anything was there at
// all. The clients of a run share one. The zero value knows nothing; it is safe
// for concurrent use.
type Network struct {
	mu     sync.Mutex
	met    bool // a connection was made
	failed int  // attempts that reached nothing, before one did
}

// unreachable reports whether every attempt of this run failed to connect.
func (n *Network) unreachable() bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	return !n.met && n.failed > 0
}

// learn takes in what an attempt says of the network. One that was given up for
// its time may have waited for a connection, and leaves that open where none
// was made before.
func (n *Network) learn(err error, gaveUp bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	switch {
	case gaveUp && n.failed > 0:
	case !gaveUp && err != nil && connecting(err) != nil:
		n.failed++
	default:
		n.met = true
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
func (n *Network) connectLimit() time.Duration {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.met {
		return maxConnect
	}
	return min(firstConnect<<min(n.failed, 8), maxConnect)
}

// transport is Go's own, with the environment's proxies.
func (n *Network) transport() http.RoundTripper {
	return &http.Transport{
		Proxy: http.ProxyFromEnvironment, ForceAttemptHTTP2: true,
		TLSHandshakeTimeout: maxHandshake, IdleConnTimeout: 90 * time.Second,
		DialContext: func(ctx context.Context, protocol, address string) (net.Conn, error) {
			dialer := net.Dialer{Timeout: n.connectLimit()}
			return dialer.DialContext(ctx, protocol, address)
		},
	}
}

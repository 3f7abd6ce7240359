package apitest

import (
	"math/rand/v2"
	"net"
	"net/http"
	"sync"
	"time"
)

// Faults say which share of the requests goes wrong, and how; together no more
// than 1. What becomes of the n-th request depends on n and Seed alone, so
// that a client that asks one request at a time meets the same faults again.
type Faults struct {
	TooMany     float64 // 429
	ServerError float64 // 500, 503 and 504 in equal parts
	Reset       float64 // the TCP connection is reset without an answer
	Truncated   float64 // half a body: short of its Content-Length, chunks without an end, or JSON without one
	HTML        float64 // a page with status 200 in place of JSON
	Seed        uint64
}

// A fate is how an answer is delivered.
type fate uint8

const (
	fair fate = iota
	tooMany
	serverError
	reset
	truncated
	html
	cutLength // truncated has three forms
	cutChunks
	cutText
)

// draw says what becomes of the n-th request; the variant is a number to
// choose its form by.
func (f Faults) draw(n int) (fate, uint64) {
	r := rand.New(rand.NewPCG(f.Seed, uint64(n)))
	at := r.Float64()
	for i, share := range []float64{f.TooMany, f.ServerError, f.Reset, f.Truncated, f.HTML} {
		if at < share {
			return tooMany + fate(i), r.Uint64()
		}
		at -= share
	}
	return fair, 0
}

// deliver sends as much of an answer as its fate allows, and reports whether
// it could be sent.
func (f fate) deliver(w http.ResponseWriter, a reply) bool {
	half := len(a.body) / 2
	switch f {
	case reset:
		return false
	case cutLength:
		return a.send(w, half, len(a.body))
	case cutChunks:
		return a.send(w, half, -1)
	case cutText:
		return a.send(w, half, half)
	}
	return a.send(w, len(a.body), len(a.body))
}

// hangUp closes the connection: by a reset where nothing was sent, else after
// what was sent is on its way.
func hangUp(w http.ResponseWriter, f fate) {
	control := http.NewResponseController(w)
	if f != reset {
		_ = control.Flush()
		panic(http.ErrAbortHandler)
	}
	connection, _, err := control.Hijack()
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	if tcp, ok := connection.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0)
	}
	_ = connection.Close()
}

// A limiter knows when each client may ask next.
type limiter struct {
	mu   sync.Mutex
	next map[string]time.Time
}

// admit reports whether a client keeps to a rate of requests a second. A
// request that is not admitted does not count.
func (l *limiter) admit(r *http.Request, rate float64, now func() time.Time) bool {
	if now == nil {
		now = time.Now
	}
	host, _, _ := net.SplitHostPort(r.RemoteAddr)
	client := r.Header.Get("x-api-key") + "@" + host
	between := time.Duration(float64(time.Second) / rate)
	l.mu.Lock()
	defer l.mu.Unlock()
	at, next := now(), l.next[client]
	if at.Add(between / 10).Before(next) {
		return false
	}
	if next.Before(at) {
		next = at
	}
	if l.next == nil {
		l.next = map[string]time.Time{}
	}
	l.next[client] = next.Add(between)
	return true
}

package api

import (
	"errors"
	"net/http"
	"time"
)

// ErrTimeout and ErrTooLarge are answers that a smaller question may mend.
var (
	ErrTimeout  = errors.New("the answer takes the service too long")
	ErrTooLarge = errors.New("the question or its answer is too large")
)

// A Fault is trouble that may lie in what a request asks for rather than in
// the service: an error of the server or a body that is not the API's, as often
// as Request.Faults puts up with. Too many requests and connections that break
// are none: they say nothing of what was asked.
type Fault struct {
	Words string // of the last answer, with its status
	slow  bool
}

func (f *Fault) Error() string { return f.Words }

// Is makes a Fault of an answer that took too long an ErrTimeout.
func (f *Fault) Is(target error) bool { return target == ErrTimeout && f.slow }

// trouble is a failed attempt that another one may mend.
type trouble struct {
	text   string
	advice string        // what else to do about it, after a semicolon
	status int           // of HTTP; 0 where nothing came back
	slow   bool          // the answer took too long
	asked  time.Duration // how long the service asked to wait; 0: it did not
	at     error         // what the transport met, for errors.Is
}

func (t *trouble) Error() string { return t.text }

func (t *trouble) Unwrap() error { return t.at }

// isFault reports whether another request may be answered although this one is
// not: something came back, and not that the requests are too many.
func (t *trouble) isFault() bool {
	return t.status != 0 && t.status != http.StatusTooManyRequests
}

package api

import "net/http"

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

// isFault reports whether another request may be answered although this one is
// not: something came back, and not that the requests are too many.
func (t *trouble) isFault() bool {
	return t.status != 0 && t.status != http.StatusTooManyRequests
}

package apitest

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"syscall"
)

// RoundTrip makes the server a transport, for tests without a network, as
// those in a bubble of time. Connections that the server closes look as they
// would over TCP.
func (s *Server) RoundTrip(r *http.Request) (*http.Response, error) {
	body := r.Body
	if body == nil {
		body = http.NoBody
	}
	defer body.Close()
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	asked := r.Clone(r.Context())
	asked.Body = body
	w := httptest.NewRecorder()
	closed := s.closes(w, asked)
	if closed && !w.Flushed {
		return nil, fmt.Errorf("read tcp: %w", syscall.ECONNRESET)
	}
	answer := w.Result()
	answer.Request = r
	if closed {
		answer.Body = io.NopCloser(io.MultiReader(answer.Body, broken{}))
	}
	return answer, nil
}

// closes serves a request and reports whether the server closed the connection
// over it.
func (s *Server) closes(w http.ResponseWriter, r *http.Request) (closed bool) {
	defer func() {
		v := recover()
		if err, ok := v.(error); ok && errors.Is(err, http.ErrAbortHandler) {
			closed = true
		} else if v != nil {
			panic(v)
		}
	}()
	s.ServeHTTP(w, r)
	return false
}

// A broken body ends before its time.
type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

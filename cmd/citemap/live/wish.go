package live

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"

	"citemap/cmd/citemap/desk"
	"citemap/cmd/citemap/live/door"
)

// A wish is what the page asks for.
type wish struct {
	IDs   []string `json:"ids"`
	Steps int      `json:"steps"` // to take back
}

// mostBody is how long a wish may be: some thousand ids.
const mostBody = 64 << 10

// A refusedError is a wish that cannot be fulfilled now, and why.
type refusedError struct {
	status int
	why    string
}

func (e *refusedError) Error() string { return e.why }

// answering reads a wish and answers it in JSON.
func answering(do func(context.Context, wish) (any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		asked, err := readWish(w, r)
		var out any
		if err == nil {
			out, err = do(r.Context(), asked)
		}
		if err != nil {
			door.Refuse(w, statusOf(err), err.Error())
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(out) // a browser that has gone is no trouble
	}
}

func readWish(w http.ResponseWriter, r *http.Request) (asked wish, err error) {
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		return asked, &refusedError{http.StatusUnsupportedMediaType, "want application/json"}
	}
	d := json.NewDecoder(http.MaxBytesReader(w, r.Body, mostBody))
	d.DisallowUnknownFields()
	err = d.Decode(&asked)
	if err == nil {
		if _, err = d.Token(); err == nil {
			err = errors.New("more than one value")
		} else if errors.Is(err, io.EOF) {
			err = nil
		}
	}
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return asked, &refusedError{http.StatusRequestEntityTooLarge, "that is too much at once"}
	case err != nil:
		return asked, &refusedError{http.StatusBadRequest, "want {\"ids\": [...]}, or {\"steps\": n}: " + err.Error()}
	}
	return asked, nil
}

// statusOf gives the status of what went wrong.
func statusOf(err error) int {
	var refused *refusedError
	var unknown *desk.UnknownError
	switch {
	case errors.As(err, &refused):
		return refused.status
	case errors.As(err, &unknown):
		return http.StatusNotFound
	case errors.Is(err, context.Canceled):
		return http.StatusServiceUnavailable
	}
	return http.StatusConflict
}

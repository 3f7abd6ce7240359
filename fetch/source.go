// Package fetch gathers the corpus of a reading list: it asks a Source about
// the entries, folds papers that are one work, and puts together what came
// back with what did not.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"time"

	"citemap/graph"
)

// A Source answers questions about papers: an API client, the library in
// front of another Source, a snapshot.
//
// An error means that the question could not be put or answered; that a
// source does not know a paper is an Answer, never an error.
type Source interface {
	// Papers answers for each id, in the order asked, what the source knows of
	// the paper and of its references. It may be asked for any number of ids
	// and packs them into as few requests as it can. Together with an error it
	// returns the answers it has; those it has not are Unasked.
	Papers(ctx context.Context, ids []graph.ExternalID) ([]Answer, error)

	// Match looks for the paper of a title. The paper that comes back is the
	// source's best guess: the caller compares titles.
	Match(ctx context.Context, title string) (Answer, error)

	// Provenance names the source and its licence.
	Provenance() graph.Provenance
}

// An Answer is what a source says about one id or title.
type Answer struct {
	Outcome Outcome
	Paper   graph.Paper   // where Outcome is Found
	Around  []graph.Paper // what the same answer tells of its references
	When    time.Time     // when the source itself was asked
}

// Outcome says what kind of answer it is.
type Outcome uint8

const (
	Unasked Outcome = iota // nobody asked: off line, out of budget or interrupted
	Found
	Unknown // the source was asked and does not know it
)

// ErrOffline is returned by a source that was told to stay off the network
// and had nothing of its own to answer with.
var ErrOffline = errors.New("off line")

// An APIError is an answer of an API that says no, and not for a reason that
// waiting would mend.
type APIError struct {
	Service string // "Semantic Scholar"
	Status  int    // of HTTP
	Message string // as the service worded it, on one line
}

func (e *APIError) Error() string {
	return fmt.Sprintf("%s answered %d: %s", e.Service, e.Status, e.Message)
}

// A PatienceError is a service that did not answer until the patience with it
// was used up.
type PatienceError struct {
	Service string
	Waited  time.Duration
	Last    error // what the last attempt met
}

func (e *PatienceError) Error() string {
	return fmt.Sprintf("%s gave no answer for %s; last: %v", e.Service, e.Waited.Round(time.Second), e.Last)
}

func (e *PatienceError) Unwrap() error { return e.Last }

// Package fetch gathers the corpus of a reading list: it asks a Source about
// the entries and what is around them, within a budget, folds papers that are
// one work, and puts together what came back with what did not.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"citemap/graph"
)

// A Source answers questions about papers: an API client, the library in
// front of another Source, a snapshot.
//
// An error means that the question could not be put or answered; that a
// source does not know a paper is an Answer, never an error.
type Source interface {
	// Recall answers as far as it can without a request to anybody: an answer
	// for each subject, in the order asked. Those it has not are Unasked, those
	// it has but would rather ask for again are Stale.
	Recall(ctx context.Context, facts Facts, about []Subject) ([]Answer, error)

	// Ask puts one question, which Pack keeps within Limits, and hands over what
	// is answered: report is called once for each request that was answered, so
	// that nothing that came in is lost to what follows it. A question too
	// large after all is put again in parts. An error of report ends it. Subjects
	// that were not reported are Unasked.
	Ask(ctx context.Context, facts Facts, about []Subject, report func([]Reply) error) error

	// Limits say how much goes into one question; zero where nothing is ever
	// asked.
	Limits() Limits

	// Provenance names the source and its licence.
	Provenance() graph.Provenance
}

// Facts say how much is asked of each subject. From Own to Surroundings each
// holds everything that those before it do.
type Facts uint8

const (
	// ByTitle asks for the paper whose title is nearest; it tells Own facts of
	// the source's best guess, and the caller compares titles.
	ByTitle Facts = iota
	// Own asks for the paper itself.
	Own
	// ReferenceIDs asks also for the PaperIDs of its references; references
	// without one are left out.
	ReferenceIDs
	// References asks for its references and, around them, what the source
	// says of each.
	References
	// Surroundings asks for its references and its citing papers, and what the
	// source says of each. Where the citing papers are too many to be told
	// together, Citing stays unasked: ask for NewestCiting.
	Surroundings
	// NewestCiting asks for one page of citing papers: all where they fit on
	// it, else the newest.
	NewestCiting
	// MoreReferences asks for the references past the first thousand.
	MoreReferences
	// Details asks for the paper itself and for its embedding, which weighs more
	// than all the rest.
	Details
	// Passages asks how the paper cites each of its references, and for nothing
	// else.
	Passages
	// Notices asks whether the paper was retracted or corrected; who answers says
	// which paper it speaks of, by title and ids.
	Notices
)

var factNames = []string{"title", "own", "reference ids", "references", "surroundings", "newest citing", "more references", "details", "passages", "notices"}

func (f Facts) String() string { return factNames[f] }

// A Subject is what a question is about: a title for ByTitle, else an id.
type Subject struct {
	ID    graph.ExternalID
	Title string

	// How many citing papers and references the source counts, for packing;
	// nil: not known.
	Citing, References *int
}

// An Answer is what a source says about one subject.
type Answer struct {
	Outcome Outcome
	Paper   graph.Paper   // where Outcome is Found
	Fault   string        // where Outcome is Failed: what the source said
	Around  []graph.Paper // what the same answer tells of its references and citing papers
	When    time.Time     // when the source itself was asked
	Stale   bool          // too old to be relied on, where the source can be asked

	// Recalled says that the answer is remembered and that nobody was asked for
	// it in this run. The gathering sets it.
	Recalled bool
}

// A Reply is an answer to the subject at a place of the question.
type Reply struct {
	Place int
	Answer
}

// Outcome says what kind of answer it is.
type Outcome uint8

const (
	Unasked Outcome = iota // nobody asked: off line, out of budget or interrupted
	Found
	Unknown // the source was asked and does not know it
	// Failed: the source was asked, answered others, and could not answer for
	// this one. Nobody keeps such an answer: the next run asks again. Pages that
	// came before the one that failed are in Paper and Around.
	Failed
)

// Narrow gives as much of an answer as facts ask for, Own to Surroundings,
// so that an answer which was asked for more reads as if it had not been.
func (a Answer) Narrow(facts Facts) Answer {
	if a.Outcome != Found || facts >= Surroundings {
		return a
	}
	a.Paper.Citing = graph.Citing{}
	if facts == References {
		a.Around = a.references()
		return a
	}
	a.Around = nil
	if facts == Own {
		a.Paper.References = graph.References{}
		return a
	}
	a.Paper.References.IDs = named(a.Paper.References.IDs)
	return a
}

// references gives the papers around that are references.
func (a *Answer) references() []graph.Paper {
	cited := map[graph.PaperID]bool{}
	for _, id := range a.Paper.References.IDs {
		cited[id] = true
	}
	var out []graph.Paper
	for _, p := range a.Around {
		if cited[p.ID] {
			out = append(out, p)
		}
	}
	return out
}

// named gives the ids that a source gave itself, not those made here for
// lines of a bibliography: they have a prefix.
func named(ids []graph.PaperID) []graph.PaperID {
	var out []graph.PaperID
	for _, id := range ids {
		if !strings.Contains(string(id), ":") {
			out = append(out, id)
		}
	}
	return out
}

// ErrOffline is returned by a source that was told to stay off the network
// and had nothing of its own to answer with.
var ErrOffline = errors.New("offline")

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
	Service   string
	Waited    time.Duration
	Unreached bool   // nothing at all was reached in this run
	Last      error  // what the last attempt met
	Advice    string // what else to do about it, after a semicolon; may be empty
}

func (e *PatienceError) Error() string {
	switch {
	case e.Unreached && e.Waited < time.Second:
		return fmt.Sprintf("%s could not be reached: %v", e.Service, e.Last)
	case e.Unreached:
		return fmt.Sprintf("%s could not be reached for %s: %v", e.Service, e.Waited.Round(time.Second), e.Last)
	case e.Waited < time.Second:
		return fmt.Sprintf("%s gave no answer: %v%s", e.Service, e.Last, e.Advice)
	}
	return fmt.Sprintf("%s gave no answer for %s; last: %v%s", e.Service, e.Waited.Round(time.Second), e.Last, e.Advice)
}

func (e *PatienceError) Unwrap() error { return e.Last }

// Limits say how much a source takes and gives in one question; 0 is no limit.
type Limits struct {
	Subjects int // of one question
	Lists    int // of one question for References, where those come as ids of works that are to be asked about by themselves; 0: they come whole
	Citing   int // citing papers told of, over all subjects: one less than where the source cuts
	Around   int // references and citing papers told of together, so that the answer is not refused for its size
	Details  int // of one question for Details

	Notices  int  // of one question for Notices; 0: they are not told
	OnlyDOIs bool // Notices are told of papers with a DOI alone; else also of those with an arXiv id
}

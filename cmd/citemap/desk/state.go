package desk

import (
	"fmt"
	"slices"

	"citemap/cmd/citemap/service"
	"citemap/graph"
)

// A State is what is known of the lists at one time. Nobody changes it.
type State struct {
	Number   int // from 1, one more with each change
	Findings *service.Findings
	ReadOnly string   // why nothing can be added to the list; "": it can
	Undo     []string // what Undo would take back, in words, the last change first
	Happened string   // what led here, in a line; "" at the beginning
	Trouble  string   // what keeps a list from being read as it is now; "": nothing

	superseded chan struct{} // closed once there is a newer state
}

// An UnknownError is an id that names no paper of the corpus.
type UnknownError struct{ ID string }

func (e *UnknownError) Error() string {
	return fmt.Sprintf("no paper at hand has the id %s: search finds the ids of those that are", e.ID)
}

// Papers gives the papers of the corpus that ids name, each once.
func (s *State) Papers(ids []string) ([]*graph.Paper, error) {
	var out []*graph.Paper
	index := s.Findings.Corpus.Index()
	for _, written := range ids {
		id, err := graph.ParseID(written)
		if err != nil {
			return nil, err
		}
		place, found := index.Find(id)
		if !found {
			return nil, &UnknownError{written}
		}
		p := s.Findings.Corpus.At(place)
		if !slices.ContainsFunc(out, func(q *graph.Paper) bool { return q.ID == p.ID }) {
			out = append(out, p)
		}
	}
	return out, nil
}

// Package answer writes what was found as the JSON that the verbs answer with. Verbs, pages
// and the tools of assistants have it from here, so that all give one answer.
package answer

import (
	"fmt"
	"io"

	"citemap/cmd/citemap/service"
	"citemap/fetch"
	"citemap/graph"
	"citemap/graph/gap"
	"citemap/render/exchange"
)

// head begins the answer of a verb about the lists that were read.
func head(verb string, read *service.Reading) exchange.Head {
	h := exchange.Head{Verb: verb}
	for _, l := range read.Lists {
		h.Lists = append(h.Lists, l.Name)
	}
	return h
}

// Gaps writes the first n gaps (0: all) and the topics that the lists lack.
func Gaps(w io.Writer, f *service.Findings, n int) error {
	return exchange.Gaps(w, head("gaps", f.Read), f.Findings, n)
}

// Check writes what became of each entry.
func Check(w io.Writer, f *service.Findings) error {
	return exchange.Check(w, head("check", f.Read), f.Findings, nil, len(f.Read.PassedOver))
}

// Problems writes what became of the entries with which something is wrong.
func Problems(w io.Writer, f *service.Findings) error {
	return exchange.Check(w, head("check", f.Read), f.Findings, func(e *graph.Entry) bool {
		p := f.Corpus.Paper(e.Paper)
		return e.Status != graph.StatusResolved || p != nil && p.Retracted()
	}, len(f.Read.PassedOver))
}

// Topics writes the first n topics (0: all).
func Topics(w io.Writer, f *service.Findings, all []gap.Topic, n int) error {
	return exchange.Topics(w, head("topics", f.Read), f.Findings, all, n)
}

// Coverage writes how much is known of the lists.
func Coverage(w io.Writer, f *service.Findings) error {
	return exchange.Coverage(w, head("coverage", f.Read), f.Findings)
}

// Search writes the first n papers (0: all) of the corpus that a query finds.
func Search(w io.Writer, f *service.Findings, query string, n int) error {
	return exchange.Search(w, head("search", f.Read), f.Findings, query, f.Search(query), n)
}

// Neighbours writes what a paper of the corpus cites and what cites it, the first n
// (0: all) of each.
func Neighbours(w io.Writer, f *service.Findings, id string, n int) error {
	of, found := f.Named(id)
	if !found {
		return &UnknownError{"id", id}
	}
	references, citing := f.Foremost(f.Graph.References(of)), f.Foremost(f.Graph.Citing(of))
	return exchange.Neighbours(w, head("neighbours", f.Read), f.Findings, of, references, citing, n)
}

// Plan writes the stages of a plan of requests.
func Plan(w io.Writer, read *service.Reading, stages []fetch.Stage) error {
	return exchange.Plan(w, head("fetch", read), Stages(stages))
}

// Stages are the stages of a plan as they are written.
func Stages(stages []fetch.Stage) []exchange.Stage {
	rows := make([]exchange.Stage, len(stages))
	for i, x := range stages {
		rows[i] = exchange.Stage{Name: x.Name, Source: x.Source, Subjects: x.Subjects, Known: x.Known, Requests: x.Requests, Exact: x.Exact}
	}
	return rows
}

// An UnknownError is an id, given under a name, of which the corpus has no paper.
type UnknownError struct{ Name, ID string }

func (e *UnknownError) Error() string {
	return fmt.Sprintf("%s %s: no paper of the corpus has this id", e.Name, e.ID)
}

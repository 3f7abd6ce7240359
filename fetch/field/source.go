package field

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"citemap/fetch"
	"citemap/fetch/field/titlekey"
	"citemap/graph"
	"citemap/graph/titles"
)

// Source answers from the field: nobody is asked, and nothing is due. By title it gives
// the paper whose title is the same but for spelling (titles.Key), the first by PaperID.
func (f *Field) Source() fetch.Source { return &source{f} }

type source struct{ *Field }

// Limits are none: everything is at hand.
func (s *source) Limits() fetch.Limits { return fetch.Limits{} }

// Ask tells what Recall does.
func (s *source) Ask(ctx context.Context, facts fetch.Facts, about []fetch.Subject, report func([]fetch.Reply) error) error {
	answers, err := s.Recall(ctx, facts, about)
	replies := make([]fetch.Reply, len(answers))
	for i := range answers {
		replies[i] = fetch.Reply{Place: i, Answer: answers[i]}
	}
	return errors.Join(err, report(replies))
}

// Recall answers everything.
func (s *source) Recall(_ context.Context, facts fetch.Facts, about []fetch.Subject) ([]fetch.Answer, error) {
	find := s.byIDs
	if facts == fetch.ByTitle {
		find = s.byTitles
	}
	nodes, err := find(about)
	if err != nil {
		return nil, err
	}
	answers := make([]fetch.Answer, len(about))
	var known []Node
	var places []int
	for i, n := range nodes {
		answers[i] = fetch.Answer{Outcome: fetch.Unknown, When: s.when()}
		if n >= 0 {
			known, places = append(known, n), append(places, i)
		}
	}
	papers, err := s.tell(facts, known)
	if err != nil {
		return nil, err
	}
	for k, i := range places {
		answers[i].Outcome, answers[i].Paper, answers[i].Around = fetch.Found, papers[k].Paper, papers[k].Around
	}
	return answers, nil
}

// key is the form in which an id is looked up.
func key(id graph.PaperID) string { return strings.ToLower(strings.TrimSpace(string(id))) }

// byIDs gives the papers of ids, of those that bear one the first by PaperID.
func (s *source) byIDs(about []fetch.Subject) ([]Node, error) {
	keys := make([]string, len(about))
	for i := range about {
		keys[i] = key(graph.PaperID(about[i].ID.String()))
	}
	found, err := s.byID.find(keys)
	if err != nil {
		return nil, err
	}
	out := make([]Node, len(about))
	for i, key := range keys {
		if out[i], err = s.bearer(key, found[key]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// bearer gives the paper of a name: the one whose PaperID it is, else the first that
// bears it.
func (s *source) bearer(name string, nodes []Node) (Node, error) {
	ids, err := s.IDs(nodes)
	if err != nil || len(nodes) == 0 {
		return none, err
	}
	first := 0
	for i, id := range ids {
		if strings.ToLower(string(id)) == name {
			return nodes[i], nil
		}
		if id < ids[first] {
			first = i
		}
	}
	return nodes[first], nil
}

// byTitles gives the papers of titles.
func (s *source) byTitles(about []fetch.Subject) ([]Node, error) {
	keys := make([]string, len(about))
	for i := range about {
		keys[i] = titlekey.Of(titles.Plain(about[i].Title))
	}
	found, err := s.byTitle.find(keys)
	if err != nil {
		return nil, err
	}
	out := make([]Node, len(about))
	for i, key := range keys {
		if out[i], err = s.ofTitle(about[i].Title, found[key]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// mostAlike is how many papers of one key are looked at: those of titles such as
// "Introduction" are more than anybody can tell apart.
const mostAlike = 1000

// ofTitle gives the first of papers, by PaperID, that bears a title.
func (s *source) ofTitle(title string, nodes []Node) (Node, error) {
	nodes = nodes[:min(len(nodes), mostAlike)]
	papers, err := s.own(nodes)
	if err != nil {
		return none, err
	}
	out, id, key := none, graph.PaperID(""), titles.Key(title)
	for i := range papers {
		if p := &papers[i]; key != "" && titles.Key(p.Title) == key && (out < 0 || p.ID < id) {
			out, id = nodes[i], p.ID
		}
	}
	return out, nil
}

// own reads papers without what they cite.
func (f *Field) own(nodes []Node) ([]graph.Paper, error) {
	facts, err := f.Facts(nodes)
	if err != nil {
		return nil, err
	}
	out := make([]graph.Paper, len(nodes))
	for i := range nodes {
		out[i] = graph.Paper{
			ID: facts.IDs[i], Date: facts.Days[i].Date(),
			Global: known(facts.Global[i]), Influential: known(facts.Influential[i]), Referenced: known(facts.Counted[i]),
		}
	}
	return out, f.describe(nodes, out)
}

// A told is a paper with what an answer tells around it.
type told struct {
	Paper  graph.Paper
	Around []graph.Paper
}

// tell reads what an answer for facts tells of papers.
func (s *source) tell(facts fetch.Facts, nodes []Node) ([]told, error) {
	read := s.Papers
	if facts <= fetch.Own || facts == fetch.Details {
		read = s.own
	}
	papers, err := read(nodes)
	if err != nil {
		return nil, err
	}
	out := make([]told, len(nodes))
	for i := range out {
		out[i].Paper = papers[i]
	}
	if facts != fetch.References && facts != fetch.Surroundings && facts != fetch.NewestCiting {
		return out, nil
	}
	return out, s.surround(facts, nodes, out)
}

// surround adds the papers that are cited and, where that is asked for, those that
// cite.
func (s *source) surround(facts fetch.Facts, nodes []Node, papers []told) error {
	cited, err := s.References(nodes)
	if err != nil {
		return err
	}
	citing := make([][]Node, len(nodes))
	if facts != fetch.References {
		if citing, err = s.Citing(nodes); err != nil {
			return err
		}
	}
	around := make([][]Node, len(nodes))
	for i := range nodes {
		around[i] = slices.Compact(slices.Sorted(slices.Values(slices.Concat(cited[i], citing[i]))))
	}
	known, err := s.own(slices.Concat(around...))
	if err != nil {
		return err
	}
	ids, err := s.IDs(slices.Concat(citing...))
	if err != nil {
		return err
	}
	for i := range papers {
		papers[i].Around, known = known[:len(around[i]):len(around[i])], known[len(around[i]):]
		if facts != fetch.References {
			n := len(citing[i])
			papers[i].Paper.Citing = graph.Citing{Asked: true, IDs: ids[:n:n]}
			ids = ids[n:]
		}
	}
	return nil
}

// when gives the day of the field's release; the zero time where it does not say.
func (s *source) when() time.Time {
	d := s.Header.Date
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(d.Year, time.Month(cmp.Or(d.Month, 1)), cmp.Or(d.Day, 1), 0, 0, 0, 0, time.UTC)
}

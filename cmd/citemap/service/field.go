package service

import (
	"context"
	"slices"

	"github.com/dustin/go-humanize"

	"citemap/cmd/citemap/usage"
	"citemap/fetch"
	"citemap/fetch/entries"
	"citemap/fetch/field"
	"citemap/graph"
	"citemap/graph/blend"
)

// openField opens a field. It stays open: papers are read when they are asked for.
func (s *Service) openField() (*field.Field, error) { return field.Open(s.o.Field) }

// field gives the corpus of entries in a field, of which nobody is asked.
func (s *Service) field(f *field.Field) frozen {
	return func(ctx context.Context, listed []graph.Entry) (*graph.Corpus, error) {
		if len(listed) == 0 && f.Header.Citations > field.Whole {
			return nil, usage.Errorf("--field %s: want a list: a field of more than %s citations is read around one; citemap rank --whole ranks all its papers", s.o.Field, humanize.Comma(field.Whole))
		}
		return fetch.FrozenAround(ctx, f.Source(), func(listed []graph.PaperID) (graph.Corpus, error) {
			c, err := f.Corpus(listed, nil, field.Whole)
			if err != nil {
				return graph.Corpus{}, err
			}
			s.sayExtent(f, c)
			return c.Corpus, nil
		}, listed)
	}
}

// sayExtent says how much of a field an answer goes by.
func (s *Service) sayExtent(f *field.Field, c *field.Corpus) {
	if len(c.Extent.Nodes) > 0 {
		s.console.Say("field: the %s papers around the list, of %s", humanize.Comma(int64(c.Len())), humanize.Comma(f.Header.Papers))
	}
	if c.Extent.Cut > 0 {
		s.console.Say("of %d listed papers only the newest citing papers were read", c.Extent.Cut)
	}
}

// A mixture is a corpus of which a field knows some entries, and the library or the
// sources behind it others.
type mixture struct {
	*Service
	field  *field.Field
	listed []graph.Entry // with what became of them in the field
	places []int         // of the entries that the field does not know
}

// askBeside asks the library and the sources behind it for the entries that a field does
// not know. There is no corpus where there are none of those, or nobody knows them.
func (s *Service) askBeside(ctx context.Context, f *field.Field, listed []graph.Entry, o GatherOptions) (c *graph.Corpus, failed bool, err error) {
	known, err := fetch.Known(ctx, f.Source(), listed)
	if err != nil {
		return nil, false, err
	}
	m := &mixture{Service: s, field: f, listed: known}
	var unknown []graph.Entry
	for i := range known {
		if known[i].Paper == "" {
			m.places, unknown = append(m.places, i), append(unknown, listed[i])
		}
	}
	if len(unknown) == 0 {
		return nil, false, nil
	}
	s.console.Say("field: %d of %d entries; the others are looked up at Semantic Scholar", len(known)-len(unknown), len(known))
	newer, failed, err := s.ask(ctx, unknown, o)
	if ctx.Err() != nil {
		return nil, false, ctx.Err()
	}
	if err != nil {
		s.console.Warn(err.Error() + "; continuing with the field alone")
		return nil, true, nil
	}
	if len(newer.Listed()) == 0 {
		return nil, failed, nil
	}
	c, err = Interruptible(ctx, func() (*graph.Corpus, error) { return m.join(newer) })
	return c, failed, err
}

// join puts what was gathered around the other entries beside the papers of the field.
func (m *mixture) join(newer *graph.Corpus) (*graph.Corpus, error) {
	held, err := m.field.Held(newer.Papers)
	if err != nil {
		return nil, err
	}
	names := map[graph.PaperID]graph.PaperID{} // in the field
	var more []graph.Paper
	var beside []graph.PaperID
	for i, id := range held {
		if id == "" {
			more = append(more, newer.Papers[i])
			continue
		}
		names[newer.Papers[i].ID] = id
		beside = append(beside, id)
	}
	m.settle(newer.Entries, names)
	listed := (&graph.Corpus{Entries: m.listed}).Listed()
	taken, err := m.field.Corpus(slices.DeleteFunc(listed, func(id graph.PaperID) bool {
		return slices.ContainsFunc(more, func(p graph.Paper) bool { return p.ID == id })
	}), beside, field.Whole)
	if err != nil {
		return nil, err
	}
	m.sayExtent(m.field, taken)
	c := taken.Corpus
	c.Columns = blend.With(c.Columns, more)
	c.Entries, c.Sources = m.listed, append([]graph.Provenance{m.field.Provenance()}, newer.Sources...)
	c.Asked, c.Beyond, c.Noticed = newer.Asked, newer.Beyond, newer.Noticed
	if !newer.Oldest.IsZero() && newer.Oldest.Compare(c.Oldest) < 0 {
		c.Oldest = newer.Oldest
	}
	if newer.Newest.Compare(c.Newest) > 0 {
		c.Newest = newer.Newest
	}
	entries.Reconcile(&c)
	return &c, nil
}

// settle takes over what became of the entries that the field does not know. What is
// said of them beyond that is found anew.
func (m *mixture) settle(asked []graph.Entry, names map[graph.PaperID]graph.PaperID) {
	for k, place := range m.places {
		e := asked[k]
		if e.Paper == "" {
			m.listed[place] = e
			continue
		}
		if id, held := names[e.Paper]; held {
			e.Paper = id
		}
		e.Status = graph.StatusResolved
		if !e.UnknownID {
			e.Note = ""
		}
		m.listed[place] = e
	}
}

package service

import (
	"context"

	"github.com/dustin/go-humanize"

	"citemap/cmd/citemap/usage"
	"citemap/fetch"
	"citemap/fetch/field"
	"citemap/graph"
)

// field opens a field. It stays open: papers are read when they are asked for.
func (s *Service) field(dir string) (frozen, error) {
	f, err := field.Open(dir)
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context, entries []graph.Entry) (*graph.Corpus, error) {
		if len(entries) == 0 && f.Header.Citations > field.Whole {
			return nil, usage.Errorf("--field %s: want a list: a field of more than %s citations is read around one; citemap rank --whole ranks all its papers", dir, humanize.Comma(field.Whole))
		}
		return fetch.FrozenAround(ctx, f.Source(), func(listed []graph.PaperID) (graph.Corpus, error) {
			c, err := f.Corpus(listed, field.Whole)
			if err != nil {
				return graph.Corpus{}, err
			}
			s.sayExtent(f, c)
			return c.Corpus, nil
		}, entries)
	}, nil
}

// sayExtent says how much of a field an answer goes by.
func (s *Service) sayExtent(f *field.Field, c *field.Corpus) {
	if len(c.Extent.Nodes) > 0 {
		s.console.Say("field: the %d papers around the list, of %d", c.Len(), f.Header.Papers)
	}
	if c.Extent.Cut > 0 {
		s.console.Say("of %d listed papers only the newest citing papers were read", c.Extent.Cut)
	}
}

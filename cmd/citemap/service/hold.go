package service

import (
	"context"

	"citemap/fetch"
	"citemap/fetch/entries"
	"citemap/fetch/library"
	"citemap/graph"
)

// A Held is the corpus of lists, kept so that it can be asked again once the lists
// have changed, without anybody being asked for anything.
type Held struct {
	service  *Service
	gathered *graph.Corpus    // uncut
	snapshot *library.Scanned // that it is; nil: it was gathered
	failed   bool             // a source gave up part of the way
}

// Hold gathers the corpus of what was read, as Gather does, and keeps it.
func (s *Service) Hold(ctx context.Context, read *Reading, o GatherOptions) (*Held, error) {
	h := &Held{service: s}
	var err error
	if s.o.Snapshot == "" {
		h.gathered, h.failed, err = s.ask(ctx, read.Entries, o)
		return h, err
	}
	return Interruptible(ctx, func() (*Held, error) {
		if h.snapshot, err = s.scan(s.o.Snapshot); err != nil {
			return nil, err
		}
		h.gathered, err = fetch.Frozen(ctx, h.snapshot.Source(), h.snapshot.Corpus(), read.Entries)
		return h, err
	})
}

// Len is the number of papers that are held.
func (h *Held) Len() int { return h.gathered.Len() }

// Relisted gives the corpus as the lists are now, cut as Options say. Of what is new
// on them that is known which the corpus holds.
func (h *Held) Relisted(ctx context.Context, read *Reading) (*Corpus, error) {
	if h.snapshot == nil {
		return h.service.cut(entries.Relist(h.gathered, read.Entries), read, h.failed)
	}
	c, err := fetch.Frozen(ctx, h.snapshot.Source(), h.snapshot.Corpus(), read.Entries)
	if err != nil {
		return nil, err
	}
	return h.service.cut(c, read, false)
}

// scan reads a snapshot, and says what is wrong with its index.
func (s *Service) scan(file string) (*library.Scanned, error) {
	snapshot, err := library.ScanFile(file)
	if err == nil && snapshot.Note != "" {
		s.console.Say("%s", snapshot.Note)
	}
	return snapshot, err
}

// fromSnapshot is the corpus of the entries that a snapshot holds.
func (s *Service) fromSnapshot(ctx context.Context, file string, entries []graph.Entry) (*graph.Corpus, error) {
	snapshot, err := s.scan(file)
	if err != nil {
		return nil, err
	}
	return fetch.Frozen(ctx, snapshot.Source(), snapshot.Corpus(), entries)
}

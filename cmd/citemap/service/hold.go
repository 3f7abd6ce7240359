package service

import (
	"context"
	"sync"

	"citemap/fetch"
	"citemap/fetch/entries"
	"citemap/fetch/library"
	"citemap/graph"
)

// A Held is the corpus of lists, kept so that it can be asked again once the lists
// have changed, without anybody being asked for anything.
type Held struct {
	service  *Service
	gathered *graph.Corpus // uncut
	failed   bool          // a source gave up part of the way

	frozen frozen // of the snapshot or field that it is from; nil: it was gathered
}

// frozen gives the corpus of entries among papers that do not change.
type frozen func(ctx context.Context, entries []graph.Entry) (*graph.Corpus, error)

// Hold gathers the corpus of what was read, as Gather does, and keeps it.
func (s *Service) Hold(ctx context.Context, read *Reading, o GatherOptions) (*Held, error) {
	h := &Held{service: s}
	var err error
	switch {
	case s.o.Snapshot != "":
		h.frozen = s.snapshot(s.o.Snapshot)
	case s.o.Field != "":
		if err = h.inField(ctx, read.Entries, o); err != nil {
			return nil, err
		}
	default:
		h.gathered, h.failed, err = s.ask(ctx, read.Entries, o)
	}
	if err != nil || h.frozen == nil {
		return h, err
	}
	return Interruptible(ctx, func() (*Held, error) {
		h.gathered, err = h.frozen(ctx, read.Entries)
		return h, err
	})
}

// inField looks entries up in a field, and asks others for those that it does not know
// where that may be. What others tell is kept.
func (h *Held) inField(ctx context.Context, listed []graph.Entry, o GatherOptions) error {
	f, err := h.service.openField()
	if err != nil {
		return err
	}
	if !h.service.o.Offline {
		h.gathered, h.failed, err = h.service.askBeside(ctx, f, listed, o)
	}
	if h.gathered == nil {
		h.frozen = h.service.field(f)
	}
	return err
}

// Len is the number of papers that are held.
func (h *Held) Len() int { return h.gathered.Len() }

// Relisted gives the corpus as the lists are now, cut as Options say. Of what is new
// on them that is known which the corpus holds.
func (h *Held) Relisted(ctx context.Context, read *Reading) (*Corpus, error) {
	if h.frozen == nil {
		return h.service.cut(entries.Relist(h.gathered, read.Entries), read, h.failed)
	}
	c, err := h.frozen(ctx, read.Entries)
	if err != nil {
		return nil, err
	}
	return h.service.cut(c, read, false)
}

// fromSnapshot is the corpus of the entries that a snapshot holds.
func (s *Service) fromSnapshot(ctx context.Context, file string, entries []graph.Entry) (*graph.Corpus, error) {
	return s.snapshot(file)(ctx, entries)
}

// snapshot reads a snapshot once, when it is first asked for the corpus of entries, and
// says what is wrong with its index.
func (s *Service) snapshot(file string) frozen {
	scan := sync.OnceValues(func() (*library.Scanned, error) {
		snapshot, err := library.ScanFile(file)
		if err == nil && snapshot.Note != "" {
			s.console.Say("%s", snapshot.Note)
		}
		return snapshot, err
	})
	return func(ctx context.Context, entries []graph.Entry) (*graph.Corpus, error) {
		snapshot, err := scan()
		if err != nil {
			return nil, err
		}
		return fetch.Frozen(ctx, snapshot.Source(), snapshot.Corpus(), entries)
	}
}

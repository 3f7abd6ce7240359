package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"strings"

	"citemap/fetch"
	"citemap/fetch/library"
	"citemap/fetch/list"
	"citemap/graph"
	"citemap/graph/study"
	"citemap/render"
)

// study reads the lists, gathers their corpus and studies it. Without lists
// the corpus is the snapshot alone.
func (s *session) study(ctx context.Context, lists []string, o study.Options) (*study.Findings, error) {
	corpus, err := s.corpus(ctx, lists)
	if err != nil {
		return nil, err
	}
	if err := s.anyResolved(corpus); err != nil {
		return nil, err
	}
	if o.Gaps.Exclude, err = s.excluded(corpus); err != nil {
		return nil, err
	}
	return heed(ctx, func() (*study.Findings, error) { return study.Of(corpus, o), nil })
}

// corpus reads the lists and gathers their corpus, cut as the flags say. That
// no entry resolved is no error here.
func (s *session) corpus(ctx context.Context, lists []string) (*graph.Corpus, error) {
	entries, err := s.read(ctx, lists)
	if err != nil {
		return nil, err
	}
	corpus, err := s.gather(ctx, entries)
	if err != nil {
		return nil, err
	}
	without, unknown, err := corpusIDs(corpus, "--without", s.flags.without)
	if err != nil {
		return nil, err
	}
	s.sayUnnamed("--without", unknown)
	return corpus.Without(without).Until(s.flags.asOf), nil
}

// read reads all lists as one.
func (s *session) read(ctx context.Context, lists []string) ([]graph.Entry, error) {
	// A dense list makes many times its size of garbage; collecting it sooner
	// halves what the program takes.
	defer debug.SetGCPercent(debug.SetGCPercent(25))
	var entries []graph.Entry
	for _, name := range lists {
		read, err := heed(ctx, func() (*list.List, error) { return s.readList(name) })
		if err != nil {
			return nil, err
		}
		for _, b := range read.Broken {
			s.say("%s", render.Clean(fmt.Sprintf("%s:%d: not read: %s", b.File, b.Line, b.Text)))
		}
		s.broken += len(read.Broken)
		if s.namesPassed {
			s.passed = append(s.passed, read.PassedOver()...)
		}
		entries = append(entries, read.Entries...)
	}
	return entries, nil
}

// readList reads a list, or takes a paper for one.
func (s *session) readList(name string) (*list.List, error) {
	if l, is := paperNamed(name); is {
		return l, nil
	}
	if _, err := os.Lstat(name); err != nil && strings.Contains(name, "://") {
		return nil, fmt.Errorf("%s: no file has this name, and it is no address by which a paper can be looked up: give the paper's DOI or arXiv id", name)
	}
	return list.Open(name, s.stdin, s.flags.from)
}

// gather makes the corpus of the entries from the snapshot, or from the
// library with the API behind it.
func (s *session) gather(ctx context.Context, entries []graph.Entry) (*graph.Corpus, error) {
	if s.flags.snapshot != "" {
		return heed(ctx, func() (*graph.Corpus, error) { return fromSnapshot(ctx, s.flags.snapshot, entries) })
	}
	from, err := s.open()
	if err != nil {
		return nil, err
	}
	defer from.close()
	return s.gatherFrom(ctx, from, entries)
}

// fromSnapshot is the corpus of the entries that a snapshot holds.
func fromSnapshot(ctx context.Context, file string, entries []graph.Entry) (*graph.Corpus, error) {
	snapshot, err := library.OpenSnapshot(file)
	if err != nil {
		return nil, err
	}
	return fetch.Frozen(ctx, snapshot.Source(), snapshot.Papers, snapshot.Header.Taken, entries)
}

// gatherFrom goes on with what there is when the source fails part of the way:
// that is told, and counts as done in part.
func (s *session) gatherFrom(ctx context.Context, from sources, entries []graph.Entry) (*graph.Corpus, error) {
	var audit []fetch.Source
	if s.audit {
		if audit = from.fallbacks; len(audit) == 0 {
			return nil, usagef("--audit: nobody to ask; name some of %s with --fallback, and their address where --api-url names another API (CITEMAP_CROSSREF_URL)", strings.Join(fallbackNames, ", "))
		}
	}
	p := s.progress()
	corpus, err := fetch.Gather(ctx, from.source, entries, fetch.Options{
		Budget: s.budget(), EntriesOnly: s.entriesOnly, Offline: s.flags.offline, Fallbacks: from.fallbacks, Audit: audit, Planned: s.planned, Warn: s.caution,
		Progress: func(now fetch.Progress) { s.asking = s.asking || now.Planned > 0; p.show(now) },
	})
	p.stop()
	if ctx.Err() != nil {
		return corpus, ctx.Err()
	}
	if err == nil {
		s.sayBeyond(corpus)
		return corpus, nil
	}
	if len(corpus.Listed()) == 0 {
		return nil, fmt.Errorf("gather the corpus: %w%s", err, goOn(err, "nothing of the list is in the library yet, the same command goes on when the source answers again"))
	}
	if s.mustBeWhole {
		kept := fmt.Sprintf("the library keeps what was answered, papers of %d of %d entries: the same command goes on from there", resolved(corpus), len(entries))
		return nil, fmt.Errorf("gather the corpus: %w%s", err, goOn(err, kept))
	}
	s.failed = true
	s.say("warning: %v; going on with the facts of %s to %s", err, corpus.Oldest, corpus.Newest)
	return corpus, nil
}

// goOn says how to go on after a source gave up; after any other error that
// would be of no use.
func goOn(err error, way string) string {
	var patience *fetch.PatienceError
	var refusal *fetch.APIError
	if errors.As(err, &patience) || errors.As(err, &refusal) {
		return "; " + way
	}
	return ""
}

// budget is the flag's; to a gathering 0 is its default.
func (s *session) budget() int {
	if s.flags.budget == 0 {
		return -1
	}
	return s.flags.budget
}

func resolved(c *graph.Corpus) (n int) {
	for _, e := range c.Entries {
		if e.Paper != "" {
			n++
		}
	}
	return n
}

// sayBeyond tells what the budget left unasked.
func (s *session) sayBeyond(c *graph.Corpus) {
	if s.flags.offline || s.entriesOnly {
		return
	}
	if c.Beyond.Lists > 0 {
		s.say("reference lists of %d papers were not asked for, or not to their end: a larger --budget takes them in", c.Beyond.Lists)
	}
	if c.Beyond.Citing > 0 {
		s.say("citing papers of %d listed papers were not asked for: a larger --budget takes them in", c.Beyond.Citing)
	}
}

// excluded gives the papers that are never to be offered. A file of them may
// serve many lists, so that its ids need not name a paper of this corpus.
func (s *session) excluded(c *graph.Corpus) ([]graph.PaperID, error) {
	exclude, unknown, err := corpusIDs(c, "--exclude", s.flags.exclude)
	s.sayUnnamed("--exclude", unknown)
	if err != nil || s.flags.exclFile == "" {
		return exclude, err
	}
	lines, err := readLines(s.flags.exclFile)
	if errors.Is(err, fs.ErrNotExist) && s.excludeFileMayBeNew {
		return exclude, nil
	}
	if err != nil {
		return nil, err
	}
	more, _, err := corpusIDs(c, "--exclude-file", lines)
	return append(exclude, more...), err
}

// readLines gives the lines of a file that are neither empty nor comments.
func readLines(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, cause(err))
	}
	defer f.Close()
	var lines []string
	scan := bufio.NewScanner(f)
	n := 1
	for ; scan.Scan(); n++ {
		line, _, _ := strings.Cut(scan.Text(), "#")
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	switch err := scan.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return nil, fmt.Errorf("%s:%d: a line of more than %d kB: want an id a line", path, n, bufio.MaxScanTokenSize>>10)
	case err != nil:
		return nil, fmt.Errorf("%s:%d: %w", path, n, cause(err))
	}
	return lines, nil
}

// corpusIDs gives the PaperIDs of the papers that the written ids name, and
// those that name no paper of the corpus.
func corpusIDs(c *graph.Corpus, flag string, written []string) (ids []graph.PaperID, unknown []string, err error) {
	if len(written) == 0 {
		return nil, nil, nil
	}
	index := graph.NewIndex(c.Papers)
	for _, w := range written {
		id, err := graph.ParseID(w)
		if err != nil {
			return nil, nil, usagef("%s: %w", flag, err)
		}
		place, found := index.Find(id)
		if !found {
			unknown = append(unknown, w)
			continue
		}
		ids = append(ids, c.Papers[place].ID)
	}
	return ids, unknown, nil
}

// sayUnnamed tells of ids that were given to leave papers out and name none.
func (s *session) sayUnnamed(flag string, unknown []string) {
	for _, id := range unknown {
		s.say("%s %s: no paper of the corpus has this id, so nothing is left out for it", flag, id)
	}
}

package fetch_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"citemap/fetch"
	"citemap/fetch/library"
	"citemap/graph"
)

// counted is a source that counts what it is asked and can fail.
type counted struct {
	fetch.Source
	asked   [][]fetch.Subject
	fail    error
	nearest string // title that every title is matched to; "": only its own
}

func (c *counted) Recall(_ context.Context, _ fetch.Facts, about []fetch.Subject) ([]fetch.Answer, error) {
	return make([]fetch.Answer, len(about)), nil
}

func (c *counted) Ask(ctx context.Context, facts fetch.Facts, about []fetch.Subject, report func([]fetch.Reply) error) error {
	c.asked = append(c.asked, about)
	if c.fail != nil {
		return c.fail
	}
	if facts == fetch.ByTitle && c.nearest != "" {
		about = []fetch.Subject{{Title: c.nearest}}
	}
	return c.Source.Ask(ctx, facts, about, report)
}

func source() *counted {
	lima := graph.Paper{
		ID: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", Title: "LIMA: Less Is More for Alignment", Date: graph.Date{Year: 2023},
		IDs:        graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "2305.11206"}},
		References: graph.References{State: graph.Known, IDs: []graph.PaperID{"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}},
		Citing:     graph.Citing{Asked: true},
	}
	attention := graph.Paper{
		ID: "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", Title: "Attention Is All You Need", Date: graph.Date{Year: 2017},
		IDs: graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "1706.03762"}, {Scheme: graph.DOI, Value: "10.5555/3295222"}}, Authors: []string{"Ashish Vaswani", "Noam Shazeer"},
	}
	s := &library.Snapshot{Header: library.Header{Taken: graph.Date{Year: 2026, Month: 11, Day: 22}, Source: "test"}, Papers: []graph.Paper{lima, attention}}
	var written bytes.Buffer
	if err := library.WriteSnapshot(&written, s); err != nil {
		panic(err)
	}
	scanned, err := library.Scan("test", &written)
	if err != nil {
		panic(err)
	}
	return &counted{Source: scanned.Source()}
}

func entry(line int, title string, ids graph.ExternalIDs) graph.Entry {
	return graph.Entry{File: "list.md", Line: line, Title: title, IDs: ids}
}

func TestEntriesResolve(t *testing.T) {
	arxiv := func(id string) graph.ExternalIDs { return graph.ExternalIDs{{Scheme: graph.ArXiv, Value: id}} }
	for name, test := range map[string]struct {
		entries []graph.Entry
		want    []graph.Status
		note    string // of the last entry
	}{
		"by id":             {[]graph.Entry{entry(1, "LIMA", arxiv("2305.11206"))}, []graph.Status{graph.StatusResolved}, ""},
		"by title":          {[]graph.Entry{entry(1, "Attention is all you need", nil)}, []graph.Status{graph.StatusResolved}, ""},
		"by a second id":    {[]graph.Entry{entry(1, "", graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "1111.11111"}, {Scheme: graph.DOI, Value: "10.5555/3295222"}})}, []graph.Status{graph.StatusResolved}, ""},
		"another title":     {[]graph.Entry{entry(1, "2024 Something Else Entirely", arxiv("2305.11206"))}, []graph.Status{graph.StatusMismatch}, `the list calls it "2024 Something Else Entirely", the paper's title is "LIMA: Less Is More for Alignment"`},
		"unknown id":        {[]graph.Entry{entry(1, "X", arxiv("1111.11111"))}, []graph.Status{graph.StatusMissing}, "test does not know arXiv:1111.11111: correct the id, or give another one; nor does it know a paper of exactly this title"},
		"unknown title":     {[]graph.Entry{entry(1, "Nothing of this kind", nil)}, []graph.Status{graph.StatusMissing}, "the source knows no paper of this title: correct the title, or give the entry an id"},
		"the same id twice": {[]graph.Entry{entry(1, "LIMA", arxiv("2305.11206")), entry(9, "LIMA", arxiv("2305.11206"))}, []graph.Status{graph.StatusResolved, graph.StatusDuplicate}, "the same paper as list.md:1"},
		"two ids of one":    {[]graph.Entry{entry(1, "", arxiv("1706.03762")), entry(2, "", graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.5555/3295222"}})}, []graph.Status{graph.StatusResolved, graph.StatusDuplicate}, "the same paper as list.md:1"},
		"an unknown twice":  {[]graph.Entry{entry(1, "", arxiv("1111.11111")), entry(2, "", arxiv("1111.11111"))}, []graph.Status{graph.StatusMissing, graph.StatusDuplicate}, "the same paper as list.md:1"},
	} {
		c, err := fetch.Gather(t.Context(), source(), test.entries, fetch.Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var got []graph.Status
		for _, e := range c.Entries {
			got = append(got, e.Status)
		}
		if last := c.Entries[len(c.Entries)-1]; !slices.Equal(got, test.want) || last.Note != test.note {
			t.Errorf("%s: %v with note %q, want %v with %q", name, got, last.Note, test.want, test.note)
		}
	}
}

func TestAListIsTwoQuestions(t *testing.T) {
	s := source()
	entries := []graph.Entry{
		entry(1, "LIMA", graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "2305.11206"}}),
		entry(2, "LIMA", graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "2305.11206"}}),
		entry(3, "", graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "1706.03762"}}),
	}
	c, err := fetch.Gather(t.Context(), s, entries, fetch.Options{})
	if err != nil || len(s.asked) != 2 || len(s.asked[0]) != 2 || len(s.asked[1]) != 2 {
		t.Fatalf("asked %v, %v; want two questions about two papers: who they are, and what is around them", s.asked, err)
	}
	if len(c.Papers) != 2 || c.Oldest.String() != "2026-11-22" || len(c.Sources) != 1 || c.Sources[0].Name != "test" {
		t.Errorf("corpus: %d papers, oldest fact %s, sources %v", len(c.Papers), c.Oldest, c.Sources)
	}
}

// A failing source loses nothing: entries it was not asked about are unasked.
func TestAFailureIsNotMissing(t *testing.T) {
	s := source()
	s.fail = errors.New("the line is dead")
	c, err := fetch.Gather(t.Context(), s, []graph.Entry{entry(1, "LIMA", graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "2305.11206"}})}, fetch.Options{})
	if err == nil || !strings.Contains(err.Error(), "dead") || c.Entries[0].Status != graph.StatusUnasked {
		t.Errorf("error %v, status %s", err, c.Entries[0].Status)
	}
}

// What a title is matched to is taken only where year and author do not speak
// against it, and without its subtitle only where they speak for it.
func TestNearMisses(t *testing.T) {
	const subtitle = "Attention is all you need: a survey of surveys"
	for name, test := range map[string]struct {
		entry graph.Entry
		want  graph.Status
	}{
		"the title":                       {graph.Entry{Title: "Attention is all you need!"}, graph.StatusResolved},
		"a subtitle too many":             {graph.Entry{Title: subtitle}, graph.StatusMissing},
		"a subtitle too many, the year":   {graph.Entry{Title: subtitle, Date: graph.Date{Year: 2018}}, graph.StatusMismatch},
		"a subtitle too many, the author": {graph.Entry{Title: subtitle, Authors: []string{"Vaswani, A."}}, graph.StatusMismatch},
		"another year":                    {graph.Entry{Title: "Attention is all you need", Date: graph.Date{Year: 2020}}, graph.StatusMissing},
		"another author":                  {graph.Entry{Title: "Attention is all you need", Authors: []string{"John Smith"}}, graph.StatusMissing},
		"another title":                   {graph.Entry{Title: "All you need is attention to detail"}, graph.StatusMissing},
	} {
		s := source()
		s.nearest = "Attention Is All You Need"
		c, err := fetch.Gather(t.Context(), s, []graph.Entry{test.entry}, fetch.Options{})
		e := c.Entries[0]
		if err != nil || e.Status != test.want && !(test.want == graph.StatusMismatch && e.Status == graph.StatusResolved) {
			t.Errorf("%s: %s, %q, %v", name, e.Status, e.Note, err)
		}
		if e.Status == graph.StatusMissing && !strings.Contains(e.Note, `the nearest is "Attention Is All You Need"`) {
			t.Errorf("%s: the near miss is not named: %q", name, e.Note)
		}
	}
}

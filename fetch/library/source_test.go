package library

import (
	"context"
	"errors"
	"reflect"
	"testing"
	"time"

	"citemap/fetch"
	"citemap/graph"
)

// TestSources puts the same questions to every source of this package.
func TestSources(t *testing.T) {
	snapshot := readSmall(t).Source()
	file := libraryFile(t)
	warm := open(t, file, Options{}).Source(snapshot)
	ask(t, open(t, file, Options{}).Source(snapshot), "c", "b", "d", "nobody") // so that off line there is something
	for _, s := range []struct {
		name   string
		source fetch.Source
	}{
		{"a snapshot", snapshot},
		{"a library over it", open(t, libraryFile(t), Options{}).Source(snapshot)},
		{"a warm library", warm},
		{"the same library once more", warm},
		{"a library over a library", open(t, libraryFile(t), Options{}).Source(open(t, libraryFile(t), Options{}).Source(snapshot))},
	} {
		t.Run(s.name, func(t *testing.T) { testSource(t, s.source) })
	}
}

func testSource(t *testing.T, s fetch.Source) {
	for _, tt := range []struct {
		name string
		ask  []string
		want string
	}{
		{"nothing", nil, ""},
		{"by PaperID", []string{"b", "a"}, "b a"},
		{"in any case", []string{"B"}, "b"},
		{"by alias", []string{"a2"}, "a"},
		{"by external id", []string{"arXiv:cs/0101001", "CorpusId:7", "doi:10.1000/AbC"}, "b b a"},
		{"one id twice", []string{"c", "c"}, "c c"},
		{"unknown among known", []string{"nobody", "d", "PMID:99"}, "? d ?"},
		{"only unknown", []string{"nobody"}, "?"},
		{"a stub", []string{"title:0123456789abcdef"}, "title:0123456789abcdef"},
	} {
		t.Run(tt.name, func(t *testing.T) { wantSaid(t, ask(t, s, tt.ask...), tt.want) })
	}
	t.Run("around", func(t *testing.T) {
		c, b := ask(t, s, "c", "b")[0], ask(t, s, "b")[0]
		if len(c.Around) != 2 || c.Around[0].ID != "b" || c.Around[1].ID != "a" {
			t.Errorf("around c: %v, want b and a", c.Around)
		}
		if len(b.Around) != 1 || b.Around[0].ID != "a" {
			t.Errorf("around b: %v, want a once", b.Around)
		}
		if !c.When.Equal(day0) {
			t.Errorf("when %v, want %v", c.When, day0)
		}
	})
	t.Run("states", func(t *testing.T) {
		for i, a := range ask(t, s, "a", "b", "d", "title:0123456789abcdef") {
			want := []graph.State{graph.Empty, graph.Known, graph.Withheld, graph.Unasked}[i]
			if a.Paper.References.State != want {
				t.Errorf("references of %s: %s, want %s", a.Paper.ID, a.Paper.References.State, want)
			}
		}
	})
	t.Run("titles", func(t *testing.T) {
		for title, want := range map[string]string{"Bandits": "b", "AUTOMATA.": "a", "Nothing of the kind": "?"} {
			a, err := matched(t.Context(), s, title)
			if err != nil {
				t.Fatal(err)
			}
			wantSaid(t, []fetch.Answer{a}, want)
		}
	})
	if want := (graph.Provenance{Name: "a test", Licence: "CC0"}); s.Provenance() != want {
		t.Errorf("provenance %v, want %v", s.Provenance(), want)
	}
}

func TestWarmAnswersEqualColdOnes(t *testing.T) {
	inner := &counted{Source: readSmall(t).Source()}
	file := libraryFile(t)
	questions := [][]string{{"c", "nobody"}, {"b", "arXiv:cs/0101001", "a"}, {"d", "c"}, {"title:0123456789abcdef"}}
	run := func(l *Library, inner fetch.Source) (all [][]fetch.Answer, match fetch.Answer) {
		s := l.Source(inner)
		for _, q := range questions {
			all = append(all, ask(t, s, q...))
		}
		match, err := matched(t.Context(), s, "bandits")
		if err != nil {
			t.Fatal(err)
		}
		return all, match
	}
	cold, coldMatch := run(open(t, file, Options{}), inner)
	wantAsked(t, inner, "c", "nobody", "b", "arXiv:cs/0101001", "a", "d", "title:0123456789abcdef", "bandits")
	warm, warmMatch := run(open(t, file, Options{}), inner)
	wantAsked(t, inner, "title:0123456789abcdef") // nobody has said a word of its references
	still, stillMatch := run(open(t, file, Options{Offline: true}), nil)
	for _, later := range [][][]fetch.Answer{warm, still} {
		if !reflect.DeepEqual(cold, later) {
			t.Errorf("cold:\n%+v\nlater:\n%+v", cold, later)
		}
	}
	if !reflect.DeepEqual(coldMatch, warmMatch) || !reflect.DeepEqual(coldMatch, stillMatch) {
		t.Errorf("cold %+v, warm %+v, off line %+v", coldMatch, warmMatch, stillMatch)
	}
}

func TestAsksOnceWhatIsDue(t *testing.T) {
	inner := &counted{Source: readSmall(t).Source()}
	now := &clock{day0}
	s := open(t, libraryFile(t), Options{Now: now.Now}).Source(inner)

	wantSaid(t, ask(t, s, "b", "B", "b", "nobody"), "b b b ?")
	wantAsked(t, inner, "b", "nobody")
	wantSaid(t, ask(t, s, "arXiv:cs/0101001", "CorpusId:7", "a", "nobody"), "b b a ?")
	wantAsked(t, inner, "a")
	if inner.calls != 2 {
		t.Errorf("%d calls, want one for each question", inner.calls)
	}

	now.pass(days(7))
	ask(t, s, "a", "b", "nobody")
	wantAsked(t, inner, "nobody")
	now.pass(days(22))
	ask(t, s, "a", "b")
	wantAsked(t, inner)
	now.pass(days(1))
	ask(t, s, "a", "b")
	wantAsked(t, inner, "a", "b")
}

func TestTitlesAreRemembered(t *testing.T) {
	inner := &counted{Source: readSmall(t).Source()}
	now := &clock{day0}
	s := open(t, libraryFile(t), Options{Now: now.Now}).Source(inner)
	match := func(titles ...string) {
		for _, title := range titles {
			if _, err := matched(t.Context(), s, title); err != nil {
				t.Fatal(err)
			}
		}
	}
	match("Bandits", "bandits!", "No such title", "no such title")
	wantAsked(t, inner, "Bandits", "No such title")
	wantSaid(t, ask(t, s, "b"), "b")
	wantAsked(t, inner, "b") // the match told nothing of its references
	now.pass(days(8))
	match("Bandits", "No such title")
	wantAsked(t, inner, "No such title")
	now.pass(days(30))
	match("Bandits")
	wantAsked(t, inner, "Bandits")
}

func TestFailures(t *testing.T) {
	inner := &counted{Source: readSmall(t).Source()}
	now := &clock{day0}
	l := open(t, libraryFile(t), Options{Now: now.Now})
	s := l.Source(inner)
	ask(t, s, "b")

	inner.fault, inner.reach = errDown, 1
	answers, err := papers(t.Context(), s, ids(t, "b", "a", "c", "nobody"))
	if !errors.Is(err, errDown) {
		t.Errorf("error %v, want the source's", err)
	}
	wantSaid(t, answers, "b a - -")

	inner.fault = nil
	inner.taken()
	wantSaid(t, ask(t, s, "a", "c", "nobody"), "a c ?")
	wantAsked(t, inner, "c", "nobody") // a was answered, the failure was not kept

	now.pass(days(400))
	inner.fault, inner.reach = errDown, 0
	answers, err = papers(t.Context(), s, ids(t, "b", "nobody", "d"))
	if !errors.Is(err, errDown) {
		t.Errorf("error %v, want the source's", err)
	}
	wantSaid(t, answers, "b ? -") // stale, for want of better
	if !answers[0].When.Equal(day0) {
		t.Errorf("stale answer of %v, want %v", answers[0].When, day0)
	}
	if a, err := matched(t.Context(), s, "Bandits"); !errors.Is(err, errDown) || a.Outcome != fetch.Unasked {
		t.Errorf("match: %v, %v", a, err)
	}
}

func TestAFailedListDoesNotReplaceAKnownOne(t *testing.T) {
	inner := &counted{Source: readSmall(t).Source()}
	now := &clock{day0}
	file := libraryFile(t)
	s := open(t, file, Options{Now: now.Now}).Source(inner)
	first := ask(t, s, "b")
	now.pass(days(31))
	inner.state = graph.Failed
	again := ask(t, s, "b")
	if again[0].Stale = false; !reflect.DeepEqual(first, again) {
		t.Errorf("answered %+v, want what is known: %+v", again, first)
	}
	if kept := ask(t, open(t, file, Options{Offline: true}).Source(nil), "b"); !reflect.DeepEqual(first, kept) {
		t.Errorf("kept %+v, want %+v", kept, first)
	}
	inner.taken()
	wantSaid(t, ask(t, s, "c"), "c")
	ask(t, s, "c")
	wantAsked(t, inner, "c", "c") // nothing is known of its references: asked again
}

func TestInterruptedRunKeepsItsAnswers(t *testing.T) {
	inner := &counted{Source: readSmall(t).Source(), reach: 2}
	file := libraryFile(t)
	ctx, interrupt := context.WithCancel(t.Context())
	s := open(t, file, Options{}).Source(interrupting{inner, interrupt})
	inner.fault = context.Canceled
	answers, err := papers(ctx, s, ids(t, "a", "b", "c"))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
	wantSaid(t, answers, "a b -")
	wantSaid(t, ask(t, open(t, file, Options{Offline: true}).Source(nil), "a", "b", "c"), "a b -")
}

// An interrupting source is interrupted while it answers.
type interrupting struct {
	*counted
	interrupt func()
}

func (s interrupting) Ask(ctx context.Context, facts fetch.Facts, about []fetch.Subject, report func([]fetch.Reply) error) error {
	s.interrupt()
	return s.counted.Ask(ctx, facts, about, report)
}

func TestOffline(t *testing.T) {
	file := libraryFile(t)
	inner := &counted{Source: readSmall(t).Source()}
	empty := open(t, file, Options{Offline: true})
	wantSaid(t, ask(t, empty.Source(inner), "a", "nobody"), "- -")
	if a, err := matched(t.Context(), empty.Source(nil), "Bandits"); err != nil || a.Outcome != fetch.Unasked {
		t.Errorf("match: %v, %v", a, err)
	}
	if (empty.Source(nil).Provenance() != graph.Provenance{}) {
		t.Errorf("an empty library knows a source: %v", empty.Source(nil).Provenance())
	}
	wantAsked(t, inner)
	if missing, err := empty.look(); err != nil || !missing {
		t.Errorf("a library was made off line: %v", err)
	}

	ask(t, open(t, file, Options{}).Source(inner), "a", "nobody")
	inner.taken()
	later := open(t, file, Options{Offline: true, Now: func() time.Time { return day0.Add(days(4000)) }})
	wantSaid(t, ask(t, later.Source(inner), "a", "nobody", "c"), "a ? -")
	wantSaid(t, ask(t, later.Source(nil), "a", "nobody", "c"), "a ? -")
	wantAsked(t, inner)
	if got := later.Source(nil).Provenance(); got.Name != "a test" || got.Licence != "CC0" {
		t.Errorf("provenance %v", got)
	}
}

func TestSourcesAreKeptApart(t *testing.T) {
	l := open(t, libraryFile(t), Options{})
	one, other := readSmall(t), readSmall(t)
	other.Header.Source, other.Papers = "another", other.Papers[:1]
	first := &counted{Source: one.Source()}
	second := &counted{Source: other.Source()}
	wantSaid(t, ask(t, l.Source(first), "b"), "b")
	wantSaid(t, ask(t, l.Source(second), "b"), "?")
	wantSaid(t, ask(t, l.Source(first), "b"), "b")
	wantSaid(t, ask(t, l.Source(nil), "b"), "b")
	wantAsked(t, first, "b")
	wantAsked(t, second, "b")
}

// An interrupted run does not wait for another process that writes.
func TestInterruptedWhileAnotherWrites(t *testing.T) {
	file := libraryFile(t)
	l, other := open(t, file, Options{}), open(t, file, Options{})
	ask(t, l.Source(readSmall(t).Source()), "a")
	tx, err := other.db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	ctx, interrupt := context.WithCancel(t.Context())
	s := l.Source(interrupting{&counted{Source: readSmall(t).Source()}, interrupt})
	if _, err := papers(ctx, s, ids(t, "b")); err == nil {
		t.Error("stored while another process holds the library")
	}
}

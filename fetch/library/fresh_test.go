package library

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	"citemap/fetch"
	"citemap/graph"
)

func subject(id string) []fetch.Subject {
	return []fetch.Subject{{ID: graph.ExternalID{Scheme: graph.S2, Value: id}}}
}

// Refresh bounds whatever is remembered, and an answer of a time to come is
// good for nothing, until it is asked for by the right clock.
func TestRefreshBoundsEverythingRemembered(t *testing.T) {
	found := fetch.Answer{Outcome: fetch.Found, Paper: graph.Paper{ID: "p", References: graph.References{State: graph.Known, IDs: []graph.PaperID{"x"}}}}
	cut, failed, withheld := found, found, found
	cut.Paper.References.State = graph.Cut
	failed.Paper.References = graph.References{State: graph.Failed}
	withheld.Paper.References = graph.References{State: graph.Withheld}
	unknown := fetch.Answer{Outcome: fetch.Unknown}
	for _, test := range []struct {
		name    string
		answer  fetch.Answer
		refresh time.Duration
		age     time.Duration
		asked   bool
	}{
		{"known", found, 0, days(29), false},
		{"known, old", found, 0, days(30), true},
		{"known, refresh 12h", found, 12 * time.Hour, 13 * time.Hour, true},
		{"known, refresh 90d", found, days(90), days(89), false},
		{"known, of tomorrow", found, 0, -days(1), true},
		{"cut", cut, 0, days(29), false},
		{"cut, refresh 12h", cut, 12 * time.Hour, 13 * time.Hour, true},
		{"withheld, refresh 12h", withheld, 12 * time.Hour, 13 * time.Hour, true},
		{"unknown", unknown, 0, days(6), false},
		{"unknown, old", unknown, 0, days(7), true},
		{"unknown, refresh 90d", unknown, days(90), days(7), true},
		{"unknown, refresh 12h", unknown, 12 * time.Hour, 13 * time.Hour, true},
		{"unknown, refresh 0", unknown, 1, time.Second, true},
		{"unknown, of tomorrow", unknown, 0, -days(1), true},
		{"failed", failed, 0, 23 * time.Hour, false},
		{"failed, refresh 1h", failed, time.Hour, 2 * time.Hour, true},
		{"failed, of tomorrow", failed, 0, -days(1), true},
	} {
		for _, facts := range []fetch.Facts{fetch.References, fetch.ByTitle} {
			if facts == fetch.ByTitle && test.answer.Paper.References.State == graph.Failed {
				continue // a title is asked for no list
			}
			t.Run(fmt.Sprintf("%s, %s", test.name, facts), func(t *testing.T) {
				now := &clock{day0}
				inner := &fixed{answers: map[fetch.Facts]fetch.Answer{facts: test.answer}}
				s := open(t, libraryFile(t), Options{Refresh: test.refresh, Now: now.Now}).Source(inner)
				about := subject("p")
				about[0].Title = "A title"
				for range 2 { // the second time of the right clock
					if _, err := askAbout(t.Context(), s, facts, about); err != nil {
						t.Fatal(err)
					}
					now.pass(test.age)
				}
				now.pass(-test.age)
				if want := map[bool]int{false: 1, true: 2}[test.asked]; inner.asked != want {
					t.Errorf("asked %d times, want %d", inner.asked, want)
				}
				if inner.asked = 0; test.age < 0 {
					if _, err := askAbout(t.Context(), s, facts, about); err != nil || inner.asked > 0 {
						t.Errorf("the answer of the right clock is not kept: asked %d times, %v", inner.asked, err)
					}
				}
			})
		}
	}
}

// That a source did not know a paper, asked for one thing, says nothing against
// what it told of it; and it tells of it again once it was asked again.
func TestUnknownDoesNotUnmakeWhatIsKnown(t *testing.T) {
	found := fetch.Answer{Outcome: fetch.Found, Paper: graph.Paper{ID: "y", Title: "Moved"}}
	unknown := fetch.Answer{Outcome: fetch.Unknown}
	for facts := fetch.Own; facts <= fetch.MoreReferences; facts++ {
		t.Run(facts.String(), func(t *testing.T) {
			now := &clock{day0}
			inner := &fixed{answers: map[fetch.Facts]fetch.Answer{fetch.Own: found}}
			file := libraryFile(t)
			s := open(t, file, Options{Now: now.Now}).Source(inner)
			ask := func(s fetch.Source, facts fetch.Facts, id, want string) {
				t.Helper()
				answers, err := askAbout(t.Context(), s, facts, subject(id))
				if err != nil {
					t.Fatal(err)
				}
				wantSaid(t, answers, want)
			}
			ask(s, fetch.Own, "x", "y")
			now.pass(time.Hour)
			inner.answers = map[fetch.Facts]fetch.Answer{fetch.Own: unknown, facts: unknown}
			ask(open(t, file, Options{Now: now.Now, Refresh: 1}).Source(inner), facts, "x", "?")
			ask(open(t, file, Options{Now: now.Now, Refresh: 1}).Source(inner), facts, "y", "?")
			ask(s, fetch.Own, "x", "y")
			ask(s, fetch.Own, "y", "y")
			if facts > fetch.Own {
				inner.asked = 0
				ask(s, facts, "y", "?")
				if inner.asked > 0 {
					t.Error("what was not known is asked for again")
				}
				inner.answers[facts] = found
				now.pass(time.Second)
				ask(open(t, file, Options{Now: now.Now, Refresh: 1}).Source(inner), facts, "y", "y")
			}
			ask(s, facts, "y", "y")
		})
	}
}

// An id that was unknown, and that a paper turns out to bear, is that paper's;
// also where an earlier citemap kept it.
func TestALaterAnswerFindsAnUnknownID(t *testing.T) {
	doi := graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1000/x"}}
	for _, earlier := range []bool{false, true} {
		inner := &fixed{answers: map[fetch.Facts]fetch.Answer{fetch.Own: {Outcome: fetch.Unknown}}}
		l := open(t, libraryFile(t), Options{})
		s := l.Source(inner)
		about := []fetch.Subject{{ID: doi[0]}}
		if _, err := askAbout(t.Context(), s, fetch.Own, about); err != nil {
			t.Fatal(err)
		}
		if earlier {
			if _, err := l.db.Exec("DELETE FROM answer; INSERT INTO alias SELECT n, 'doi:10.1000/x', NULL, ?, 1 FROM source", day0.UnixNano()); err != nil {
				t.Fatal(err)
			}
		}
		if answers, err := s.Recall(t.Context(), fetch.Own, about); err != nil || answers[0].Outcome != fetch.Unknown {
			t.Errorf("recalled %+v, %v", answers, err)
		}
		inner.answers[fetch.Own] = fetch.Answer{Outcome: fetch.Found, Paper: graph.Paper{ID: "p", IDs: doi}}
		if _, err := askAbout(t.Context(), s, fetch.Own, subject("p")); err != nil {
			t.Fatal(err)
		}
		answers, err := askAbout(t.Context(), s, fetch.Own, about)
		if err != nil {
			t.Fatal(err)
		}
		wantSaid(t, answers, "p")
	}
}

// A paper that goes by another id than the one it was asked for by bears that
// as an alias: as it was told, as it is recalled, and when its record was
// stored anew under its own id.
func TestTheIDAskedForIsAnAlias(t *testing.T) {
	x := graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1000/a"}}
	for _, aliases := range [][]graph.PaperID{nil, {"b"}, {"x"}} {
		inner := &fixed{answers: map[fetch.Facts]fetch.Answer{fetch.References: {Outcome: fetch.Found, Paper: graph.Paper{
			ID: "y", Aliases: aliases, IDs: x, References: graph.References{State: graph.Empty},
		}}}}
		s := open(t, libraryFile(t), Options{}).Source(inner)
		var asked fetch.Answer
		err := s.Ask(t.Context(), fetch.References, subject("x"), func(replies []fetch.Reply) error {
			asked = replies[0].Answer
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if p := asked.Paper; !p.Named("x") || len(p.Aliases) > 2 {
			t.Errorf("told %v: aliases %v", aliases, p.Aliases)
		}
		recalled, err := s.Recall(t.Context(), fetch.References, subject("x"))
		if err != nil || !reflect.DeepEqual(recalled[0], asked) {
			t.Errorf("told %+v\nrecalled %+v, %v", asked, recalled, err)
		}
		if err := s.Ask(t.Context(), fetch.References, subject("y"), func([]fetch.Reply) error { return nil }); err != nil {
			t.Fatal(err)
		}
		if recalled, err = s.Recall(t.Context(), fetch.References, subject("x")); err != nil || !recalled[0].Paper.Named("x") {
			t.Errorf("after y was asked for: %+v, %v", recalled, err)
		}
		if recalled, err = s.Recall(t.Context(), fetch.References, []fetch.Subject{{ID: x[0]}}); err != nil || len(recalled[0].Paper.Aliases) != len(aliases) {
			t.Errorf("asked for by an id it has: %+v, %v", recalled, err)
		}
	}
}

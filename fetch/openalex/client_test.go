package openalex

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/graph"
)

func TestListsSayWhatBecameOfThem(t *testing.T) {
	for _, test := range []struct {
		name, fields string
		want         graph.State
	}{
		{"a list", `"referenced_works":["https://openalex.org/W1"]`, graph.Known},
		{"an empty list", `"referenced_works":[],"referenced_works_count":0`, graph.Empty},
		{"an empty list although some are counted", `"referenced_works":[],"referenced_works_count":3`, graph.Failed},
		{"null", `"referenced_works":null`, graph.Failed},
		{"no list", ``, graph.Failed},
		{"something else than a list", `"referenced_works":"W1"`, graph.Failed},
		{"nothing of use on it", `"referenced_works":[null,7,"x","https://openalex.org/A5"]`, graph.Failed},
		{"only works that are gone", `"referenced_works":["https://openalex.org/W4285719527"]`, graph.Failed},
		{"a work that is gone", `"referenced_works":["https://openalex.org/W1","https://openalex.org/W4285719527"]`, graph.Cut},
		{"fewer than are counted", `"referenced_works":["https://openalex.org/W1"],"referenced_works_count":3`, graph.Cut},
		{"something of no use on it", `"referenced_works":["https://openalex.org/W1",null]`, graph.Cut},
		{"repeats and itself", `"referenced_works":["https://openalex.org/W1","W1","https://openalex.org/W4400000001"],"referenced_works_count":3`, graph.Known},
		{"only itself", `"referenced_works":["https://openalex.org/W4400000001"]`, graph.Failed},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, s := setup(t, api.Config{}, map[string]reply{"doi:10.1000/a": work(4400000001, test.fields)})
			a, asked, err := ask(t, c, doi("10.1000/a"))
			if err != nil || !asked || a.Outcome != fetch.Found || !a.When.Equal(day) || a.Paper.ID != "DOI:10.1000/a" {
				t.Fatalf("%+v, asked %v, %v", a, asked, err)
			}
			got := a.Paper.References
			if got.State != test.want || got.From != "openalex" || got.State.Told() != (len(got.IDs) > 0) || len(a.Around) > 0 || len(s.seen) != 1 {
				t.Errorf("references %+v, want %s", got, test.want)
			}
			if got.State.Told() && got.IDs[0] != "OpenAlex:W1" || got.State == graph.Cut && *a.Paper.Referenced <= len(got.IDs) {
				t.Errorf("references %+v of %d", got, *a.Paper.Referenced)
			}
		})
	}
}

func TestWhatAReferenceBecomes(t *testing.T) {
	for _, test := range []struct {
		name   string
		number int64
		fields string
		id     string // "": none
		ids    graph.ExternalIDs
	}{
		{"a DOI", 4400000002, `"doi":"https://doi.org/10.1234/X"`, "DOI:10.1234/x", graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1234/x"}}},
		{"a DOI among the ids", 4400000002, `"doi":null,"ids":{"doi":"https://doi.org/10.1234/X"}`, "DOI:10.1234/x", graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1234/x"}}},
		{"a DOI of arXiv", 4400000002, `"doi":"https://doi.org/10.48550/arXiv.1706.03762"`, "arXiv:1706.03762", graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "1706.03762"}}},
		{"a page of arXiv", 2963403868, `"locations":[{"landing_page_url":null},null,{"landing_page_url":"http://arxiv.org/abs/1706.03762v5"}]`,
			"arXiv:1706.03762", graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "1706.03762"}}},
		{"a page of arXiv beside a DOI", 4400000002, `"doi":"https://doi.org/10.1234/x","locations":[{"landing_page_url":"http://arxiv.org/abs/1706.03762"}]`,
			"DOI:10.1234/x", graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1234/x"}}},
		{"all kinds", 2109415576, `"ids":{"mag":"2109415576","pmid":"https://pubmed.ncbi.nlm.nih.gov/25349395","pmcid":"https://www.ncbi.nlm.nih.gov/pmc/articles/4234579"},"doi":"https://doi.org/10.1234/x"`,
			"DOI:10.1234/x", graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1234/x"}, {Scheme: graph.MAG, Value: "2109415576"}, {Scheme: graph.PubMed, Value: "25349395"}, {Scheme: graph.PubMedCentral, Value: "4234579"}}},
		{"a MAG id that is a number", 2109415576, `"ids":{"mag":2109415576}`, "MAG:2109415576", graph.ExternalIDs{{Scheme: graph.MAG, Value: "2109415576"}}},
		{"of MAG's time, nothing told", 2109415576, ``, "MAG:2109415576", graph.ExternalIDs{{Scheme: graph.MAG, Value: "2109415576"}}},
		{"of MAG's time, with a DOI", 2109415576, `"doi":"https://doi.org/10.1234/x"`, "DOI:10.1234/x", graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1234/x"}}},
		{"a title alone", 4400000002, `"display_name":"A <i>title</i>","publication_year":2001`, string(fetch.StubID("A title", 2001, nil)), nil},
		{"PubMed alone", 4400000002, `"ids":{"pmid":"https://pubmed.ncbi.nlm.nih.gov/25349395"}`, "PMID:25349395", graph.ExternalIDs{{Scheme: graph.PubMed, Value: "25349395"}}},
		{"newer, nothing told", 4400000002, ``, "", nil},
		{"other types", 4400000002, `"doi":5,"ids":"x","display_name":[],"authorships":{},"publication_year":"2001","locations":7`, "", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			name := fmt.Sprintf("W%d", test.number)
			c, _ := setup(t, api.Config{}, map[string]reply{name: work(test.number, test.fields)})
			answers, err := askWorks(t, c, test.number)
			if err != nil {
				t.Fatal(err)
			}
			a := answers[0]
			if test.id == "" {
				if a.Outcome != fetch.Unknown {
					t.Errorf("%+v", a)
				}
				return
			}
			if a.Outcome != fetch.Found || string(a.Paper.ID) != test.id || !reflect.DeepEqual(a.Paper.IDs, test.ids) || a.Paper.Stub || !a.When.Equal(day) {
				t.Errorf("%+v", a)
			}
		})
	}
}

func TestThePaperItself(t *testing.T) {
	c, s := setup(t, api.Config{Version: "1.2"}, map[string]reply{"doi:10.1000/a<b>/c": work(4400000001, `"doi":"https://doi.org/10.1000/A","display_name":"On things",
		"publication_year":2020,"publication_date":"2020-04-05","cited_by_count":7,"referenced_works":[],"referenced_works_count":0,
		"authorships":[{"author":{"display_name":"Ada Byron"}},{"author":{"display_name":null},"raw_author_name":"C. Babbage"},null,{}]`)})
	a, _, err := ask(t, c, doi("10.1000/a<b>/c"))
	if err != nil {
		t.Fatal(err)
	}
	seven, none := 7, 0
	want := graph.Paper{
		ID: "DOI:10.1000/a", IDs: graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1000/a"}}, Title: "On things", Authors: []string{"Ada Byron", "C. Babbage"},
		Date: graph.Date{Year: 2020, Month: 4, Day: 5}, Global: &seven, Referenced: &none,
		References: graph.References{State: graph.Empty, From: "openalex"},
	}
	if !reflect.DeepEqual(a.Paper, want) {
		t.Errorf("paper %+v\nwant %+v", a.Paper, want)
	}
	r := s.seen[0]
	if got := r.URL.EscapedPath(); got != "/works/doi:10.1000%2Fa%3Cb%3E%2Fc" || r.URL.Query().Get("select") != withReferences || r.URL.Query().Has("api_key") || r.UserAgent() != "citemap/1.2" {
		t.Errorf("asked %s?%s as %s", got, r.URL.RawQuery, r.UserAgent())
	}
}

func TestDates(t *testing.T) {
	for _, test := range []struct {
		fields string
		want   graph.Date
	}{
		{`"publication_year":2020,"publication_date":"2020-04-05"`, graph.Date{Year: 2020, Month: 4, Day: 5}},
		{`"publication_year":2020,"publication_date":"2020-01-01"`, graph.Date{Year: 2020}},
		{`"publication_year":2020,"publication_date":"2019-04-05"`, graph.Date{Year: 2020}},
		{`"publication_year":2020,"publication_date":"soon"`, graph.Date{Year: 2020}},
		{`"publication_date":"2019-04-05"`, graph.Date{Year: 2019, Month: 4, Day: 5}},
		{`"publication_year":-3`, graph.Date{}},
		{``, graph.Date{}},
	} {
		w, err := decodeWork([]byte(work(1, test.fields).body))
		if err != nil || w.date() != test.want {
			t.Errorf("%s: %v, want %v (%v)", test.fields, w.date(), test.want, err)
		}
	}
}

func TestHowAPaperIsAskedFor(t *testing.T) {
	for _, test := range []struct {
		id   graph.ExternalID
		want string // "": not at all
	}{
		{doi("10.1000/a"), "doi:10.1000/a"},
		{graph.ExternalID{Scheme: graph.ArXiv, Value: "1706.03762"}, "doi:10.48550/arxiv.1706.03762"},
		{graph.ExternalID{Scheme: graph.ArXiv, Value: "hep-th/9802150"}, "doi:10.48550/arxiv.hep-th/9802150"},
		{graph.ExternalID{Scheme: graph.MAG, Value: "2109415576"}, "W2109415576"},
		{graph.ExternalID{Scheme: graph.S2, Value: "0123456789012345678901234567890123456789"}, ""},
		{graph.ExternalID{Scheme: graph.CorpusID, Value: "1"}, ""},
		{graph.ExternalID{Scheme: graph.Link, Value: "https://x"}, ""},
		{doi("10.1000/a,b"), ""},
		{doi("10.1000/a&b"), ""},
		{graph.ExternalID{}, ""},
	} {
		c, s := setup(t, api.Config{}, nil)
		a, asked, err := ask(t, c, test.id)
		if err != nil || !asked || a.Outcome != fetch.Unknown || a.When.IsZero() != (test.want == "") {
			t.Errorf("%v: %+v, asked %v, %v", test.id, a, asked, err)
		}
		if got := strings.Join(s.asked(), " "); got != test.want {
			t.Errorf("%v was asked for as %q, want %q", test.id, got, test.want)
		}
	}
}

func TestOtherFactsStayUnasked(t *testing.T) {
	c, s := setup(t, api.Config{}, nil)
	for facts := fetch.ByTitle; facts <= fetch.MoreReferences; facts++ {
		if facts == fetch.References {
			continue
		}
		err := c.Ask(t.Context(), facts, []fetch.Subject{{ID: doi("10.1000/a")}, {}}, func([]fetch.Reply) error { return errors.New("told") })
		if err != nil || len(s.seen) > 0 {
			t.Errorf("%s: %v, %d requests", facts, err, len(s.seen))
		}
	}
}

func TestReferencesKeepTheirOrder(t *testing.T) {
	c, s := setup(t, api.Config{}, map[string]reply{"doi:10.1000/a": citing(11, 4400000012, 13, 11, 4400000014, 15)})
	a, _, err := ask(t, c, doi("10.1000/a"))
	if got := fmt.Sprint(a.Paper.References.IDs); err != nil || got != "[OpenAlex:W11 OpenAlex:W4400000012 OpenAlex:W13 OpenAlex:W4400000014 OpenAlex:W15]" || len(s.seen) != 1 || *a.Paper.Referenced != 6 {
		t.Errorf("%s of %d after %d requests, %v", got, *a.Paper.Referenced, len(s.seen), err)
	}
}

func TestAnswersThatSayNo(t *testing.T) {
	fine := map[string]reply{"doi:10.1000/a": citing(1)}
	for _, test := range []struct {
		name    string
		once    []reply
		outcome fetch.Outcome
		failure string // what the error must say
	}{
		{"not found, in HTML", []reply{{status: 404, body: "<html>"}}, fetch.Unknown, ""},
		{"gone", []reply{{status: 410}}, fetch.Unknown, ""},
		{"the work of all that was deleted", []reply{work(deleted, "")}, fetch.Unknown, ""},
		{"refused", []reply{{status: 400, body: `{"error":"Invalid select","message":"no such field"}`}}, fetch.Unasked, "OpenAlex answered 400: Invalid select"},
		{"moved elsewhere", []reply{{301, "", "http://elsewhere.invalid/"}}, fetch.Unasked, "redirect"},
		{"throttled once", []reply{{status: 429, body: `{"error":"Rate limit exceeded"}`}}, fetch.Found, ""},
		{"HTML with status 200 once", []reply{{status: 200, body: "<html>"}}, fetch.Found, ""},
		{"an error with status 200 once", []reply{{status: 200, body: `{"error":"x","message":"y"}`}}, fetch.Found, ""},
		{"an empty object once", []reply{{status: 200, body: `{}`}}, fetch.Found, ""},
		{"cut short once", []reply{{status: 200, body: `{"id":"https://openalex.org/W1","referenced_works":[`}}, fetch.Found, ""},
		{"a list of results once", []reply{{status: 200, body: `{"meta":{},"results":[]}`}}, fetch.Found, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, s := setup(t, api.Config{}, fine)
			s.once = test.once
			a, asked, err := ask(t, c, doi("10.1000/a"))
			if a.Outcome != test.outcome || asked != (test.failure == "") {
				t.Errorf("%+v, asked %v", a, asked)
			}
			if (err == nil) != (test.failure == "") || err != nil && !strings.Contains(err.Error(), test.failure) {
				t.Errorf("error %v, want %q", err, test.failure)
			}
		})
	}
}

func TestAnOutageIsNoAnswer(t *testing.T) {
	for _, once := range [][]reply{{{status: 429}}, {{status: 500}}, {{status: 200, body: "<html>"}}, {{status: 200, body: "null"}}} {
		c, s := setup(t, api.Config{Patience: -1}, nil)
		s.once = once
		_, asked, err := ask(t, c, doi("10.1000/a"))
		var patience *fetch.PatienceError
		if asked || !errors.As(err, &patience) {
			t.Errorf("%+v: asked %v, %v", once, asked, err)
		}
	}
}

// TestTheKey looks for the key in all that a user may come to see, in the worst
// of cases: the service repeats it.
func TestTheKey(t *testing.T) {
	const key = "s3cr3t-k3y"
	var said strings.Builder
	say := func(line string) { said.WriteString(line + "\n") }
	for _, once := range [][]reply{
		{{status: 400, body: `{"error":"bad ` + key + `"}`}}, {{status: 200, body: key}}, {{status: 403, body: key}, {status: 403, body: key}},
		{{status: 429, body: `{"message":"` + key + `"}`}}, {{301, "", "http://elsewhere.invalid/?api_key=" + key}}, {{status: 404, body: key}},
		{citing(1), {status: 500, body: key}}, {citing(1), {status: 429, body: `{"error":"budget of ` + key + `"}`}}, {citing(1), {301, "", "/mirror/works/W2"}},
	} {
		c, s := setup(t, api.Config{Key: key, Patience: -1, Log: say, Warn: say}, nil)
		s.once = once
		a, _, err := ask(t, c, doi("10.1000/a"))
		say(fmt.Sprintf("%v %+v", err, a))
		answers, err := askWorks(t, c, 1, 2)
		say(fmt.Sprintf("%v %+v", err, answers))
		if len(s.seen) == 0 || s.seen[0].URL.Query().Get("api_key") != key {
			t.Errorf("asked %s", s.seen[0].URL)
		}
		for _, r := range s.seen {
			for name := range r.Header {
				if name != "Referer" && strings.Contains(r.Header.Get(name), key) {
					t.Errorf("sent in %s", name)
				}
			}
		}
	}
	c := NewClient(api.Config{BaseURL: "http://127.0.0.1:1/", Key: key, Patience: -1, Log: say, Warn: say})
	_, _, err := ask(t, c, doi("10.1000/a"))
	say(fmt.Sprint(err))
	if err == nil || strings.Contains(said.String(), key) || !strings.Contains(said.String(), "[key]") {
		t.Errorf("said\n%s", said.String())
	}
}

func TestAnInterruptedQuestion(t *testing.T) {
	c, _ := setup(t, api.Config{}, map[string]reply{"doi:10.1000/a": citing(1)})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	err := c.Ask(ctx, fetch.References, []fetch.Subject{{ID: doi("10.1000/a")}}, func([]fetch.Reply) error { return nil })
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestAnErrorOfTellEndsIt(t *testing.T) {
	c, s := setup(t, api.Config{}, nil)
	full := errors.New("disk full")
	err := c.Ask(t.Context(), fetch.References, []fetch.Subject{{ID: doi("10.1000/a")}, {ID: doi("10.1000/b")}}, func([]fetch.Reply) error { return full })
	if !errors.Is(err, full) || len(s.seen) != 1 {
		t.Errorf("%v after %d requests", err, len(s.seen))
	}
}

func TestAsASource(t *testing.T) {
	c := NewClient(api.Config{Patience: time.Second})
	if c.Limits() != (fetch.Limits{Subjects: 100, Lists: 1, Notices: 50}) || c.Provenance() != (graph.Provenance{Name: "OpenAlex", Licence: "CC0"}) {
		t.Errorf("%+v %+v", c.Limits(), c.Provenance())
	}
	answers, err := c.Recall(t.Context(), fetch.References, make([]fetch.Subject, 2))
	if err != nil || len(answers) != 2 || answers[0].Outcome != fetch.Unasked {
		t.Errorf("%+v %v", answers, err)
	}
}

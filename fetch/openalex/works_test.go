package openalex

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"citemap/fetch"
	"citemap/fetch/api"
)

// some gives works of so many numbers, each with a DOI.
func some(n int64) (numbers []int64, works map[string]reply) {
	works = map[string]reply{}
	for i := range n {
		numbers = append(numbers, 1000+i)
		works[fmt.Sprintf("W%d", 1000+i)] = work(1000+i, fmt.Sprintf(`"doi":"https://doi.org/10.1234/%d"`, 1000+i))
	}
	return numbers, works
}

// wrong counts the answers that are not the work's.
func wrong(numbers []int64, answers []fetch.Answer) (n int) {
	for i, a := range answers {
		if a.Outcome != fetch.Found || string(a.Paper.ID) != fmt.Sprintf("DOI:10.1234/%d", numbers[i]) {
			n++
		}
	}
	return n
}

func TestAHundredWorksARequest(t *testing.T) {
	numbers, works := some(250)
	c, s := setup(t, api.Config{Key: "k"}, works)
	answers, err := askWorks(t, c, append(numbers, numbers[0])...)
	if err != nil || wrong(append(numbers, numbers[0]), answers) > 0 || len(s.seen) != 3 {
		t.Fatalf("%d wrong after %d requests, %v", wrong(numbers, answers), len(s.seen), err)
	}
	q := s.seen[0].URL.Query()
	if s.seen[0].URL.Path != "/works" || !strings.HasPrefix(q.Get("filter"), "openalex:W1000|W1001|") || q.Get("per_page") != "100" || q.Get("select") != itself || q.Get("api_key") != "k" {
		t.Errorf("asked %s", s.seen[0].URL)
	}
}

// Works are told by the ids that an answer carries, in whatever order they come;
// one that is not among them is none any more.
func TestWorksAreToldByTheirIDs(t *testing.T) {
	c, s := setup(t, api.Config{}, nil)
	s.pages = []reply{{200, `{"meta":{"count":3},"results":[` + work(3, `"display_name":"Three"`).body + `,` + work(1, `"display_name":"One"`).body + `,` +
		work(deleted, `"display_name":"Deleted Work"`).body + `]}`, ""}}
	answers, err := askWorks(t, c, 1, 2, 3, deleted)
	if err != nil || answers[0].Paper.Title != "One" || answers[1].Outcome != fetch.Unknown || answers[2].Paper.Title != "Three" || answers[3].Outcome != fetch.Unknown {
		t.Errorf("%+v, %v", answers, err)
	}
	if len(s.seen) != 1 {
		t.Errorf("%d requests", len(s.seen))
	}
}

// A page that is not whole says nothing of the works that are not on it.
func TestAPageThatIsNotWhole(t *testing.T) {
	numbers, works := some(3)
	for name, page := range map[string]string{
		"more are counted":     `{"meta":{"count":3},"results":[` + works["W1000"].body + `]}`,
		"an item is malformed": `{"meta":{"count":3},"results":[` + works["W1000"].body + `,7,{"id":[]}]}`,
	} {
		c, s := setup(t, api.Config{}, works)
		s.pages = []reply{{200, page, ""}}
		answers, err := askWorks(t, c, numbers...)
		if err != nil || wrong(numbers, answers) > 0 || strings.Join(s.asked(), " ") != "W1000|W1001|W1002 W1001 W1002" {
			t.Errorf("%s: %+v, asked %v, %v", name, answers, s.asked(), err)
		}
	}
}

// Where OpenAlex gives no more lists of works that day, each is looked up by
// itself, and no list is asked for again.
func TestWithoutCredit(t *testing.T) {
	for _, test := range []struct {
		name    string
		refusal reply
		headers map[string]string
	}{
		{"nothing left", reply{status: 429, body: `{"error":"Rate limit exceeded"}`}, map[string]string{"X-RateLimit-Remaining": "0"}},
		{"no dollar left", reply{status: 429, body: `{}`}, map[string]string{"X-RateLimit-Remaining-USD": "0"}},
		{"tomorrow", reply{status: 429, body: `{}`}, map[string]string{"Retry-After": "54000"}},
		{"in words", reply{status: 429, body: `{"error":"Rate limit exceeded","message":"Insufficient budget. This request costs $0.0001"}`}, nil},
		{"payment", reply{status: 402, body: `{}`}, nil},
		{"forbidden", reply{status: 403, body: `{"error":"no"}`}, nil},
		{"no such page", reply{status: 404, body: `<html>`}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			numbers, works := some(120)
			var warned []string
			c, s := setup(t, api.Config{Patience: -1, Warn: func(text string) { warned = append(warned, text) }}, works)
			s.pages, s.headers = []reply{test.refusal}, test.headers
			answers, err := askWorks(t, c, numbers...)
			if err != nil || wrong(numbers, answers) > 0 || len(s.seen) != 1+120 {
				t.Errorf("%d wrong after %d requests, %v", wrong(numbers, answers), len(s.seen), err)
			}
			if len(warned) != 1 || !strings.HasPrefix(warned[0], "OpenAlex answered ") || !strings.Contains(warned[0], "one work a request") {
				t.Errorf("warned %q", warned)
			}
		})
	}
}

// Too many requests a second are no want of credit: that is waited out.
func TestThrottledWithCredit(t *testing.T) {
	numbers, works := some(5)
	c, s := setup(t, api.Config{}, works)
	s.pages, s.headers = []reply{{status: 429, body: `{"error":"Rate limit exceeded"}`}}, map[string]string{"X-RateLimit-Remaining": "900"}
	answers, err := askWorks(t, c, numbers...)
	if err != nil || wrong(numbers, answers) > 0 || len(s.seen) != 2 {
		t.Errorf("%d wrong after %d requests, %v", wrong(numbers, answers), len(s.seen), err)
	}
}

// A list of a hundred that is refused is put again in two.
func TestAHundredMayBeTooMany(t *testing.T) {
	for _, status := range []int{http.StatusBadRequest, http.StatusRequestURITooLong, http.StatusRequestEntityTooLarge} {
		numbers, works := some(100)
		c, s := setup(t, api.Config{}, works)
		s.pages = []reply{{status: status, body: `{"error":"Maximum number of values exceeded"}`}}
		answers, err := askWorks(t, c, numbers...)
		if err != nil || wrong(numbers, answers) > 0 || len(s.seen) != 3 {
			t.Errorf("%d: %d wrong after %d requests, %v", status, wrong(numbers, answers), len(s.seen), err)
		}
	}
}

// A work that moved is followed where it is asked for by itself.
func TestWorksThatMoved(t *testing.T) {
	c, _ := setup(t, api.Config{}, map[string]reply{
		"W15": {301, "", "/mirror/works/W16"}, "W16": work(16, `"doi":"https://doi.org/10.1234/sixteen"`),
	})
	if answers, err := askWorks(t, c, 15); err != nil || answers[0].Paper.ID != "DOI:10.1234/sixteen" {
		t.Errorf("%+v, %v", answers, err)
	}
	c, _ = setup(t, api.Config{}, map[string]reply{"W15": {301, "", "http://elsewhere.invalid/"}})
	if answers, err := askWorks(t, c, 15); err != nil || answers[0].Outcome != fetch.Unknown {
		t.Errorf("%+v, %v", answers, err)
	}
}

// What was told before the service gave out stays told.
func TestAnOutageAmongWorks(t *testing.T) {
	numbers, works := some(150)
	c, s := setup(t, api.Config{Patience: -1}, works)
	s.pages = []reply{s.page(names(numbers[:100])), {status: 500}}
	answers, err := askWorks(t, c, numbers...)
	if err == nil || wrong(numbers[:100], answers[:100]) > 0 || answers[100].Outcome != fetch.Unasked {
		t.Errorf("%v, %+v", err, answers[100])
	}
}

func names(numbers []int64) (out []string) {
	for _, n := range numbers {
		out = append(out, fmt.Sprintf("W%d", n))
	}
	return out
}

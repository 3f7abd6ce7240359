package openalex

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/graph"
)

const (
	// mostWorks is how many works one request asks for: OpenAlex documents a
	// hundred values of a filter and as many items a page. Where a request of so
	// many is refused, it is put again in two: clients have asked for fifty for years.
	mostWorks  = 100
	surelyFine = 50
)

// askWorks asks for works by their ids and leaves other subjects unasked. Such a
// request costs a ten-thousandth of a dollar; where the day's credit is used up
// each work is looked up by itself, which is free.
func (c *Client) askWorks(ctx context.Context, about []fetch.Subject, report func([]fetch.Reply) error) error {
	places := map[int64][]int{}
	var numbers []int64
	for i, s := range about {
		n := number(s.ID.Value)
		if s.ID.Scheme != graph.OpenAlex || n == 0 {
			continue
		}
		if len(places[n]) == 0 {
			numbers = append(numbers, n)
		}
		places[n] = append(places[n], i)
	}
	q := &worksQuestion{client: c, report: func(numbers []int64, works map[int64]*wireWork) error {
		var replies []fetch.Reply
		for _, n := range numbers {
			for _, place := range places[n] {
				replies = append(replies, fetch.Reply{Place: place, Answer: c.work(works[n])})
			}
		}
		return report(replies)
	}}
	for len(numbers) > 0 {
		n := min(len(numbers), mostWorks)
		if err := q.ask(ctx, numbers[:n]); err != nil {
			return err
		}
		numbers = numbers[n:]
	}
	return nil
}

// work is the answer about one work: Unknown where OpenAlex has it no more, or
// has nothing to name it by.
func (c *Client) work(w *wireWork) fetch.Answer {
	a := fetch.Answer{Outcome: fetch.Unknown, When: c.api.Now()}
	if w == nil || w.number() == deleted {
		return a
	}
	if p := w.paper(); p.ID != "" {
		a.Outcome, a.Paper = fetch.Found, p
	}
	return a
}

// A worksQuestion asks for works in as many requests as it takes.
type worksQuestion struct {
	client *Client
	outage api.Outage
	report func(numbers []int64, works map[int64]*wireWork) error // nil: there is no such work
}

func (q *worksQuestion) ask(ctx context.Context, numbers []int64) error {
	if len(numbers) == 1 || q.client.singly.Load() {
		return q.lookUp(ctx, numbers)
	}
	page, err := q.client.page(ctx, numbers, &q.outage)
	switch status := refusal(err); {
	case err == nil:
		return q.read(ctx, numbers, page)
	case len(numbers) > surelyFine && (errors.Is(err, api.ErrTooLarge) || status == http.StatusBadRequest || status == http.StatusRequestURITooLong):
		half := len(numbers) / 2
		if err := q.ask(ctx, numbers[:half]); err != nil {
			return err
		}
		return q.ask(ctx, numbers[half:])
	case status == 0 && !errors.Is(err, api.ErrTooLarge):
		return err
	}
	if q.client.singly.CompareAndSwap(false, true) {
		q.client.api.Warn(fmt.Sprintf("%v; going on with one work a request, which takes longer", err))
	}
	return q.lookUp(ctx, numbers)
}

// read tells what a page says of the works. Where it is not whole, the works
// that are not on it may still be there, and are looked up.
func (q *worksQuestion) read(ctx context.Context, numbers []int64, page *wirePage) error {
	works := map[int64]*wireWork{}
	whole := page.Meta.Value.Count.Value <= len(page.Results.Items)
	for i := range page.Results.Items {
		item := &page.Results.Items[i]
		if n := item.Value.number(); item.Known && n != 0 {
			works[n] = &item.Value
		} else {
			whole = false
		}
	}
	if whole {
		return q.report(numbers, works)
	}
	var there, missing []int64
	for _, n := range numbers {
		if works[n] != nil {
			there = append(there, n)
		} else {
			missing = append(missing, n)
		}
	}
	if err := q.report(there, works); err != nil {
		return err
	}
	return q.lookUp(ctx, missing)
}

// lookUp asks for each work by itself.
func (q *worksQuestion) lookUp(ctx context.Context, numbers []int64) error {
	for _, n := range numbers {
		name := "W" + strconv.FormatInt(n, 10)
		w, err := q.client.look(ctx, "reference "+name, name, itself, &q.outage)
		if err != nil && !gone(err) {
			return err
		}
		if err := q.report([]int64{n}, map[int64]*wireWork{n: w}); err != nil {
			return err
		}
	}
	return nil
}

// A wirePage is a page of works.
type wirePage struct {
	Meta api.Loose[struct {
		Count api.Loose[int] `json:"count"`
	}] `json:"meta"`
	Results api.List[wireWork] `json:"results"`
}

// page asks for works by their numbers.
func (c *Client) page(ctx context.Context, numbers []int64, o *api.Outage) (*wirePage, error) {
	names := make([]string, len(numbers))
	for i, n := range numbers {
		names[i] = "W" + strconv.FormatInt(n, 10)
	}
	return c.works(ctx, fmt.Sprintf("%d references", len(names)), "openalex:"+strings.Join(names, "|"), itself, mostWorks, o)
}

// spent reports whether "too many requests" means that the day's credit is used
// up: OpenAlex counts down what is left in its headers, or says so.
func spent(h http.Header, body []byte) bool {
	for _, name := range []string{"x-ratelimit-remaining", "x-ratelimit-remaining-usd"} {
		if left, err := strconv.ParseFloat(h.Get(name), 64); err == nil && left <= 0 {
			return true
		}
	}
	if seconds, err := strconv.ParseFloat(h.Get("Retry-After"), 64); err == nil && seconds > 600 {
		return true
	}
	body = bytes.ToLower(body)
	for _, words := range []string{"budget", "credit", "daily"} {
		if bytes.Contains(body, []byte(words)) {
			return true
		}
	}
	return false
}

// gone reports whether a refusal means that there is no such work: none of
// that name, or one that moved to where citemap does not follow.
func gone(err error) bool {
	status := refusal(err)
	return status == http.StatusNotFound || status == http.StatusGone || status >= 300 && status < 400
}

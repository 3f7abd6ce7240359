package api

import (
	"context"

	"citemap/fetch"
)

// AskEach is an Ask of fetch.Source that takes a request for each subject: answer
// gives what is said of one, and that is reported before the next is asked about.
// An error of either ends it.
func AskEach(ctx context.Context, about []fetch.Subject, answer func(context.Context, fetch.Subject) (fetch.Answer, error), report func([]fetch.Reply) error) error {
	for i, s := range about {
		a, err := answer(ctx, s)
		if err != nil {
			return err
		}
		if err := report([]fetch.Reply{{Place: i, Answer: a}}); err != nil {
			return err
		}
	}
	return nil
}

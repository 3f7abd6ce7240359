package service

import "context"

// Interruptible makes something that only reads and computes, and leaves it where
// ctx is done before: what is made then is of no use to anybody, and reading a pipe
// or parsing cannot be stopped half-way. Nothing may be written in it.
func Interruptible[T any](ctx context.Context, f func() (T, error)) (T, error) {
	type made struct {
		it  T
		err error
	}
	done := make(chan made, 1)
	go func() {
		it, err := f()
		done <- made{it, err}
	}()
	select {
	case m := <-done:
		return m.it, m.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}

package api

import (
	"time"
)

// A Wait is what a client waits for from now on: the answer to a request, or
// the moment of the next one. The zero value is the end of the waiting.
type Wait struct {
	Service string
	What    string    // the request, on one line
	Attempt int       // from 1: the one under way, or the next
	Trouble string    // what the attempt before met, on one line; "" at the first
	Next    time.Time // when the attempt is made; zero once it is under way
	GiveUp  time.Time // when the patience ends; zero where only one attempt is made
}

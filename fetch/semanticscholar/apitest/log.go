package apitest

import (
	"sync"
)

// calls are the calls of a server in the order in which they came.
type calls struct {
	mu   sync.Mutex
	list []Call
}

// open takes a place for a call that has come.
func (l *calls) open() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.list = append(l.list, Call{})
	return len(l.list) - 1
}

func (l *calls) close(place int, c Call) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.list[place] = c
}

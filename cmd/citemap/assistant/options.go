package assistant

import (
	"citemap/cmd/citemap/desk"
	"citemap/cmd/citemap/service"
	"citemap/render/record"
)

// Options say what is served. What is without a list, and without a snapshot in the place of
// one, knows the lists alone that come with a question.
type Options struct {
	Lists    []string
	Desk     desk.Options
	Snapshot bool // the corpus is a snapshot: nobody is asked
	Offline  bool // the library alone is asked
	Version  string

	Page func(*service.Findings) (r record.Run, add string) // what a page says of the run, and the command that adds papers
}

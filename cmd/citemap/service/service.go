// Package service is what all verbs do before their last word: read the lists, gather
// their corpus, study it (study.go is the sentence). It knows neither flags nor files to write:
// whoever serves a page or a protocol can ask it as the verbs do.
package service

import (
	"io"
	"sync/atomic"
	"time"

	"citemap/cmd/citemap/console"
	"citemap/fetch/api"
	"citemap/fetch/list"
	"citemap/graph"
)

// Options are what a user says of every question: whom to ask, how, and what of
// the corpus to leave out.
type Options struct {
	From     list.Format // what the lists are written in
	Library  string      // the file of the library; "": in the user's data folder
	Snapshot string      // the file to take the corpus from; "": ask
	Field    string      // the folder of a field to take the corpus from, before anybody is asked; "": none
	Offline  bool        // ask the library only

	Refresh     time.Duration // ask again about what is remembered for longer
	APIURL      string        // in place of Semantic Scholar's; "": the environment's, else its own
	WithholdKey bool          // keep the key for Semantic Scholar from that URL
	Rate        float64       // requests a second, above 0
	Patience    time.Duration // give up when no answer has come for so long
	Budget      int           // requests at most; 0: none
	Fallback    string        // names of FallbackNames with commas between them, or none
	Mail        MailAddress   // of the user; "": the environment's

	AsOf        graph.Date // leave out papers published after it
	Exclude     []string   // ids of papers never to be offered
	ExcludeFile string     // a file of such ids
	Without     []string   // ids of papers to take out of the corpus

	Version string // of this program, which the services are told
	Alone   bool   // the process does nothing beside one question: how its memory is collected may be set for all of it
}

// A Service answers questions about lists. It says on its console what a person
// should know of a run that goes on.
type Service struct {
	o       Options
	in      io.Reader
	console *console.Console
	network api.Network
	asked   atomic.Bool
}

// New makes a service of options that Check finds nothing wrong with. in is what the list "-" is read from.
func New(o Options, in io.Reader, c *console.Console) *Service {
	return &Service{o: o, in: in, console: c}
}

// Asked reports whether any source has been asked so far, or is being asked.
func (s *Service) Asked() bool { return s != nil && s.asked.Load() }

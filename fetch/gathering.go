package fetch

import (
	"cmp"
	"errors"

	"citemap/graph"
)

// Options say how much to gather. The zero value is useful.
type Options struct {
	// Budget is how many requests may be planned, 0: 60, less: none. Requests
	// that are put again, or in parts, are not counted.
	Budget int

	// EntriesOnly asks for the papers of the entries and for nothing around them;
	// what the source recalls of that is taken in.
	EntriesOnly bool

	// Offline says that nobody can be asked, for the notes that tell how to ask.
	Offline bool

	// Fallbacks are asked for the references of listed papers whose list the
	// source does not know, in their order, within the same budget.
	Fallbacks []Source

	// Audit are asked how many references they count of the listed papers, within
	// the same budget, so that their lists can be held against that.
	Audit []Source

	// Further are papers around which more is asked for, whatever the budget: what
	// cites them, what they cite, and the reference lists of what cites them.
	Further []graph.PaperID

	Planned  func([]Stage)  // told what is ahead, once the entries are resolved; nil: silence
	Progress func(Progress) // told before and after each request; nil: silence
	Warn     func(string)   // what the user should know; nil: silence
}

const usualBudget = 60

func (o Options) budget() int { return max(cmp.Or(o.Budget, usualBudget), 0) }

// Progress is how far a gathering has come.
type Progress struct {
	Stage         string
	Done, Planned int // requests of the stage
	Papers        int // known by now
}

// A gathering is a corpus that is being gathered.
type gathering struct {
	source  Source
	options Options

	entries []graph.Entry
	listed  []Answer               // the papers of the entries, each once, in the order of the list
	answers []Answer               // everything else that was answered
	met     map[graph.PaperID]bool // papers told of, for Progress
	place   map[graph.PaperID]int  // in listed
	missed  map[int]graph.Date     // entries remembered as unknown, of which day
	best    []graph.Paper          // the candidates, the best first, once nothing more is asked that changes them
	unknown map[int]bool           // entries none of whose ids the source knows
	noticed map[graph.PaperID]bool // listed papers of whose notices somebody was asked
	counts  []graph.Count          // what was counted by those of the audit
	used    []graph.Provenance     // fallbacks that brought something
	beyond  graph.Beyond           // what the budget left unasked
	asked   []graph.Asked          // requests that were answered
	fallen  map[string]bool        // fallbacks that are not asked any more, by name

	frozen   bool // a snapshot is all there is: it knows what it holds
	planning bool

	recalled  memory // by the plan of what is ahead
	remembers bool   // what is recalled is kept for the run that follows
	unsure    bool   // a plan that hangs on what fallbacks will say
	stages    []Stage
	auditing  int   // what is set aside of the budget for the audit
	watching  int   // and for notices
	spent     int   // of the budget, by the plan
	stopped   error // why the source is not asked any more
}

func newGathering(source Source, entries []graph.Entry, o Options) *gathering {
	g := &gathering{
		source: source, options: o, entries: make([]graph.Entry, len(entries)),
		met: map[graph.PaperID]bool{}, place: map[graph.PaperID]int{}, missed: map[int]graph.Date{}, unknown: map[int]bool{}, noticed: map[graph.PaperID]bool{},
	}
	copy(g.entries, entries)
	return g
}

// failure is the error that ended the asking; being off line is none.
func (g *gathering) failure() error {
	if errors.Is(g.stopped, ErrOffline) {
		return nil
	}
	return g.stopped
}

// A Stage is one step of a plan: so many requests to a source, at most.
type Stage struct {
	Name     string // as it is shown to the user
	Source   string // name of the source that is asked
	Subjects int    // papers or titles that the stage is about
	Known    int    // subjects that need not be asked for
	Requests int    // requests that the stage takes at most
	Exact    bool   // it takes no fewer either
	Perhaps  bool   // it may turn out that no request is needed, as it mostly does
}

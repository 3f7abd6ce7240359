package fetch

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"citemap/fetch/merge"
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

// Gather makes the corpus of the entries: the listed papers; their references
// and citing papers; the reference lists of those; what cites the papers that the
// list then seems to lack; and the papers that are named most often. What it asks for is decided by its value to the
// list and the budget, as if nothing were known, and then what the source
// recalls is not asked for; what it recalls beyond that is taken too.
//
// An error of the source does not lose what was answered before it: the corpus
// is whole as far as it goes, entries nobody could ask about are unasked, and
// the error comes back beside it.
func Gather(ctx context.Context, source Source, entries []graph.Entry, o Options) (*graph.Corpus, error) {
	g := newGathering(source, entries, o)
	g.run(ctx)
	return g.corpus(), g.failure()
}

// Frozen makes the corpus of a snapshot: all its papers, just as they are, and
// the entries resolved among them.
func Frozen(ctx context.Context, source Source, papers []graph.Paper, taken graph.Date, entries []graph.Entry) (*graph.Corpus, error) {
	g := newGathering(source, entries, Options{Budget: -1})
	g.frozen = true
	g.resolve(ctx)
	c := &graph.Corpus{
		Papers: papers, Entries: g.entries, Sources: []graph.Provenance{source.Provenance()},
		Oldest: taken, Newest: taken,
	}
	settle(c)
	return c, g.failure()
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
	unknown map[int]bool           // entries none of whose ids the source knows
	counts  []graph.Count          // what was counted by those of the audit
	used    []graph.Provenance     // fallbacks that brought something
	beyond  graph.Beyond           // what the budget left unasked
	fallen  map[string]bool        // fallbacks that are not asked any more, by name

	frozen   bool // a snapshot is all there is: it knows what it holds
	planning bool
	unsure   bool // a plan that hangs on what fallbacks will say
	stages   []Stage
	auditing int   // what is set aside of the budget for the audit
	spent    int   // of the budget, by the plan
	stopped  error // why the source is not asked any more
}

func newGathering(source Source, entries []graph.Entry, o Options) *gathering {
	g := &gathering{
		source: source, options: o, entries: make([]graph.Entry, len(entries)),
		met: map[graph.PaperID]bool{}, place: map[graph.PaperID]int{}, missed: map[int]graph.Date{}, unknown: map[int]bool{},
	}
	copy(g.entries, entries)
	return g
}

// run goes through the stages.
func (g *gathering) run(ctx context.Context) {
	g.resolve(ctx)
	g.reserveAudit()
	if g.options.EntriesOnly {
		g.options.Budget = -1
	}
	if g.options.Planned != nil && !g.planning && g.stopped == nil {
		g.options.Planned(g.ahead(ctx))
	}
	g.gather(ctx)
}

// gather goes through the stages that follow once the entries are resolved.
func (g *gathering) gather(ctx context.Context) {
	g.surround(ctx)
	g.fallBack(ctx)
	g.readLists(ctx)
	g.lookFurther(ctx)
	g.name(ctx)
	g.audit(ctx)
}

// failure is the error that ended the asking; being off line is none.
func (g *gathering) failure() error {
	if errors.Is(g.stopped, ErrOffline) {
		return nil
	}
	return g.stopped
}

// left is what is left of the budget.
func (g *gathering) left() int { return max(0, g.options.budget()-g.spent) }

// share is a part of the budget, one request at least, as far as it is left.
func (g *gathering) share(part int) int { return min(g.left(), max(1, g.options.budget()/part)) }

// corpus puts together what came back, and leaves the gathering as it is: its
// entries are brought in line with the corpus there alone.
func (g *gathering) corpus() *graph.Corpus {
	c := &graph.Corpus{
		Entries: slices.Clone(g.entries), Sources: append([]graph.Provenance{g.source.Provenance()}, g.used...),
		Beyond: g.beyond, Remembered: g.missed, Counts: g.counts,
	}
	for _, s := range g.options.Audit {
		c.Auditors = append(c.Auditors, s.Provenance().Name)
	}
	var papers []graph.Paper
	for _, answers := range [][]Answer{g.listed, g.answers} {
		for i := range answers {
			a := &answers[i]
			papers = append(append(papers, a.Paper), a.Around...)
			c.Oldest, c.Newest = widen(c.Oldest, c.Newest, a.When)
		}
	}
	c.Papers, c.Merges = merge.Papers(papers)
	settle(c)
	return c
}

// widen stretches a span of days so that it takes in the day of t.
func widen(oldest, newest graph.Date, t time.Time) (graph.Date, graph.Date) {
	if t.IsZero() {
		return oldest, newest
	}
	t = t.UTC()
	day := graph.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
	if oldest.IsZero() || day.Compare(oldest) < 0 {
		oldest = day
	}
	if day.Compare(newest) > 0 {
		newest = day
	}
	return oldest, newest
}

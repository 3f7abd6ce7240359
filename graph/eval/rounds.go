package eval

import (
	"cmp"
	"slices"

	"citemap/graph"
	"citemap/graph/gap"
)

// Rounds says what it is worth to answer: a person looks at the best candidates,
// so many a round, and says of each whether it belongs. Those that do join the
// list, for which is then looked again; none is shown twice. In one shot they
// are shown in the order of the first answer.
type Rounds struct {
	Every  int
	Starts []Start
}

// A Start is how much of each list was given, with the means over lists.
type Start struct {
	Given           int // papers; 0: as Options.Hide says
	Lists           int
	OneShot, Rounds Looks
}

// Looks is what comes of looking at candidates one after another.
type Looks struct {
	After50, After100 float64 // share of the hidden papers among so many

	// Until95 is after how many looks 95 % of the hidden papers were found: all
	// papers that anything ties to the list, with what was found, where they are not
	// among them. Saved is the share of those papers that need not be looked at.
	Until95, Saved float64
}

// answered is after how many looks the list is no longer asked again.
const answered = 100

// inRounds simulates rounds, once for each list: from three papers given, and as
// the options say.
func inRounds(c *graph.Corpus, lists []HoldOut, o Options) *Rounds {
	out := &Rounds{Every: o.Rounds}
	starts := []int{3}
	if o.Given != 3 {
		starts = append(starts, o.Given)
	}
	byList := inParallel(len(lists), func(i int) []*[2]Looks { return roundsOf(c, lists[i], o, starts) })
	for i, given := range starts {
		s := Start{Given: given}
		for _, looks := range byList {
			if looks != nil && looks[i] != nil {
				s.Lists++
				s.OneShot.add(looks[i][0])
				s.Rounds.add(looks[i][1])
			}
		}
		s.OneShot.divide(s.Lists)
		s.Rounds.divide(s.Lists)
		out.Starts = append(out.Starts, s)
	}
	return out
}

// roundsOf simulates one list from each start: in one shot and in rounds.
func roundsOf(c *graph.Corpus, list HoldOut, o Options, starts []int) []*[2]Looks {
	h := NewHeld(c, list)
	if h == nil {
		return nil
	}
	out := make([]*[2]Looks, len(starts))
	for i, given := range starts {
		o.Given = given
		t := h.Trial(0, o)
		inRounds := t.inRounds(h.Graph, o.Rounds)
		out[i] = &[2]Looks{looks(t.inOneShot(h.Graph, inRounds), t.Hidden), looks(inRounds, t.Hidden)}
	}
	return out
}

// order gives the candidates of a list but those that were seen, the best first.
func (t *Trial) order(g *graph.Graph, listed []graph.Node, seen map[graph.Node]bool) []graph.Node {
	answer := t.Ground.Ask(listed)
	candidates := slices.DeleteFunc(answer.Candidates(), func(n graph.Node) bool { return seen[n] })
	return inOrder(g, candidates, answer.Scores(gap.Citemap))
}

// inOneShot puts papers in the order of the first answer: those that are looked
// at in rounds, so that both have as many to look at.
func (t *Trial) inOneShot(g *graph.Graph, papers []graph.Node) []graph.Node {
	return inOrder(g, slices.Clone(papers), t.Ground.Ask(t.Given).Scores(gap.Citemap))
}

func inOrder(g *graph.Graph, papers []graph.Node, scores []float64) []graph.Node {
	slices.SortFunc(papers, func(a, b graph.Node) int {
		return cmp.Or(cmp.Compare(scores[b], scores[a]), g.ByID(a, b))
	})
	return papers
}

// inRounds gives the papers in the order in which they are looked at.
func (t *Trial) inRounds(g *graph.Graph, every int) []graph.Node {
	listed, seen := slices.Clone(t.Given), map[graph.Node]bool{}
	var looked []graph.Node
	next := t.order(g, listed, seen)
	for len(looked) < answered && len(next) > 0 {
		fresh := next[:min(every, len(next))]
		next = next[len(fresh):]
		before := len(listed)
		for _, n := range fresh {
			seen[n] = true
			looked = append(looked, n)
			if slices.Contains(t.Hidden, n) {
				listed = append(listed, n)
			}
		}
		if len(listed) > before {
			next = t.order(g, listed, seen)
		}
	}
	return append(looked, next...)
}

// looks counts what an order brings.
func looks(order, hidden []graph.Node) Looks {
	var l Looks
	found, enough := 0, 0.95*float64(len(hidden))
	l.Until95 = float64(len(order))
	for i, n := range order {
		if !slices.Contains(hidden, n) {
			continue
		}
		found++
		if i < 50 {
			l.After50 += 1 / float64(len(hidden))
		}
		if i < 100 {
			l.After100 += 1 / float64(len(hidden))
		}
		if float64(found) >= enough {
			l.Until95, enough = float64(i+1), float64(len(order)+1)
		}
	}
	l.Saved = 1 - l.Until95/float64(max(len(order), 1))
	return l
}

func (l *Looks) add(other Looks) {
	l.After50 += other.After50
	l.After100 += other.After100
	l.Until95 += other.Until95
	l.Saved += other.Saved
}

func (l *Looks) divide(n int) {
	by := float64(max(n, 1))
	l.After50 /= by
	l.After100 /= by
	l.Until95 /= by
	l.Saved /= by
}

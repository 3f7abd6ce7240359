package graph

import "sort"

// A tail is how few papers, beyond how long a time in which none was
// published, are held to be misdated rather than the newest.
type tail struct {
	share float64 // of the dated papers, at most
	years float64 // without a paper before them, more than these
}

// One paper in a hundred may be misdated by a few years; in a corpus of a few
// papers only a gap beyond all doubt says so of one in ten.
var tails = []tail{{0.01, 3}, {0.1, 20}}

// trusted is the largest share of the dated papers that may lie after the
// newest fact for that day to be believed rather than them.
const trusted = 0.1

// Today is the day from which the age of papers counts: the day up to which
// the corpus was cut, else the date of its newest paper, but for the tail of
// those that are misdated: papers dated after the newest fact, and the few
// that lie years beyond all others. It is zero where no paper is dated. A
// paper dated after today has the age 0.
func (g *Graph) Today() Date { return g.today }

// FutureDated is how many papers are dated after Today: the last of the Nodes.
func (g *Graph) FutureDated() int { return g.future }

// setToday needs the papers in the order of time.
func (g *Graph) setToday(c *Corpus) {
	undated := sort.Search(len(g.papers), func(n int) bool { return !g.papers[n].Date.IsZero() })
	dated := g.papers[undated:]
	if len(dated) == 0 {
		return
	}
	if !c.AsOf.IsZero() && (c.Newest.IsZero() || !c.AsOf.After(c.Newest)) {
		g.today = c.AsOf
		return
	}
	last := len(dated) - futureAfter(dated, c.Newest)
	last -= misdated(dated[:last])
	g.today, g.future = dated[last-1].Date, len(dated)-last
}

// futureAfter counts the papers dated after the newest fact, if they are few.
func futureAfter(dated []*Paper, newest Date) int {
	if newest.IsZero() {
		return 0
	}
	n := len(dated) - sort.Search(len(dated), func(i int) bool { return dated[i].Date.After(newest) })
	if float64(n) > max(1, trusted*float64(len(dated))) || n == len(dated) {
		return 0
	}
	return n
}

// misdated counts the papers of the longest tail.
func misdated(dated []*Paper) (longest int) {
	for n := 1; n < len(dated); n++ {
		share := float64(n) / float64(len(dated))
		first := len(dated) - n
		apart := dated[first].Date.Years() - dated[first-1].Date.Years()
		for _, t := range tails {
			if share <= t.share && apart > t.years {
				longest = n
			}
		}
		if share > tails[len(tails)-1].share {
			break
		}
	}
	return longest
}

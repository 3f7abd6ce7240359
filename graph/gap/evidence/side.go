package evidence

// A side is one way to look at the citations around a list. The constants are
// those of the method as published with its oracles; citemap eval measures what
// they are worth.
type side struct {
	// A citing paper's weight falls to 1/e over so many years.
	recency float64

	// It counts 1 + affinity near^power times, where near is the cosine of its
	// references with the list. A square tells papers on the very subject from
	// those that share one famous reference.
	affinity, power float64

	// titles is the weight of the likeness of two titles among the citations.
	titles float64

	// ridge is the penalty for a long list, and listed the share of it that
	// listed papers bear: they are known to belong together.
	ridge, listed float64
}

var (
	published = side{recency: 3, affinity: 2, power: 1, ridge: 60, listed: 1}
	ours      = side{recency: 3, affinity: 8, power: 2, titles: 3, ridge: 80, listed: 0.6}
	long      = side{recency: 20, affinity: 8, power: 2, titles: 3, ridge: 80, listed: 0.6} // hardly forgets
)

// mildness is the share of the penalty in the mild system, which explains less
// away than it would overfit on a list alone.
const mildness = 0.3

const (
	oldWeight    = 0.05 // the share of its weight that a citing paper never loses
	selfCiting   = 1.5  // how much a paper counts as citing itself, beside its references
	sharedWeight = 0.1  // of a reference that two papers share
	smoothing    = 0.3  // of companions of companions
	shortList    = 4000 // over k^2 of k listed papers: the penalty that is added
)

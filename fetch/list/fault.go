package list

// A fault is what keeps an entry from being read.
type fault struct {
	at   int
	what string
	line int // 0 where it is to be counted
}

func (f fault) Error() string { return f.what }

// maxNamed is how many faults of a list are named; who has more has another
// trouble.
const maxNamed = 1000

// faults are those of a list, in the order in which they were found.
type faults struct {
	named []fault
	last  fault // of those that are not named
	more  int
}

func (x *faults) add(f fault) {
	if len(x.named) < maxNamed {
		x.named = append(x.named, f)
		return
	}
	x.last = f
	x.more++
}

// len is the number of faults.
func (x *faults) len() int { return len(x.named) + x.more }

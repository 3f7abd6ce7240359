package span

// A Fault is what keeps an entry from being read.
type Fault struct {
	At   int
	What string
	Line int // 0 where it is to be counted
}

func (f Fault) Error() string { return f.What }

// maxNamed is how many faults of a list are named; who has more has another
// trouble.
const maxNamed = 1000

// Faults are those of a list, in the order in which they were found.
type Faults struct {
	Named []Fault
	Last  Fault // of those that are not named
	More  int
}

func (x *Faults) Add(f Fault) {
	if len(x.Named) < maxNamed {
		x.Named = append(x.Named, f)
		return
	}
	x.Last = f
	x.More++
}

// Len is the number of faults.
func (x *Faults) Len() int { return len(x.Named) + x.More }

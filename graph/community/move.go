package community

// indifferent is how much better, in joined pairs, a community must be for a
// node to move there: below it two qualities differ by rounding only.
const indifferent = 1e-10

// A mover moves nodes one at a time to the community that suits them best.
type mover struct {
	*search
	x       *network
	of      []uint32  // changed in place
	size    []float64 // of each community
	members []uint32
	empty   []uint32 // the communities without members
	queue   queue
}

// move is the fast local moving: all nodes are looked at in random order, and
// again whenever a neighbour has left for another community than theirs.
func (l *search) move(x *network, of []uint32) {
	m := &mover{search: l, x: x, of: of, size: make([]float64, x.len()), members: make([]uint32, x.len()), queue: newQueue(l.shuffled(x.len()))}
	for v, c := range of {
		m.size[c] += x.size[v]
		m.members[c]++
	}
	for c, n := range m.members {
		if n == 0 {
			m.empty = append(m.empty, uint32(c))
		}
	}
	for m.queue.left > 0 {
		v := m.queue.next()
		if c := m.best(v); c != of[v] {
			m.put(v, c)
		}
	}
}

// best is the community where v adds most to the quality; its own where no
// other is better.
func (m *mover) best(v uint32) uint32 {
	x, own, size := m.x, m.of[v], m.x.size[v]
	for i := x.start[v]; i < x.start[v+1]; i++ {
		m.tally.add(m.of[x.to[i]], x.weight[i])
	}
	best, most := own, float64(m.tally.sum[own])-m.cost*size*(m.size[own]-size)+indifferent
	for _, c := range m.tally.met {
		if c == own {
			continue
		}
		if gain := float64(m.tally.sum[c]) - m.cost*size*m.size[c]; gain > most {
			best, most = c, gain
		}
	}
	m.tally.clear()
	if most < 0 && m.members[own] > 1 {
		return m.empty[len(m.empty)-1]
	}
	return best
}

// put moves v to another community and has its neighbours elsewhere looked at
// again.
func (m *mover) put(v, c uint32) {
	own := m.of[v]
	if m.members[c] == 0 {
		m.empty = m.empty[:len(m.empty)-1]
	}
	m.members[own]--
	m.members[c]++
	if m.members[own] == 0 {
		m.empty = append(m.empty, own)
	}
	m.size[own] -= m.x.size[v]
	m.size[c] += m.x.size[v]
	m.of[v] = c
	for _, to := range m.x.to[m.x.start[v]:m.x.start[v+1]] {
		if m.of[to] != c {
			m.queue.add(to)
		}
	}
}

// A queue holds each node at most once, first come first served.
type queue struct {
	ring    []uint32
	waiting []bool
	head    int
	left    int
}

// newQueue takes all nodes in the order given.
func newQueue(nodes []uint32) queue {
	q := queue{ring: nodes, waiting: make([]bool, len(nodes)), left: len(nodes)}
	for i := range q.waiting {
		q.waiting[i] = true
	}
	return q
}

func (q *queue) next() uint32 {
	v := q.ring[q.head]
	q.waiting[v] = false
	q.left--
	q.head++
	if q.head == len(q.ring) {
		q.head = 0
	}
	return v
}

func (q *queue) add(v uint32) {
	if q.waiting[v] {
		return
	}
	end := q.head + q.left
	if end >= len(q.ring) {
		end -= len(q.ring)
	}
	q.ring[end], q.waiting[v] = v, true
	q.left++
}

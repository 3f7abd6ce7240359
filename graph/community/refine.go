package community

import "math"

// A refiner splits communities into well-connected parts: a set A inside a
// community S is well connected if the pairs joined between A and the rest of
// S are at least cost * size(A) * size(S-A), which is how many would be enough
// for the two to stay together.
type refiner struct {
	*search
	x       *network
	of      []uint32  // the communities
	whole   []float64 // size of each community
	part    []uint32  // of each node, named after the node that was there first
	size    []float64 // of each part
	members []uint32
	outward []float64 // pairs joined between a part and the rest of its community
}

// refine starts from every node as a part of its own; in random order nodes
// that are still alone and well connected join a well-connected part of their
// community, if that does not lower the quality.
func (l *search) refine(x *network, of []uint32) []uint32 {
	r := &refiner{search: l, x: x, of: of, whole: make([]float64, x.len()), part: identity(x.len()),
		size: make([]float64, x.len()), members: make([]uint32, x.len()), outward: make([]float64, x.len())}
	copy(r.size, x.size)
	for v, c := range of {
		r.whole[c] += x.size[v]
		r.members[v] = 1
		for i := x.start[v]; i < x.start[v+1]; i++ {
			if of[x.to[i]] == c {
				r.outward[v] += float64(x.weight[i])
			}
		}
	}
	for _, v := range l.shuffled(x.len()) {
		if r.members[v] == 1 && r.part[v] == v && r.wellConnected(v) {
			r.join(v)
		}
	}
	return r.part
}

// wellConnected judges the part p, whose members share the community of the
// node it is named after.
func (r *refiner) wellConnected(p uint32) bool {
	return r.outward[p] >= r.cost*r.size[p]*(r.whole[r.of[p]]-r.size[p])
}

// join merges v, a part of its own, into another part, or lets it be.
func (r *refiner) join(v uint32) {
	x := r.x
	for i := x.start[v]; i < x.start[v+1]; i++ {
		if to := x.to[i]; r.of[to] == r.of[v] {
			r.tally.add(r.part[to], x.weight[i])
		}
	}
	if p := r.choose(v); p != v {
		r.outward[p] += r.outward[v] - 2*float64(r.tally.sum[p])
		r.size[p] += r.size[v]
		r.members[p]++
		r.part[v], r.members[v] = p, 0
	}
	r.tally.clear()
}

// choose draws a part for v among those tallied and its own, each of gain at
// least 0 and well connected, with probability proportional to exp(gain/theta).
func (r *refiner) choose(v uint32) uint32 {
	r.gains = r.gains[:0]
	most := 0.0
	for _, p := range r.tally.met {
		gain := float64(r.tally.sum[p]) - r.cost*r.size[v]*r.size[p]
		if gain < 0 || !r.wellConnected(p) {
			gain = math.Inf(-1)
		}
		r.gains = append(r.gains, gain)
		most = max(most, gain)
	}
	own := math.Exp(-most / theta)
	sum := own
	for i, gain := range r.gains {
		r.gains[i] = math.Exp((gain - most) / theta)
		sum += r.gains[i]
	}
	drawn := r.random.Float64()*sum - own
	if drawn < 0 {
		return v
	}
	last := v
	for i, p := range r.tally.met {
		if r.gains[i] == 0 {
			continue
		}
		if drawn -= r.gains[i]; drawn < 0 {
			return p
		}
		last = p // rounding may leave a little over
	}
	return last
}

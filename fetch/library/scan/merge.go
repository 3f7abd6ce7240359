package scan

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"citemap/graph"
)

// A paper is a line as its reader met it.
type paper struct {
	reader uint32
	row    uint32
}

// A merged puts together what the readers found.
type merged struct {
	*scan
	papers  []paper    // by PaperID
	ids     *ids       // of papers
	placeOf [][]uint32 // of each reader's keys: the place, graph.Nowhere where the corpus lacks it
	otherOf [][]uint32 // the same of its other ids
}

// columns makes the columns, and gives the memory of the numberings back.
func (s *scan) columns() (*Papers, error) {
	m := &merged{scan: s}
	m.sort()
	if err := m.twice(); err != nil {
		return nil, err
	}
	m.number()
	for _, r := range s.readers {
		r.ids = nil
	}
	c := &graph.Columns{}
	m.facts(c)
	m.cite(c)
	t := newText(m)
	t.serve(c)
	return &Papers{c, t}, nil
}

// sort puts the papers in the order of PaperID. An id that is there twice stands in
// the order of the lines.
func (m *merged) sort() {
	type sortable struct {
		first uint64 // digits of the key
		paper
	}
	var byKey []sortable
	var byName []paper
	for i, r := range m.readers {
		for n := range r.found.rows {
			p := paper{uint32(i), uint32(n)}
			if id := r.found.rows[n].id; id&isOther == 0 {
				byKey = append(byKey, sortable{bigEndian(&r.ids.keys[id]), p})
			} else {
				byName = append(byName, p)
			}
		}
	}
	slices.SortFunc(byKey, func(a, b sortable) int {
		if a.first != b.first {
			return cmp.Compare(a.first, b.first)
		}
		return cmp.Or(compareKeys(m.key(a.paper), m.key(b.paper)), cmp.Compare(m.at(a.paper), m.at(b.paper)))
	})
	slices.SortFunc(byName, func(a, b paper) int {
		return cmp.Or(cmp.Compare(m.name(a), m.name(b)), cmp.Compare(m.at(a), m.at(b)))
	})
	m.ids = &ids{keys: make([]key, 0, len(byKey))}
	m.papers = make([]paper, 0, len(byKey)+len(byName))
	for _, k := range byKey {
		for len(byName) > 0 && m.name(byName[0]) < m.key(k.paper).String() {
			byName = m.addNamed(byName)
		}
		m.ids.keys = append(m.ids.keys, *m.key(k.paper))
		m.papers = append(m.papers, k.paper)
	}
	for len(byName) > 0 {
		byName = m.addNamed(byName)
	}
}

// addNamed adds the first paper of an id that is no key.
func (m *merged) addNamed(byName []paper) []paper {
	m.ids.named = append(m.ids.named, uint32(len(m.papers)))
	m.ids.names = append(m.ids.names, m.name(byName[0]))
	m.papers = append(m.papers, byName[0])
	return byName[1:]
}

func bigEndian(k *key) (x uint64) {
	for _, b := range k[:8] {
		x = x<<8 | uint64(b)
	}
	return x
}

func (m *merged) row(p paper) *row { return &m.readers[p.reader].found.rows[p.row] }
func (m *merged) at(p paper) int64 { return m.readers[p.reader].found.at[p.row] }
func (m *merged) key(p paper) *key { return &m.readers[p.reader].ids.keys[m.row(p).id] }
func (m *merged) name(p paper) string {
	return m.readers[p.reader].ids.names[m.row(p).id&^isOther]
}

// twice names both lines of the first paper that is there again.
func (m *merged) twice() error {
	again := -1
	for place := 1; place < len(m.papers); place++ {
		same := m.ids.same(place-1, place)
		first := place == 1 || !m.ids.same(place-2, place-1)
		if same && first && (again < 0 || m.at(m.papers[place]) < m.at(m.papers[again])) {
			again = place
		}
	}
	if again < 0 {
		return nil
	}
	line, err := m.line(m.at(m.papers[again-1]))
	if err != nil {
		return err
	}
	return m.fault(m.at(m.papers[again]), fmt.Errorf("paper %s again, first on line %d", m.ids.of(again), line))
}

// number finds the places of all ids that the readers met.
func (m *merged) number() {
	m.placeOf, m.otherOf = make([][]uint32, len(m.readers)), make([][]uint32, len(m.readers))
	for i, r := range m.readers {
		m.placeOf[i], m.otherOf[i] = nowhere(len(r.ids.keys)), nowhere(len(r.ids.names))
	}
	for place, p := range m.papers {
		*m.slot(int(p.reader), m.row(p).id) = uint32(place)
	}
	m.numberAliases()
	// What one reader cites another may have read.
	var work sync.WaitGroup
	own := make([][]uint32, len(m.readers))
	for i := range m.readers {
		own[i] = slices.Clone(m.placeOf[i])
	}
	for i, r := range m.readers {
		work.Go(func() {
			for k := range r.ids.keys {
				if m.placeOf[i][k] == graph.Nowhere {
					m.placeOf[i][k] = m.elsewhere(i, uint32(k), own)
				}
			}
		})
	}
	work.Wait()
	named := map[string]uint32{}
	for i, r := range m.readers {
		for k, name := range r.ids.names {
			if place := m.otherOf[i][k]; place != graph.Nowhere {
				named[name] = place
			}
		}
	}
	for i, r := range m.readers {
		for k, name := range r.ids.names {
			if place, met := named[name]; met {
				m.otherOf[i][k] = place
			}
		}
	}
}

func nowhere(n int) []uint32 {
	out := make([]uint32, n)
	for i := range out {
		out[i] = graph.Nowhere
	}
	return out
}

// slot is where the place of a reader's number stands.
func (m *merged) slot(reader int, number uint32) *uint32 {
	if number&isOther != 0 {
		return &m.otherOf[reader][number&^isOther]
	}
	return &m.placeOf[reader][number]
}

// elsewhere gives the place of a key by the other readers.
func (m *merged) elsewhere(reader int, number uint32, own [][]uint32) uint32 {
	for i, r := range m.readers {
		if i == reader {
			continue
		}
		if theirs, met := m.readers[reader].ids.met(number, r.ids); met && own[i][theirs] != graph.Nowhere {
			return own[i][theirs]
		}
	}
	return graph.Nowhere
}

// numberAliases lets aliases stand for their papers, where no paper has the id
// itself: of two papers with one alias it is the older one's.
func (m *merged) numberAliases() {
	type claim struct {
		id    graph.PaperID
		day   graph.Day
		place uint32
		pair
		reader int
	}
	var claims []claim
	for i, r := range m.readers {
		for _, a := range r.found.alias {
			place := *m.slot(i, r.found.rows[a.place].id)
			claims = append(claims, claim{r.ids.id(a.id), r.found.rows[a.place].day, place, a, i})
		}
	}
	slices.SortFunc(claims, func(a, b claim) int {
		return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.day, b.day), cmp.Compare(a.place, b.place))
	})
	for i, c := range claims {
		place := c.place
		if i > 0 && claims[i-1].id == c.id {
			place = *m.slot(claims[i-1].reader, claims[i-1].pair.id)
		} else if own, is := m.ids.find(c.id); is {
			place = uint32(own)
		}
		*m.slot(c.reader, c.pair.id) = place
	}
}

// facts fills the columns of facts.
func (m *merged) facts(c *graph.Columns) {
	n := len(m.papers)
	c.Days, c.States = make([]graph.Day, n), make([]graph.State, n)
	c.Global, c.Influential = make([]int, n), make([]int, n)
	anyGlobal, anyInfluential := false, false
	for place, p := range m.papers {
		r := m.row(p)
		c.Days[place], c.States[place], c.Global[place], c.Influential[place] = r.day, r.state, r.global, r.influential
		anyGlobal, anyInfluential = anyGlobal || r.global != graph.NoCount, anyInfluential || r.influential != graph.NoCount
	}
	if !anyGlobal {
		c.Global = nil
	}
	if !anyInfluential {
		c.Influential = nil
	}
}

// cite fills the columns of citations.
func (m *merged) cite(c *graph.Columns) {
	c.CitedFrom = make([]uint32, len(m.papers)+1)
	for place, p := range m.papers {
		c.CitedFrom[place+1] = c.CitedFrom[place] + uint32(len(m.readers[p.reader].found.referencesOf(p.row)))
	}
	c.Cited = make([]uint32, c.CitedFrom[len(m.papers)])
	const spans = 4
	var work sync.WaitGroup
	for i := range spans {
		work.Go(func() {
			for place := len(m.papers) * i / spans; place < len(m.papers)*(i+1)/spans; place++ {
				p := m.papers[place]
				out := c.Cited[c.CitedFrom[place]:]
				for k, id := range m.readers[p.reader].found.referencesOf(p.row) {
					out[k] = *m.slot(int(p.reader), id)
				}
			}
		})
	}
	work.Wait()
	for i, r := range m.readers {
		for _, t := range r.found.citing {
			if citing := *m.slot(i, t.id); citing != graph.Nowhere {
				c.Told = append(c.Told, graph.Arc{Citing: citing, Cited: *m.slot(i, r.found.rows[t.place].id)})
			}
		}
	}
}

func (f *found) referencesOf(row uint32) []uint32 {
	begin := uint32(0)
	if row > 0 {
		begin = f.end[row-1]
	}
	return f.references[begin:f.end[row]]
}

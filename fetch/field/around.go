package field

import (
	"cmp"
	"maps"
	"slices"

	"citemap/graph"
	"citemap/graph/gap"
)

// What is read around a list in a field that is too large to be taken whole: as much as
// a gathering with some hundred requests brings, since more would change answers little.
const (
	mostCiting = 10_000 // the newest papers that cite one listed paper: the API gives no more
	mostLists  = 20_000 // papers around the list whose reference lists are counted
	mostNamed  = 5_000  // papers that those lists name most often
)

// An Extent is the part of a field around listed papers.
type Extent struct {
	Nodes []Node // that belong to it, rising, the listed ones among them
	Cut   int    // listed papers of which only the newest citing papers belong to it
}

// Around chooses what is around listed papers by the stages of fetch.Gather: what they
// cite and what cites them, what the reference lists of those name most often, and
// what cites the best candidates of a first look.
func (f *Field) Around(listed []Node) (*Extent, error) {
	s := &surroundings{field: f, listed: listed, members: map[Node]bool{}, named: map[Node]int{}}
	for _, stage := range []func() error{s.surround, s.readLists, s.lookFurther} {
		if err := stage(); err != nil {
			return nil, err
		}
	}
	return &Extent{Nodes: s.nodes(), Cut: s.cut}, nil
}

// Surroundings are an extent in the making.
type surroundings struct {
	field   *Field
	listed  []Node
	around  []Node // the papers next to the listed ones, the most telling first
	members map[Node]bool
	named   map[Node]int // how many of the lists read name a paper
	cut     int
}

func (s *surroundings) nodes() []Node { return slices.Sorted(maps.Keys(s.members)) }

func (s *surroundings) add(nodes []Node) {
	for _, n := range nodes {
		s.members[n] = true
	}
}

// surround adds what the listed papers cite and what cites them.
func (s *surroundings) surround() error {
	cited, err := s.field.References(s.listed)
	if err != nil {
		return err
	}
	citing, err := s.field.Citing(s.listed)
	if err != nil {
		return err
	}
	for i, list := range citing {
		if len(list) > mostCiting {
			citing[i], s.cut = list[len(list)-mostCiting:], s.cut+1
		}
	}
	s.add(s.listed)
	listed := maps.Clone(s.members)
	s.around = turns(byTouch(citing), byTouch(cited))
	s.around = slices.DeleteFunc(s.around, func(n Node) bool { return listed[n] })
	s.add(s.around)
	return nil
}

// byTouch gives the papers of lists, those first that stand on most of them, and then
// the newest.
func byTouch(lists [][]Node) []Node {
	counts := map[Node]int{}
	for _, list := range lists {
		for _, n := range list {
			counts[n]++
		}
	}
	return byCount(counts)
}

func byCount(counts map[Node]int) []Node {
	return slices.SortedFunc(maps.Keys(counts), func(a, b Node) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(b, a))
	})
}

// turns takes from one list and the other by turns, each paper once.
func turns(a, b []Node) []Node {
	out := make([]Node, 0, len(a)+len(b))
	seen := map[Node]bool{}
	for i := range max(len(a), len(b)) {
		for _, list := range [][]Node{a, b} {
			if i < len(list) && !seen[list[i]] {
				seen[list[i]] = true
				out = append(out, list[i])
			}
		}
	}
	return out
}

// readLists counts what the papers around the list name, and adds what is named most.
func (s *surroundings) readLists() error {
	if err := s.count(slices.Concat(s.listed, s.around[:min(mostLists, len(s.around))])); err != nil {
		return err
	}
	s.addNamed()
	return nil
}

func (s *surroundings) count(nodes []Node) error {
	lists, err := s.field.References(nodes)
	if err != nil {
		return err
	}
	for _, list := range lists {
		for _, n := range list {
			s.named[n]++
		}
	}
	return nil
}

// addNamed adds the papers that are named most often, and twice at least.
func (s *surroundings) addNamed() {
	more := maps.Clone(s.named)
	maps.DeleteFunc(more, func(n Node, times int) bool { return times < 2 || s.members[n] })
	most := byCount(more)
	s.add(most[:min(mostNamed, len(most))])
}

// lookFurther adds the newest papers that cite the best candidates, and what their lists
// then name most.
func (s *surroundings) lookFurther() error {
	best, err := s.candidates()
	if err != nil {
		return err
	}
	lists, err := s.field.Citing(best)
	if err != nil {
		return err
	}
	var further []Node
	for _, list := range lists {
		for _, n := range list[max(0, len(list)-gap.BestCiting):] {
			if !s.members[n] {
				s.members[n] = true
				further = append(further, n)
			}
		}
	}
	if err := s.count(further); err != nil {
		return err
	}
	s.addNamed()
	return nil
}

// candidates gives the papers that the list lacks most by what belongs to the extent so
// far.
func (s *surroundings) candidates() ([]Node, error) {
	nodes := s.nodes()
	columns, err := s.field.Among(nodes)
	if err != nil {
		return nil, err
	}
	g := graph.New(&graph.Corpus{Columns: columns})
	listed := make([]graph.Node, len(s.listed))
	for i, n := range s.listed {
		place, _ := slices.BinarySearch(nodes, n)
		listed[i] = graph.Node(place) // places are in the order of time, as nodes are
	}
	var best []Node
	for _, n := range gap.NewGround(g).Best(listed, gap.BestCandidates) {
		best = append(best, nodes[n])
	}
	return best, columns.Err()
}

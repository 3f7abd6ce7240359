package field

import (
	"cmp"
	"runtime"
	"slices"
	"sync"

	"github.com/parquet-go/parquet-go"
	"golang.org/x/sync/errgroup"

	"citemap/fetch/field/sheet"
	"citemap/graph"
)

// A reading is papers of a field as the columns of a corpus, in the order of nodes. The
// rest of a paper is read when it is asked for.
type reading struct {
	field *Field
	nodes []Node // by place; nil: a place is its node
	id    func(place int) graph.PaperID
	days  []graph.Day

	once   sync.Once
	titles []string // of nodes

	mu  sync.Mutex
	err error // the first
}

// Columns gives all papers of a field as the corpus of a snapshot.
func (f *Field) Columns() (*graph.Columns, error) {
	var start, all []uint32
	var facts *narrow
	var both errgroup.Group
	both.Go(func() (err error) { start, all, err = f.rowsBy(f.byCiting, "cited"); return err })
	both.Go(func() (err error) { facts, err = f.narrow(); return err })
	if err := both.Wait(); err != nil {
		return nil, err
	}
	c := &graph.Columns{Days: facts.days, CitedFrom: start, Cited: all, Global: counts(facts.global), Influential: counts(facts.influential)}
	c.States = facts.states(start)
	r := &reading{field: f, id: facts.ids.of, days: facts.days}
	r.serve(c)
	return c, nil
}

// Among gives papers of a field, which rise, as a corpus, with the citations among them.
func (f *Field) Among(nodes []Node) (*graph.Columns, error) {
	facts, err := f.Facts(nodes)
	if err != nil {
		return nil, err
	}
	lists, err := f.References(nodes)
	if err != nil {
		return nil, err
	}
	c := &graph.Columns{Days: facts.Days, CitedFrom: []uint32{0}, Global: counts(facts.Global), Influential: counts(facts.Influential)}
	for i, list := range lists {
		c.States = append(c.States, StateOf(len(list), facts.Counted[i], facts.Unlinked[i]))
		for _, n := range list {
			place, there := slices.BinarySearch(nodes, n)
			if !there {
				place = graph.Nowhere
			}
			c.Cited = append(c.Cited, uint32(place))
		}
		c.CitedFrom = append(c.CitedFrom, uint32(len(c.Cited)))
	}
	r := &reading{field: f, nodes: nodes, id: func(place int) graph.PaperID { return facts.IDs[place] }, days: facts.Days}
	r.serve(c)
	return c, nil
}

// counts gives counts as a corpus has them; nil where none is known.
func counts(of []int32) []int {
	if !slices.ContainsFunc(of, func(n int32) bool { return n >= 0 }) {
		return nil
	}
	out := make([]int, len(of))
	for i, n := range of {
		if out[i] = int(n); n < 0 {
			out[i] = graph.NoCount
		}
	}
	return out
}

func (x *narrow) states(start []uint32) []graph.State {
	out := make([]graph.State, len(x.counted))
	for n := range out {
		out[n] = StateOf(int(start[n+1]-start[n]), x.counted[n], x.unlinked[n])
	}
	return out
}

func (r *reading) serve(c *graph.Columns) {
	c.ID, c.Own, c.Names, c.Err = r.id, r.own, r.names, r.failure
	c.ByID = func(a, b int) int { return cmp.Compare(r.id(a), r.id(b)) }
	c.Read = func(place int) graph.Paper { return r.read([]int{place})[0] }
	c.All, c.Title, c.Match = r.read, r.title, r.match
}

func (r *reading) node(place int) Node {
	if r.nodes == nil {
		return Node(place)
	}
	return r.nodes[place]
}

// placesOf gives the places of nodes that are in the corpus, by PaperID.
func (r *reading) placesOf(nodes []Node) []int {
	var places []int
	for _, n := range nodes {
		place, there := int(n), true
		if r.nodes != nil {
			place, there = slices.BinarySearch(r.nodes, n)
		}
		if there {
			places = append(places, place)
		}
	}
	slices.SortFunc(places, func(a, b int) int { return cmp.Compare(r.id(a), r.id(b)) })
	return slices.Compact(places)
}

func (r *reading) names(name string) []int {
	found, err := r.field.byID.find([]string{name})
	r.fail(err)
	return r.placesOf(found[name])
}

func (r *reading) own(id graph.PaperID) (place int, found bool) {
	for _, place := range r.names(key(id)) {
		if r.id(place) == id {
			return place, true
		}
	}
	return 0, false
}

// read reads papers whole. Those that cannot be read have their id and date alone, and
// failure says so.
func (r *reading) read(places []int) []graph.Paper {
	nodes := make([]Node, len(places))
	for i, place := range places {
		nodes[i] = r.node(place)
	}
	papers, err := r.field.Papers(nodes)
	if err == nil {
		return papers
	}
	r.fail(err)
	papers = make([]graph.Paper, len(places))
	for i, place := range places {
		papers[i] = graph.Paper{ID: r.id(place), Date: r.days[place].Date()}
	}
	return papers
}

func (r *reading) fail(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.err == nil {
		r.err = err
	}
}

func (r *reading) failure() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.err
}

// title reads the title of a paper. Of papers that are few, all titles are read at once
// when the first is asked for.
func (r *reading) title(place int) string {
	if r.nodes != nil {
		r.once.Do(func() {
			var err error
			r.titles, err = r.field.Titles(r.nodes)
			r.fail(err)
		})
		return r.titles[place]
	}
	runs, err := r.field.runs(r.field.papers, []Node{r.node(place)}, denseRow)
	if err != nil || len(runs) == 0 {
		r.fail(err)
		return ""
	}
	titles, err := r.field.titles(runs[0].group)
	if err != nil {
		r.fail(err)
		return ""
	}
	return titles.Clean(runs[0].rows[0])
}

// Titles gives the titles of nodes, and remembers them.
func (f *Field) Titles(nodes []Node) ([]string, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	var unread []Node
	for _, n := range nodes {
		if _, read := f.titleOf[n]; !read {
			unread = append(unread, n)
		}
	}
	read, err := f.readTitles(unread)
	for i, n := range unread {
		f.titleOf[n] = read[i]
	}
	out := make([]string, len(nodes))
	for i, n := range nodes {
		out[i] = f.titleOf[n]
	}
	return out, err
}

// readTitles gives as many titles as nodes, even where not all can be read.
func (f *Field) readTitles(nodes []Node) ([]string, error) {
	out := make([]string, len(nodes))
	runs, err := f.runs(f.papers, nodes, denseRow)
	if err != nil {
		return out, err
	}
	return out, inRuns(runs, func(r *run) error {
		return r.take("title", parquet.ByteArray, func(i int, v parquet.Value) { out[i] = sheet.Text(v) })
	})
}

// titles gives those of a row group, and keeps them for a while.
func (f *Field) titles(g *sheet.Group) (*sheet.Texts, error) {
	return f.cachedTitles.of(stretch{g, "title"}, 100*g.Rows, func() (t *sheet.Texts, err error) {
		err = sheet.Guard(g.Path(), func() error { t, err = g.Texts("title", 0, g.Rows); return err })
		return t, err
	})
}

// match reads the titles of all papers of the corpus, on all cores.
func (r *reading) match(wanted func(title string) bool) []int {
	groups, err := r.field.papers.Groups()
	if err != nil {
		r.fail(err)
		return nil
	}
	found := make([][]Node, len(groups))
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i, g := range groups {
		first, next := r.span(g)
		if first == next {
			continue
		}
		work.Go(func() error {
			return sheet.Guard(g.Path(), func() error {
				titles, err := g.Texts("title", 0, g.Rows)
				if err != nil {
					return err
				}
				for row := range g.Rows {
					if wanted(titles.Clean(row)) {
						found[i] = append(found[i], g.Least+Node(row))
					}
				}
				return nil
			})
		})
	}
	r.fail(work.Wait())
	return r.placesOf(slices.Concat(found...))
}

// span gives the nodes of the corpus that may stand in a row group, as places in nodes.
func (r *reading) span(g *sheet.Group) (first, next int) {
	if r.nodes == nil {
		return int(g.Least), int(g.Most) + 1
	}
	first, _ = slices.BinarySearch(r.nodes, g.Least)
	next, _ = slices.BinarySearch(r.nodes, g.Most+1)
	return first, next
}

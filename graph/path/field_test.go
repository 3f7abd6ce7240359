package path_test

import (
	"testing"

	"citemap/graph/path"
)

// The shared graphs, where they are: what the package promises holds on them,
// and as few citations are dropped as when these numbers were written down.
func TestSharedGraphs(t *testing.T) {
	for _, test := range []struct {
		name             string
		dropped, largest int // citations; papers in the largest cycle
	}{
		{"aan", 387, 20},
		{"hepth", 548, 7464}, // 20023 if ties of a year went to PaperID alone
	} {
		g := field(t, test.name)
		a, strong, largest := checkForm(t, test.name, g), path.Strong(g), 0
		for i := range strong.Len() {
			largest = max(largest, strong.Size(i))
		}
		if len(a.Dropped) > test.dropped || largest != test.largest || strong.Len() != len(gonumGroups(g)) {
			t.Errorf("%s: %d citations dropped, largest cycle %d, %d components", test.name, len(a.Dropped), largest, strong.Len())
		}
		reduction, implied := a.Reduced()
		if reduction.Citations()+len(implied) != a.Citations() {
			t.Errorf("%s: %d citations reduced to %d, %d implied", test.name, a.Citations(), reduction.Citations(), len(implied))
		}
		s := path.NewSPC(a)
		global, local := s.MainPath(path.Global), s.MainPath(path.Local)
		if sumOf(s, local.Papers).Compare(sumOf(s, global.Papers)) > 0 {
			t.Errorf("%s: the local main path is heavier than the global one", test.name)
		}
		t.Logf("%s: %d citations reduced to %d; %s search paths; main paths of %d (global, %d ties) and %d papers (local, %d ties)",
			test.name, a.Citations(), reduction.Citations(), s.Total(), len(global.Papers), global.Tied, len(local.Papers), local.Tied)
	}
}

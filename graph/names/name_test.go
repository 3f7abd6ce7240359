package names_test

import (
	"testing"

	"citemap/graph/names"
)

func TestSame(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"John Smith", "J. Smith", true}, {"John Smith", "Smith, J", true}, {"Smith J", "John A. Smith", true}, {"Smith, John", "Smith", true},
		{"J. A. Smith", "John Andrew Smith", true}, {"Jean-Pierre Serre", "J.-P. Serre", true}, {"JP Serre", "Jean-Pierre Serre", true},
		{"Wei Zhou", "Zhou Wei", true}, {"Victor, S.", "Victor Sanh", true}, {"Xiao-Ming Li", "Xiaoming Li", true}, {"X. M. Li", "Xiaoming Li", true},
		{"Jürgen Müller", "J. Mueller", true}, {"Søgaard, Anders", "Anders Sogaard", true}, {"Ludwig van den Berg", "Berg, L. van den", true},
		{"Gemini Team", "Gemini team", true}, {"Martin Luther King Jr.", "King, Martin L., Jr.", true}, {"周伟", "周伟", true},

		{"Wei Wang", "Xin Wang", false}, {"M. Jones", "Michael Smith", false}, {"J. A. Smith", "J. B. Smith", false}, {"John Smith", "James Smith", false},
		{"Wang Wei", "Wang Xin", false}, {"Jing Li", "Jin Li", false}, {"周伟", "Wei Zhou", false}, {"Bauer, K.", "Baur, K.", false}, {"", "A", false}, {"", "", false},
	} {
		for _, pair := range [][2]string{{test.a, test.b}, {test.b, test.a}} {
			if got := names.Same(pair[0], pair[1]); got != test.want {
				t.Errorf("%q and %q: %v, want %v", pair[0], pair[1], got, test.want)
			}
		}
	}
}

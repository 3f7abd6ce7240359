package titlekey_test

import (
	"testing"

	"citemap/fetch/field/titlekey"
	"citemap/graph/titles"
)

// What titles.Key calls the same has one key.
func TestSameTitlesHaveOneKey(t *testing.T) {
	for _, pair := range [][2]string{
		{"Modelling the behaviour of neighbouring colours", "Modeling Behavior of Neighboring Colors."},
		{"A defence of analyses in the theatre programme", "Defense of analyses in a theater program"},
		{"Poincaré maps & flows", "Poincare\u0301 Maps and Flows"},
		{"Cross-task generalization via instructions", "Crosstask Generalisation via Instructions"},
		{"On <i>H</i><sub>2</sub>O at 10,000 K", "On H2O at 10000 K"},
		{"LIMA", "lima."},
		{"R&amp;D in Łódź", "R&D in Lodz"},
		{"Paediatric oedema", "Pediatric edema"},
		{"Sulphur in grey fibres", "Sulfur in gray fibers"},
	} {
		if titles.Key(pair[0]) != titles.Key(pair[1]) {
			t.Errorf("%q and %q are not the same by titles.Key", pair[0], pair[1])
		}
		if a, b := titlekey.Fold(pair[0]), titlekey.Fold(pair[1]); a != b || a == "" {
			t.Errorf("%q is %q, %q is %q", pair[0], a, pair[1], b)
		}
	}
}

func TestOtherTitlesHaveOtherKeys(t *testing.T) {
	for _, pair := range [][2]string{
		{"LIMA", "LAMA"}, {"深度学习综述", "强化学习综述"}, {"Attention is all you need", "Attention is not all you need"},
		{"COVID-19 在中国", "COVID-19 在日本"},
	} {
		if titlekey.Of(pair[0]) == titlekey.Of(pair[1]) {
			t.Errorf("%q and %q have one key", pair[0], pair[1])
		}
	}
}

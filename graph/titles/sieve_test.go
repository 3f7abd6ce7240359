package titles

import (
	"strings"
	"testing"
)

// TestTitleSieve: the sieve lets every title through whose key, or that of its head,
// is wanted, however it is spelt; and few others.
func TestTitleSieve(t *testing.T) {
	for wanted, spelt := range map[string][]string{
		"Modeling the behavior of neural networks": {"Modelling the behaviour of neural networks", "MODELING behavior of Neural-Networks", "Modeling the behavior of neural networks: a survey", "<i>Modeling</i> the behavior of neural networks"},
		"Paediatric anaemia, part two":             {"Pediatric anemia, Part II", "Paediatric anaemia, part 2"},
		"Über Straßen":                             {"Uber Strassen", "Über Straßen"},
		"On it":                                    {"On it", "On it: of a longer kind"},
		"Catalogues and dialogues":                 {"Catalogs & dialogs", "Catalogues and Dialogues"},
	} {
		head, _, _ := strings.Cut(wanted, ":")
		s := NewSieve([]string{Key(wanted), Key(head)})
		for _, title := range spelt {
			own, _, _ := strings.Cut(Plain(title), ":")
			if (Key(title) == Key(wanted) || Key(own) == Key(wanted)) && !s.May(title) {
				t.Errorf("%q does not pass for %q", title, wanted)
			}
		}
		if s.May("Quantum gravity of otherwise unheard fields") {
			t.Errorf("another title passes for %q", wanted)
		}
	}
}

// FuzzTitleSieve: what has the key passes.
func FuzzTitleSieve(f *testing.F) {
	f.Add("Modelling the behaviour: a survey")
	f.Add("three seven Part II of vitamin a")
	f.Fuzz(func(t *testing.T, title string) {
		head, _, _ := strings.Cut(Plain(title), ":")
		if s := NewSieve([]string{Key(title)}); !s.May(title) {
			t.Errorf("%q does not pass for its own key %q", title, Key(title))
		}
		if s := NewSieve([]string{Key(head)}); !s.May(title) {
			t.Errorf("%q does not pass for the key of its head %q", title, Key(head))
		}
	})
}

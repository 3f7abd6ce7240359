package tree

import (
	"testing"
)

func personIn(written string) string {
	n := jsonNode([]byte(written), 0, len(written))
	names := append(n.Names(), "")
	return names[0]
}

func TestNames(t *testing.T) {
	for written, want := range map[string]string{
		`{"family": "Berg", "given": "Ann", "suffix": "Jr.", "non-dropping-particle": "van der"}`: "van der Berg, Ann, Jr.",
		`{"literal": "The Gemini Team"}`:                               "The Gemini Team",
		`{"family": "Plato"}`:                                          "Plato",
		`"A. Person"`:                                                  "A. Person",
		`{"name": "A Group", "creatorType": "author"}`:                 "A Group",
		`{"lastName": "E", "firstName": "F", "creatorType": "editor"}`: "",
	} {
		if got := personIn(written); got != want {
			t.Errorf("%s: %q, want %q", written, got, want)
		}
	}
}

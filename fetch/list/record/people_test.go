package record

import (
	"strings"
	"testing"
)

func TestByComma(t *testing.T) {
	for cell, want := range map[string]string{
		"Roe AB, van der Doe J.": "Roe, AB|van der Doe, J.", "A Roe, JP Doe": "A Roe|JP Doe", "Roe, Ann": "Roe, Ann", "van Roe, Ann Bo": "van Roe, Ann Bo",
		"van Roe, A. B.": "van Roe, A. B.", "Roe, A.; Doe, B.": "Roe, A.|Doe, B.", "Roe A.B.; Doe B.": "Roe A.B.|Doe B.", "Roe AB": "Roe, AB", "Roe III, Ann B.": "Roe III, Ann B.", "Ann Roe": "Ann Roe", "Roe, Ann (Univ. X); Doe, Bo (456)": "Roe, Ann|Doe, Bo", "Ann Roe, Ian Doe, Bo van Poe": "Ann Roe|Ian Doe|Bo van Poe", "Roe, A., Doe, B.": "Roe, A., Doe, B.",
	} {
		if got := strings.Join(ByComma(cell), "|"); got != want {
			t.Errorf("%s: %s, want %s", cell, got, want)
		}
	}
}

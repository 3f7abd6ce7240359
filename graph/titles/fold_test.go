package titles

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var update = flag.Bool("update", false, "make folded.txt anew")

// folded.txt is what Unicode's own tables say, as a well-kept library has them.
func TestFoldedLetters(t *testing.T) {
	var b strings.Builder
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		whole := string(r)
		if hangul := 0xAC00 <= r && r <= 0xD7A3; hangul || norm.NFKD.String(whole) == whole {
			continue
		}
		fmt.Fprintf(&b, "%s %s\n", whole, bare(norm.NFKD.String(whole)))
	}
	if *update {
		if err := os.WriteFile("folded.txt", []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if b.String() != foldedLetters {
		t.Error("folded.txt is not what the tables say; go test ./graph/titles -run FoldedLetters -update makes it")
	}
}

// bare drops accents and writes the rest small, with signs as they are typed.
func bare(decomposed string) string {
	var b strings.Builder
	for _, r := range decomposed {
		r = unicode.ToLower(r)
		switch to, spelled := spelledOut[r]; {
		case spelled:
			b.WriteString(to)
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		case !accent(r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"Poincaré": "poincare", "Poincare\u0301": "poincare", "Łukasz Weiß": "lukasz weiss", "ﬁve ℓ₁ H₂O": "five l1 h2o", "ＷＩＤＥ １２": "wide 12",
		"𝒪(n²)": "o(n2)", "Ca²⁺": "ca2+", "がん": "か\u3099ん", "हिन्दी": "हिन्दी", "Й й": "и и", "한국어": "한국어", "αΒ": "αβ",
	} {
		if got := Fold(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

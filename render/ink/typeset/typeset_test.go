package typeset_test

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"citemap/graph/graphtest"
	"citemap/render"
	"citemap/render/ink/typeset"
)

// alone gives the embedded font alone.
func alone(t testing.TB) *typeset.Fonts {
	t.Helper()
	f, err := typeset.NewFonts(nil)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestWhatTheEmbeddedFontHas(t *testing.T) {
	for text, missing := range map[string]string{
		"Über Größe und Äther": "", "Đặng Ångström Łukasz": "", "λ-calculus → ∀x.φ(x) ∈ ℝ": "",
		"Эволюция графов": "", "مقدمة في تعلم الآلة": "", "עברית": "",
		"深度学习，深": "习学度深，", "👩\u200d🔬 emoji": "👩🔬",
	} {
		f := alone(t)
		f.Set(text)
		if got := string(f.Missing()); got != missing {
			t.Errorf("%s: missing %q, want %q", text, got, missing)
		}
	}
}

// Letters stand side by side from left to right, and those of Arabic grow together.
func TestSet(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		seen  []string // runs from left to right
		plain bool     // of the first
	}{
		"Latin":                   {"Müller 2020", []string{"Müller 2020"}, true},
		"Latin and Greek":         {"a λ", []string{"a ", "λ"}, true},
		"Arabic":                  {"الآلة", []string{"الآلة"}, false},
		"a year after Hebrew":     {"עברית 2020", []string{"2020", "עברית "}, true},
		"Hebrew within Latin":     {"a עברית b", []string{"a ", "עברית", " b"}, true},
		"Hebrew around a year":    {"עב 2020 רית", []string{" רית", "2020", "עב "}, false},
		"marks that have to move": {"x\u0302", []string{"x\u0302"}, false},
	} {
		line := alone(t).Set(c.text)
		var seen []string
		at := 0.0
		for _, run := range line.Runs {
			seen = append(seen, run.Text)
			if math.Abs(run.Left-at) > 1e-9 {
				t.Errorf("%s: %q begins at %g, not %g", name, run.Text, run.Left, at)
			}
			at += run.Width
		}
		if !slices.Equal(seen, c.seen) || math.Abs(at-line.Width) > 1e-9 {
			t.Errorf("%s: runs %q as wide as %g, want %q, %g", name, seen, at, c.seen, line.Width)
		}
		if len(line.Runs) > 0 && line.Runs[0].Plain != c.plain {
			t.Errorf("%s: plain is %v", name, line.Runs[0].Plain)
		}
	}
	apart := alone(t).Set("ب").Width * 3
	if together := alone(t).Set("ببب").Width; together >= 0.9*apart {
		t.Errorf("three letters that join are %g wide, apart %g", together, apart)
	}
}

func TestOutline(t *testing.T) {
	line := alone(t).Set("l x")
	glyphs := line.Runs[0].Glyphs
	if len(glyphs) != 3 {
		t.Fatalf("%d glyphs, want 3", len(glyphs))
	}
	if glyphs[1].Outline() != nil {
		t.Error("a space has an outline")
	}
	top := 0.0
	for _, s := range glyphs[0].Outline() {
		top = min(top, s.End().Y)
	}
	if top > -0.7 || top < -0.85 { // the ascender of DejaVu is 0.76 high
		t.Errorf("an l reaches to %g", top)
	}
}

// A font of the system is taken for what the embedded one lacks, and one that
// cannot be read is passed over.
func TestFontsOfTheSystem(t *testing.T) {
	folder := t.TempDir()
	for name, bytes := range map[string][]byte{"NotoSansCJK-Regular.ttc": []byte("no font"), "unifont.ttf": typeset.Embedded(), "other.ttf": nil} {
		if err := os.WriteFile(filepath.Join(folder, name), bytes, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	f, err := typeset.NewFonts([]string{folder, filepath.Join(folder, "none")})
	if err != nil {
		t.Fatal(err)
	}
	f.Set("中")
	if got := string(f.Missing()); got != "中" {
		t.Errorf("missing %q", got)
	}
}

func FuzzSet(f *testing.F) {
	for _, title := range graphtest.Titles {
		f.Add(title)
	}
	f.Add("مقدمة 2020 في (a) תעלם 12 हिन्दी ภาษา")
	fonts := alone(f)
	f.Fuzz(func(t *testing.T, text string) {
		text = render.Clean(text)
		line := fonts.Set(text)
		var seen []rune
		for _, run := range line.Runs {
			seen = append(seen, []rune(run.Text)...)
			for _, g := range run.Glyphs {
				if math.IsNaN(g.X+g.Y) || math.IsInf(g.X+g.Y, 0) {
					t.Errorf("%q: a glyph at %g,%g", text, g.X, g.Y)
				}
				g.Outline()
			}
		}
		read := []rune(text)
		slices.Sort(seen)
		slices.Sort(read)
		if !slices.Equal(seen, read) {
			t.Errorf("%q: the runs hold %q", text, string(seen))
		}
	})
}

package pdf_test

import (
	"bytes"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"citemap/graph/graphtest"
	"citemap/graph/study"
	"citemap/graph/view"
	"citemap/render"
	"citemap/render/dot"
	"citemap/render/ink"
	"citemap/render/layout"
	"citemap/render/pdf"
)

var black = color.NRGBA{A: 255}

func page() *ink.Drawing {
	texts := []string{"Müller & Çelik 2020", "Эволюция λ", "مقدمة 中", "(back\\slash)"}
	d := &ink.Drawing{Width: 300, Height: 200}
	for i, s := range texts {
		d.Texts = append(d.Texts, ink.Text{Text: s, X: 20, Y: 40 + 40*float64(i), Most: 200, Size: 12, Color: black})
	}
	d.Shapes = []ink.Shape{{Path: ink.Path{{Kind: ink.Move}, {Kind: ink.Cubic, Points: [3]ink.Point{{X: 9}, {Y: 9}, {X: 20, Y: 20}}}, {Kind: ink.Close}},
		Fill: color.NRGBA{255, 0, 0, 255}, Stroke: black, LineWidth: 2, Dashes: []float64{5, 2}}}
	d.Links = []ink.Link{{X: 20, Y: 30, Width: 100, Height: 12, URL: "https://example.org/(a)?b=1&c=2"}}
	return d
}

func written(t *testing.T, d *ink.Drawing, title string) ([]byte, string) {
	t.Helper()
	var b bytes.Buffer
	missing, err := pdf.Write(&b, d, pdf.Options{Title: title, FontFolders: []string{}})
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), string(missing)
}

// poppler runs one of poppler's tools on a document.
func poppler(t *testing.T, document []byte, tool string, arguments ...string) string {
	t.Helper()
	path, err := exec.LookPath(tool)
	if err != nil {
		t.Skipf("%s is not there: it comes with poppler-utils", tool)
	}
	file := filepath.Join(t.TempDir(), "map.pdf")
	if err := os.WriteFile(file, document, 0o644); err != nil {
		t.Fatal(err)
	}
	for i, a := range arguments {
		arguments[i] = strings.Replace(a, "FILE", file, 1)
	}
	out, err := exec.CommandContext(t.Context(), path, arguments...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v: %s", tool, err, out)
	}
	return string(out)
}

func TestTextCanBeSelected(t *testing.T) {
	document, missing := written(t, page(), "")
	if missing != "中" {
		t.Errorf("missing %q, want 中", missing)
	}
	got := poppler(t, document, "pdftotext", "FILE", "-")
	for _, want := range []string{"Müller & Çelik 2020", "Эволюция λ", "مقدمة", "中", `(back\slash)`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in the text:\n%s", want, got)
		}
	}
}

func TestTitleAndSize(t *testing.T) {
	document, _ := written(t, page(), "Citation map: Über λ")
	got := poppler(t, document, "pdfinfo", "FILE")
	for _, want := range []string{"Citation map: Über λ", "300 x 200 pts", "Pages:           1", "Thu Jan  1 00:00:00 1970"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestLinks(t *testing.T) {
	document, _ := written(t, page(), "")
	for _, want := range []string{"/Subtype /Link", "/Rect [20.00 170.00 120.00 158.00]", `/URI (https://example.org/\(a\)?b=1&c=2)`} {
		if !bytes.Contains(document, []byte(want)) {
			t.Errorf("no %q in the document", want)
		}
	}
}

// A page cannot be larger than viewers bear.
func TestAnImmensePageIsMadeSmaller(t *testing.T) {
	d := page()
	d.Width, d.Height = 28800, 100
	document, _ := written(t, d, "")
	for _, want := range []string{"/MediaBox [0 0 14400.00 50.00]", "/Rect [10.00 35.00 60.00 29.00]"} {
		if !bytes.Contains(document, []byte(want)) {
			t.Errorf("no %q in the document", want)
		}
	}
}

// The nastiest of maps is written, the same every time, and holds its vectors.
func TestMap(t *testing.T) {
	m := render.NewMap(view.Of(study.Of(graphtest.Nasty(), study.Options{}), view.Options{}), render.Options{})
	drawn, err := dot.JSON(t.Context(), m, dot.Engine{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := ink.Parse(drawn)
	if err != nil {
		t.Fatal(err)
	}
	document, _ := written(t, d, m.Title)
	for range 5 {
		if again, _ := written(t, d, m.Title); !bytes.Equal(document, again) {
			t.Fatal("two documents differ")
		}
	}
	if bytes.Contains(document, []byte("javascript:")) || bytes.Contains(document, []byte("/Subtype /Image")) {
		t.Error("a script or an image came through")
	}
	got := poppler(t, document, "pdftotext", "FILE", "-")
	for _, text := range layout.Of(m).Texts {
		if text.Kind == layout.Year && !strings.Contains(got, text.Text) {
			t.Errorf("no year %s in the text", text.Text)
		}
	}
}

// Whatever a label holds, a document comes out.
func FuzzWrite(f *testing.F) {
	for _, title := range graphtest.Titles {
		f.Add(title)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = render.Clean(s)
		d := &ink.Drawing{Width: 300, Height: 50, Texts: []ink.Text{{Text: s, X: 10, Y: 20, Most: 200, Size: 10}}}
		document, _ := written(t, d, s)
		if !bytes.HasPrefix(document, []byte("%PDF-")) || !bytes.HasSuffix(bytes.TrimSpace(document), []byte("%%EOF")) {
			t.Error("not a PDF")
		}
	})
}

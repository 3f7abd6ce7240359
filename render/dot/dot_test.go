package dot_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/study"
	"citemap/graph/view"
	"citemap/render"
	"citemap/render/dot"
)

var update = flag.Bool("update", false, "write the goldens anew")

// draw gives the usual view of a corpus as a map.
func draw(c *graph.Corpus, o render.Options) *render.Map {
	return render.NewMap(view.Of(study.Of(c, study.Options{}), view.Options{}), o)
}

func small() *render.Map {
	citing := graphtest.Cites("citing@2021-03-01", "listed", "gap", "old")
	citing.Authors = []string{"Ann Lee", "Bo Ek"}
	listed := graphtest.Cites("listed@2020", "old", "gap")
	listed.Authors, listed.URL = []string{"van den Berg, Cy"}, "https://example.org/listed"
	old := graphtest.Paper("old@1999")
	c := graphtest.Corpus("citing listed", citing, listed, old, graphtest.Paper("gap@2019"))
	c.Sources = []graph.Provenance{{Name: "a test", Licence: "none"}}
	return draw(c, render.Options{})
}

func TestWrite(t *testing.T) {
	var got bytes.Buffer
	if err := dot.Write(&got, small()); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/small.dot"
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("DOT differs from %s (-update writes it anew):\n%s", golden, got.String())
	}
}

// The picture is valid XML, titled, and the same every time, also after others:
// in this order the topics came out broken while the layouts of the timelines
// before them were freed.
func TestSVG(t *testing.T) {
	for _, tt := range []struct {
		name string
		m    *render.Map
	}{
		{"nasty titles", draw(graphtest.Nasty(), render.Options{})},
		{"random", draw(graphtest.Random(3, 80), render.Options{})},
		{"topics", draw(graphtest.Random(3, 80), render.Options{Layout: render.Topics, Labels: render.TitleLabels})},
		{"small", small()},
		{"empty", draw(&graph.Corpus{}, render.Options{})},
		{"nasty topics", draw(graphtest.Nasty(), render.Options{Layout: render.Topics, Labels: render.TitleLabels})},
		{"empty topics", draw(&graph.Corpus{}, render.Options{Layout: render.Topics})},
		{"years", render.NewMap(view.Of(study.Of(graphtest.Random(4, 80), study.Options{}), view.Options{AllCitations: true}), render.Options{Color: render.ByYear})},
	} {
		svg, err := dot.SVG(t.Context(), tt.m, dot.Engine{})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		again, err := dot.SVG(t.Context(), tt.m, dot.Engine{})
		if err != nil || !bytes.Equal(svg, again) {
			t.Errorf("%s: the second drawing differs from the first (%v)", tt.name, err)
		}
		check(t, tt.name, svg, len(tt.m.Papers))
	}
}

func check(t *testing.T, name string, svg []byte, papers int) {
	t.Helper()
	boxes := 0
	for d := xml.NewDecoder(bytes.NewReader(svg)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%s: not XML: %v", name, err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if start.Name.Local == "script" {
			t.Errorf("%s: a script came through", name)
		}
		for _, a := range start.Attr {
			if a.Name.Local == "href" && !strings.HasPrefix(a.Value, "https://") && !strings.HasPrefix(a.Value, "http://") {
				t.Errorf("%s: a link to %q", name, a.Value)
			}
			if start.Name.Local == "g" && a.Name.Local == "id" && strings.HasPrefix(a.Value, "paper-") {
				boxes++
			}
		}
	}
	if boxes != papers {
		t.Errorf("%s: %d boxes for %d papers", name, boxes, papers)
	}
	for _, want := range []string{`role="img"`, `<title id="map-title">Citation map`, `<desc id="map-desc">`} {
		if !bytes.Contains(svg, []byte(want)) {
			t.Errorf("%s: the picture lacks %s", name, want)
		}
	}
}

// columns is how long a line of a title is on a screen.
const columns = 25

// Whatever a title holds, the picture shows those characters and no others.
func FuzzSVG(f *testing.F) {
	for _, title := range graphtest.Titles {
		f.Add(title)
	}
	for _, title := range []string{"&copy; &amp;copy; &amp;amp;nbsp; &#65;&#x3c;", `\`, `\\"`, `\n\L\E`, "<br/>", "a--b", "ends in \\"} {
		f.Add(title)
	}
	f.Fuzz(func(t *testing.T, title string) {
		p := graphtest.Paper("p@2020")
		p.Title, p.Authors, p.URL = title, []string{"Ann Lee"}, "https://example.org/"+title
		m := draw(graphtest.Corpus("p", p), render.Options{})
		svg, err := dot.SVG(t.Context(), m, dot.Engine{})
		if err != nil {
			t.Fatal(err)
		}
		check(t, "fuzz", svg, 1)
		drawn := strings.Join(words(t, svg), " ")
		lines := render.Fold(m.Papers[0].Title, columns)
		want := "Lee 2020 " + strings.Join(lines, " ")
		if len(lines) > 2 || len(lines) == 0 || slices.ContainsFunc(lines, func(l string) bool { return render.Width(l) > columns }) {
			want = "Lee 2020" // the title is shortened or there is none
		}
		if !strings.Contains(drawn, want) {
			t.Errorf("title %q: the picture shows %q, want %q", title, drawn, want)
		}
	})
}

// words gives the texts of a picture.
func words(t *testing.T, svg []byte) []string {
	t.Helper()
	var picture struct {
		Graph struct {
			Groups []struct {
				Texts []string `xml:"g>a>text"`
				Plain []string `xml:"text"`
			} `xml:"g"`
		} `xml:"g"`
	}
	if err := xml.Unmarshal(svg, &picture); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, g := range picture.Graph.Groups {
		out = append(append(out, g.Texts...), g.Plain...)
	}
	return out
}

// Graphviz bears one caller at a time; callers of SVG need not know.
func TestManyCallersAtOnce(t *testing.T) {
	want, err := dot.SVG(t.Context(), small(), dot.Engine{})
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if svg, err := dot.SVG(t.Context(), small(), dot.Engine{}); err != nil || !bytes.Equal(svg, want) {
				t.Errorf("another drawing than when alone (%v)", err)
			}
		})
	}
	wait.Wait()
}

// Graphviz's compiled code goes to a folder that only the user can enter, and
// TMPDIR is the user's again when main runs.
func TestStartLeavesTemporaryFolderAlone(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("where the user's cache is can be told by XDG_CACHE_HOME only on Linux")
	}
	if os.Getenv("CITEMAP_TEST_START") != "" {
		if got := os.TempDir(); got != os.Getenv("CITEMAP_TEST_START") {
			t.Errorf("temporary folder %s after Restore", got)
		}
		return
	}
	temporary, cache := t.TempDir(), t.TempDir()
	child := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestStartLeavesTemporaryFolderAlone$")
	child.Env = append(os.Environ(), "TMPDIR="+temporary, "XDG_CACHE_HOME="+cache, "CITEMAP_TEST_START="+temporary)
	if out, err := child.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if left, err := os.ReadDir(temporary); err != nil || len(left) > 0 {
		t.Errorf("left in the temporary folder: %v %v", left, err)
	}
	folder, err := os.Stat(filepath.Join(cache, "citemap"))
	if err != nil {
		t.Fatal(err)
	}
	if folder.Mode().Perm() != 0o700 {
		t.Errorf("cache folder has mode %v", folder.Mode())
	}
	if _, err := os.Stat(filepath.Join(cache, "citemap", "go-graphviz")); err != nil {
		t.Error(err)
	}
}

func TestACancelledDrawingIsNotBegun(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := dot.SVG(ctx, small(), dot.Engine{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
}

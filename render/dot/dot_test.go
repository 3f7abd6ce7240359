package dot_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/study"
	"citemap/render"
	"citemap/render/dot"
)

var update = flag.Bool("update", false, "write the goldens anew")

func small() *render.Map {
	citing := graphtest.Cites("citing@2021-03-01", "listed", "gap", "old")
	citing.Authors = []string{"Ann Lee", "Bo Ek"}
	listed := graphtest.Cites("listed@2020", "old", "gap")
	listed.Authors, listed.URL = []string{"van den Berg, Cy"}, "https://example.org/listed"
	old := graphtest.Paper("old@1999")
	c := graphtest.Corpus("citing listed", citing, listed, old, graphtest.Paper("gap@2019"))
	c.Sources = []graph.Provenance{{Name: "a test", Licence: "none"}}
	return render.NewMap(study.Of(c, study.Options{}), render.Options{})
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

// The picture is valid XML, titled, and the same every time.
func TestSVG(t *testing.T) {
	for name, m := range map[string]*render.Map{
		"small":        small(),
		"nasty titles": render.NewMap(study.Of(graphtest.Nasty(), study.Options{}), render.Options{}),
		"empty":        render.NewMap(study.Of(&graph.Corpus{}, study.Options{}), render.Options{}),
		"random":       render.NewMap(study.Of(graphtest.Random(3, 80), study.Options{}), render.Options{}),
	} {
		svg, err := dot.SVG(t.Context(), m)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		again, err := dot.SVG(t.Context(), m)
		if err != nil || !bytes.Equal(svg, again) {
			t.Errorf("%s: the second drawing differs from the first (%v)", name, err)
		}
		check(t, name, svg, len(m.Papers))
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

func TestACancelledDrawingIsNotBegun(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := dot.SVG(ctx, small()); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
}

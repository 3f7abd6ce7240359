package html_test

import (
	"fmt"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
)

// ladder is a list of two with papers between them, and one that many cite.
func ladder() *graph.Corpus {
	papers := []graph.Paper{
		graphtest.Cites("new@2020", "b", "c", "root", "r1", "r2", "r3", "r4", "r5", "r6"), graphtest.Cites("b@2019", "c"), graphtest.Cites("c@2015", "old"),
		graphtest.Cites("old@2010", "root"), graphtest.Paper("root@2003"), graphtest.Cites("undated", "old"),
	}
	for i := range 6 {
		papers = append(papers, graphtest.Paper(fmt.Sprintf("r%d@%d", i+1, 2005+i)))
		papers = append(papers, graphtest.Cites(fmt.Sprintf("x%d@%d", i, 2012+i/2), "old"))
	}
	for i := range papers {
		papers[i].Authors, papers[i].Venue = []string{"Ann Lee", "<b>Bo</b> & Ek"}, "The Journal"
	}
	return graphtest.Corpus("new old", papers...)
}

func TestTheMainPathIsAListWithoutScripts(t *testing.T) {
	text := string(page(t, ladder()))
	part := text[strings.Index(text, `<section id="path"`):]
	part = part[:strings.Index(part, "</section>")]
	if got := strings.Count(part, "<li class="); got != 4 {
		t.Errorf("%d papers on the path, want 4:\n%s", got, part)
	}
	for _, want := range []string{"4 papers that most search paths go through", "the list lacks 2 of them", `<li class="listed">`, `<li class="off">`, "50 %"} {
		if !strings.Contains(part, want) {
			t.Errorf("the path does not say %q:\n%s", want, part)
		}
	}
	if strings.Contains(string(page(t, graphtest.Corpus("a", graphtest.Cites("a@2020", "b")))), `<section id="path"`) {
		t.Error("a list of one has a main path")
	}
}

func TestYearsAuthorsAndVenues(t *testing.T) {
	text := string(page(t, ladder()))
	for _, want := range []string{
		`<figure class="chart" tabindex="0">`, "<title>2003: 2 references</title>", "<b>2003</b>2 references, 2 above the years around it; 2 to",
		"The authors and venues of the 18 papers around the list", "&lt;b&gt;Bo&lt;/b&gt; &amp; Ek", "The Journal",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if bare := string(page(t, graphtest.Corpus("a", graphtest.Paper("a")))); strings.Contains(bare, `<figure class="chart"`) {
		t.Error("there is a chart of no references")
	}
}

func TestThePathOpensThePanelWithItsYears(t *testing.T) {
	b := open(t, ladder(), "")
	b.click("#path li:first-child a")
	sees(b, "panel", panelTitle, "Title of old")
	sees(b, "bars of 2012 to 2015", `document.querySelectorAll("#panel .years rect").length`, 4)
	text := run[string](b, `document.querySelector("#panel .years").textContent`)
	for _, want := range []string{"2012", "2015", "Most in 2012: 2.", "Undated: 1."} {
		if !strings.Contains(text, want) {
			t.Errorf("the years do not say %q: %s", want, text)
		}
	}
	sees(b, "the share is still there", `document.querySelectorAll("#path .share").length`, 3)
	b.quiet()
}

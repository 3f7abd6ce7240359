package text_test

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/graphtest"
	"citemap/graph/path"
	"citemap/graph/rank"
	"citemap/graph/study"
	"citemap/render"
	"citemap/render/text"
)

var update = flag.Bool("update", false, "write the goldens anew")

func answers(f *study.Findings, o text.Options) map[string]func(io.Writer) error {
	return map[string]func(io.Writer) error{
		"rank": func(w io.Writer) error { return text.Rank(w, f, f.Ranking(rank.Default, false), rank.Shown, 5, o) },
		"gaps": func(w io.Writer) error { return text.Gaps(w, f, 5, o) },
		"check": func(w io.Writer) error {
			return text.Check(w, f, true, text.PassedOver{Count: 1, Named: []string{"list.md:3: skipped: https://a.org: its address names no paper"}}, o)
		},
		"path":   func(w io.Writer) error { return text.Paths(w, f, f.MainPath(path.BySPC, path.Global), o) },
		"topics": func(w io.Writer) error { return text.Topics(w, f, f.AllTopics(0), 0, o) },
		"report": func(w io.Writer) error { return text.Report(w, f, 5, o) },
	}
}

func TestGoldens(t *testing.T) {
	listed := graphtest.Cites("listed@2020-01-02", "gap", "old@1999")
	listed.Authors = []string{"Ann Lee", "Bo Ek", "Cy Ju"}
	c := graphtest.Corpus("listed", listed, graphtest.Paper("gap@2019"))
	c.Entries = append(c.Entries, graph.Entry{File: "list.md", Line: 9, Title: "Unknown", Status: graph.StatusMissing, Note: "nobody knows it"})
	c.Sources = []graph.Provenance{{Name: "a test", Licence: "none"}}
	c.Oldest, c.Newest = graph.Date{Year: 2026, Month: 11, Day: 1}, graph.Date{Year: 2026, Month: 11, Day: 22}
	for name, write := range answers(study.Of(c, study.Options{}), text.Options{}) {
		var got bytes.Buffer
		if err := write(&got); err != nil {
			t.Fatal(err)
		}
		golden := "testdata/" + name + ".txt"
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
			t.Errorf("%s differs from %s (-update writes it anew):\n%s", name, golden, got.String())
		}
	}
}

// Answers fit the width of the terminal, wide characters counted as two, but for
// a word that cannot be broken, such as an address, which has a line to itself; and
// nothing of a stranger's text steers it.
func TestTextFitsAndIsHarmless(t *testing.T) {
	for _, c := range []*graph.Corpus{graphtest.Nasty(), graphtest.Random(7, 80), longNames()} {
		f := study.Of(c, study.Options{Topics: true})
		for width := 40; width <= 200; width += 1 + width/20 {
			for name, write := range answers(f, text.Options{Width: width, Links: width%2 == 0, Reasons: width%3 == 0}) {
				var b bytes.Buffer
				if err := write(&b); err != nil {
					t.Fatal(err)
				}
				for _, line := range strings.Split(b.String(), "\n") {
					if line = ansi.Strip(line); render.Width(line) > width && strings.Contains(strings.TrimSpace(line), " ") {
						t.Errorf("%s at %d columns takes %d: %q", name, width, render.Width(line), line)
					}
					if strings.ContainsFunc(line, unicode.IsControl) {
						t.Errorf("%s: a control character in %q", name, line)
					}
				}
			}
		}
	}
}

// longNames is a corpus of papers with all that makes lines long.
func longNames() *graph.Corpus {
	long := strings.Repeat("Nachrichtenübertragungsverfahren and 知識 of ", 9)
	var papers []graph.Paper
	for i := range 12 {
		p := graphtest.Cites(fmt.Sprintf("p%d@20%02d", i, 10+i), "p0", "p1", fmt.Sprintf("p%d", i/2))
		p.Title, p.Authors = fmt.Sprintf("%d %s", i, long), []string{"Ada Featherstonehaugh-Cholmondeley-Majoribanks of Beauchamp"}
		p.URL = "https://www.example.org/" + strings.Repeat("path/", 30)
		papers = append(papers, p)
	}
	c := graphtest.Corpus("p11 p10 p3", papers...)
	c.Entries = append(c.Entries, graph.Entry{File: "a folder/of mine/list.md", Line: 12, Title: long, Status: graph.StatusMissing, Note: long})
	return c
}

// No title is cut, however narrow the terminal.
func TestTitlesAreWhole(t *testing.T) {
	f := study.Of(longNames(), study.Options{})
	for name, write := range answers(f, text.Options{Width: 60}) {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), "…") {
			t.Errorf("%s cuts something:\n%s", name, b.String())
		}
	}
}

// A wide answer has a line a paper, whatever the terminal's width.
func TestWideAnswersHaveALineAPaper(t *testing.T) {
	f := study.Of(longNames(), study.Options{})
	all := answers(f, text.Options{Width: 40, Wide: true})
	for _, name := range []string{"rank", "gaps"} {
		var b bytes.Buffer
		if err := all[name](&b); err != nil {
			t.Fatal(err)
		}
		whole := 0
		for _, line := range strings.Split(b.String(), "\n") {
			if strings.HasPrefix(line, "5") && strings.HasSuffix(line, "知識 of") {
				whole++
			}
		}
		if whole != 1 {
			t.Errorf("%s has not the fifth paper on one line:\n%s", name, b.String())
		}
	}
}

func TestColourAndLinksAreWrittenOnlyWhereWanted(t *testing.T) {
	p := graphtest.Cites("a@2020", "b")
	b := graphtest.Paper("b@2019")
	b.URL = "https://example.org/b"
	f := study.Of(graphtest.Corpus("a", p, b), study.Options{})
	var plain, dressed bytes.Buffer
	if err := text.Gaps(&plain, f, 5, text.Options{}); err != nil {
		t.Fatal(err)
	}
	if err := text.Gaps(&dressed, f, 5, text.Options{Width: 80, Color: true, Links: true}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(plain.String(), "\x1b") {
		t.Errorf("plain text holds escapes: %q", plain.String())
	}
	if !strings.Contains(dressed.String(), "\x1b]8;;https://example.org/b") || !strings.Contains(dressed.String(), "\x1b[") {
		t.Errorf("no link or no colour: %q", dressed.String())
	}
}

// Only strong gaps are called missing, and they come first, with the ranks by
// which they are added; the short version says how many others there are.
func TestOnlyStrongGapsAreCalledMissing(t *testing.T) {
	f := study.Of(graphtest.Random(7, 80), study.Options{})
	strengths := []gap.Strength{gap.WorthALook, gap.Strong, gap.Context, gap.Strong}
	f.Gaps.Gaps = f.Gaps.Gaps[:len(strengths)]
	for i, s := range strengths {
		f.Gaps.Gaps[i].Strength = s
	}
	for _, test := range []struct {
		name string
		n    int
		want string
	}{
		{"gaps", 0, "Missing from the list: 2 papers 2 4 Worth a look: 1 paper 1 Context: 1 paper 3"},
		{"gaps", 3, "Missing from the list: 2 papers 2 4 Worth a look: 1 paper 1 1 more paper; -n 0 shows all."},
		{"report", 3, "Missing from the list: 2 papers 2 4 More: 1 worth a look, 1 for context; citemap gaps shows them."},
		{"report", 1, "Missing from the list: 1 of 2 papers 2 More: 1 missing, 1 worth a look, 1 for context; citemap gaps shows them."},
	} {
		var b bytes.Buffer
		write := text.Gaps
		if test.name == "report" {
			write = text.Report
		}
		if err := write(&b, f, test.n, text.Options{}); err != nil {
			t.Fatal(err)
		}
		if got := outline(b.String()); got != test.want {
			t.Errorf("%s -n %d:\n%s\nwant\n%s", test.name, test.n, got, test.want)
		}
	}
	for i := range f.Gaps.Gaps {
		f.Gaps.Gaps[i].Strength = gap.Context
	}
	var b bytes.Buffer
	if err := text.Report(&b, f, 3, text.Options{}); err != nil {
		t.Fatal(err)
	}
	if want := "Missing from the list\nNo paper is likely enough to be called missing.\n\nMore: 4 for context; citemap gaps shows them.\n"; !strings.Contains(b.String(), want) {
		t.Errorf("want %q in\n%s", want, b.String())
	}
}

// outline keeps of an answer about gaps the headings and the ranks beneath.
func outline(answer string) string {
	var parts []string
	for _, line := range strings.Split(answer, "\n") {
		number, _, ranked := strings.Cut(strings.TrimSpace(line), ". ")
		switch {
		case strings.HasPrefix(line, "Influential"):
			return strings.Join(parts, " ")
		case ranked && strings.HasPrefix(line, "  "+number):
			parts = append(parts, number)
		case strings.HasPrefix(line, "Missing from"), strings.HasPrefix(line, "Worth"), strings.HasPrefix(line, "Context"), strings.Contains(line, "more paper"), strings.HasPrefix(line, "More: "):
			parts = append(parts, line)
		}
	}
	return strings.Join(parts, " ")
}

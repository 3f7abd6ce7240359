package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"citemap/fetch/library"
	"citemap/fetch/list"
	"citemap/graph"
	"citemap/graph/names"
	"citemap/graph/study"
	"citemap/render"
	"citemap/render/export"
)

// awkward are papers whose titles, names and ids are full of what the formats
// use as marks.
func awkward() *graph.Corpus {
	titles := []string{
		`A 50% "rise" in \TeX & H_2O {x} of C# <i>in vivo</i>`, "Über die Größe 𝛼 -- und mehr: ein 'Wort'", "深度学习的综述", "What? [Not] a (link) | a `code` ~ tilde ^ $5 and $6",
		"TY  - JOUR, or @article{x}", `"Quoted", 'quoted' & "again"`, "- A bullet that is a title", "Ends with a backslash \\", "One_two*three*four__five__", "1. Numbered work",
		"Ends with <i>a tag</i>", "__init__", "- x", "2002: Another Score", "A Score (Extended Abstract)", "# Not a heading #", "<b>", "&amp; is an &entity;", "![Image] of www.example.org and https://arxiv.org/abs/1706.03762", "Mail a@b.org :smile: 📚",
		"**2020**", "Line  two\u00a0spaces", "=== of it", "--- or that", "[x]: https://arxiv.org/abs/1706.03762", "Title | with | cells", "In $x_1$ and $$y$$", "Paper", "\\* a star", "NIPS 2017",
	}
	c := &graph.Corpus{}
	for i, title := range titles {
		p := graph.Paper{ID: graph.PaperID(fmt.Sprintf("p%02d", i)), Title: title, Date: graph.Date{Year: 1990 + i, Month: i % 13, Day: min(i%13, 1) * (i % 3)},
			Authors: []string{"Ann van der Berg", "Müller, Ö.", "The Gemini Team", "Tom Smith and Sons", "王小明"}[:i%6]}
		switch i % 5 {
		case 0:
			p.IDs = graph.ExternalIDs{{Scheme: graph.DOI, Value: fmt.Sprintf("10.1000/a_b(%d)<c>;d", i)}, {Scheme: graph.PubMed, Value: "12345"}}
		case 1:
			p.IDs = graph.ExternalIDs{{Scheme: graph.ArXiv, Value: fmt.Sprintf("2305.11%03d", i)}}
		case 2:
			p.IDs = graph.ExternalIDs{{Scheme: graph.ACL, Value: fmt.Sprintf("P02-1%03d", i)}}
		case 3:
			p.IDs = graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "math/0601001"}, {Scheme: graph.DOI, Value: "10.1000/xyz#1"}, {Scheme: graph.PubMedCentral, Value: "77"}}
		}
		c.Papers = append(c.Papers, p)
	}
	return c
}

// TestRoundTrips writes corpora with export and reads them back as lists: the
// same papers in the same order, with their titles, years, authors and ids.
func TestRoundTrips(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and the race detector finds nothing in it")
	}
	corpora := map[string]*graph.Corpus{"awkward": awkward()}
	for name, path := range map[string]string{"demo": "../../testdata/snapshots/finetune.jsonl", "aan": "../../../shared/graphs/aan.snapshot.jsonl.gz"} {
		s, err := library.ScanFile(path)
		if err != nil {
			t.Logf("without %s: %v", name, err)
			continue
		}
		corpus := s.Corpus()
		corpora[name] = &graph.Corpus{Papers: corpus.Whole()}
	}
	formats := map[string]list.Format{"bibtex": list.BibTeX, "ris": list.RIS, "csl-json": list.CSL, "md": list.Markdown, "papers-csv": list.Zotero}
	for name, c := range corpora {
		f := study.Cover(c)
		selection := export.Select(f, export.Corpus, nil, 0)
		for format, as := range formats {
			t.Run(name+" as "+format, func(t *testing.T) {
				var b bytes.Buffer
				writer, _ := export.ByName(format)
				if err := writer.Write(&b, export.New(f, selection, nil)); err != nil {
					t.Fatal(err)
				}
				l, err := list.Parse("-", b.Bytes(), list.Auto)
				if err != nil {
					t.Fatal(err)
				}
				var papers []*graph.Paper
				for _, n := range selection.Papers {
					papers = append(papers, f.Graph.Paper(n))
				}
				if l.Format != as || len(l.Entries) != len(papers) || len(l.Broken) > 0 {
					t.Fatalf("%s: %d entries of %d papers, %v", l.Format, len(l.Entries), len(papers), l.Broken)
				}
				checkSame(t, papers, l.Entries, format)
			})
		}
	}
}

// checkSame holds entries to the papers that they were written from.
func checkSame(t *testing.T, papers []*graph.Paper, entries []graph.Entry, format string) {
	t.Helper()
	differing := 0
	for i, p := range papers {
		what := difference(p, &entries[i], format)
		if what == "" {
			continue
		}
		if differing++; differing < 10 {
			t.Errorf("%s: %s", entries[i].Place(), what)
		}
	}
	if differing > 0 {
		t.Errorf("%d of %d differ", differing, len(papers))
	}
}

// kept are the ids that every format but Markdown, which links once, has room for.
var kept = []graph.Scheme{graph.ArXiv, graph.DOI, graph.ACL, graph.PubMed, graph.PubMedCentral}

// difference says what of a paper its entry has otherwise; "" is nothing.
func difference(p *graph.Paper, e *graph.Entry, format string) string {
	if want := render.Clean(p.Title); e.Title != want && format != "papers-csv" {
		return fmt.Sprintf("title %q, want %q", e.Title, want)
	}
	if e.Date.Year != p.Date.Year {
		return fmt.Sprintf("date %s, want %s", e.Date, p.Date)
	}
	if format != "md" && !slices.Equal(families(e.Authors), families(p.Authors)) {
		return fmt.Sprintf("authors %q, want %q", e.Authors, p.Authors)
	}
	var found []string
	for _, s := range kept {
		if want := p.IDs.Of(s); e.IDs.Of(s) == want && want != "" {
			found = append(found, want)
		} else if e.IDs.Of(s) != want && (format != "md" || e.IDs.Of(s) != "") {
			return fmt.Sprintf("%s %q, want %q", s, e.IDs.Of(s), want)
		}
	}
	for _, s := range kept {
		if p.IDs.Of(s) != "" && len(found) == 0 {
			return fmt.Sprintf("no id of %v", p.IDs)
		}
	}
	return ""
}

func families(printed []string) (out []string) {
	for _, name := range printed {
		if f := names.Family(render.Clean(name)); f != "" {
			out = append(out, strings.ToLower(f))
		}
	}
	return out
}

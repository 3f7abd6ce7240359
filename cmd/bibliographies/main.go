// Bibliographies turns printed bibliographies, transcribed one paper a file,
// into the snapshot of the demo:
//
//	go run ./cmd/bibliographies testdata/lists/finetune.md FOLDER > testdata/snapshots/finetune.jsonl
//
// FOLDER holds a file ARXIV-ID.json for each paper of the list. A paper whose
// bibliography is not known keeps an unknown reference list, never an empty
// one. Works that several bibliographies spell differently become one paper.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"citemap/fetch"
	"citemap/fetch/library"
	"citemap/fetch/list"
	"citemap/fetch/merge"
	"citemap/graph"
)

// header says where the facts come from. Its date is the day of transcription.
var header = library.Header{
	Taken:   graph.Date{Year: 2026, Month: 11, Day: 22},
	Source:  "printed bibliographies of four of the eight listed papers, transcribed by hand; authors of the listed papers as on their title pages; not Semantic Scholar's answers",
	Licence: "bibliographic facts, free of copyright",
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: bibliographies LIST FOLDER > SNAPSHOT")
		os.Exit(2)
	}
	if err := run(os.Stdout, os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "bibliographies:", err)
		os.Exit(1)
	}
}

// run writes the snapshot of a list and the bibliographies of its papers.
func run(w io.Writer, listFile, folder string) error {
	l, err := list.Open(listFile, nil, list.Auto)
	if err != nil {
		return err
	}
	var papers []graph.Paper
	for _, e := range l.Entries {
		b, err := readBibliography(filepath.Join(folder, e.IDs.Of(graph.ArXiv)+".json"))
		if err != nil {
			return err
		}
		papers = append(papers, b.papers(e)...)
	}
	merged, _ := merge.Papers(papers)
	return library.WriteSnapshot(w, &library.Snapshot{Header: header, Papers: merged})
}

// A bibliography is a paper with the reference list printed at its end; nil
// where the list is not known.
type bibliography struct {
	ArXiv      string
	Title      string
	References *[]work
}

// A work is one line of a bibliography.
type work struct {
	Title      string
	Year       int
	ArXiv, DOI string
	Authors    []string
	Venue      string
}

func readBibliography(name string) (*bibliography, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var b bibliography
	if err := json.Unmarshal(text, &b); err != nil {
		return nil, fmt.Errorf("read bibliography %s: %w", name, err)
	}
	return &b, nil
}

// papers gives the listed paper and the works it cites.
func (b *bibliography) papers(e graph.Entry) []graph.Paper {
	listed := graph.Paper{
		IDs: graph.ExternalIDs{{Scheme: graph.ArXiv, Value: b.ArXiv}}, Title: b.Title,
		Authors: titlePages[b.ArXiv], Date: e.Date,
	}
	listed.ID = fetch.PaperIDOf(&listed)
	papers := []graph.Paper{listed}
	if b.References == nil {
		return papers
	}
	references := graph.References{State: graph.Known, From: "bibliography"}
	for _, w := range *b.References {
		p := w.paper()
		references.IDs = append(references.IDs, p.ID)
		papers = append(papers, p)
	}
	papers[0].References = references
	return papers
}

func (w *work) paper() graph.Paper {
	p := graph.Paper{
		Title: w.Title, Authors: w.Authors,
		Date: graph.Date{Year: w.Year}, Venue: w.venue(), Stub: true,
	}
	for s, v := range map[graph.Scheme]string{graph.ArXiv: w.ArXiv, graph.DOI: w.DOI} {
		if x, ok := graph.NewExternalID(s, v); ok {
			p.IDs = p.IDs.With(x)
			p.Stub = false
		}
	}
	p.ID = fetch.PaperIDOf(&p)
	return p
}

// venue is the venue unless the transcriber put a note or an address there.
func (w *work) venue() string {
	for _, note := range []string{"listed ", "printed as ", "http", "CorpusID:"} {
		if strings.HasPrefix(w.Venue, note) {
			return ""
		}
	}
	return w.Venue
}

// titlePages are the first authors of the listed papers, which no bibliography
// of theirs names.
var titlePages = map[string][]string{
	"2305.11206": {"Chunting Zhou", "Pengfei Liu", "Puxin Xu", "Srini Iyer", "Jiao Sun"},
	"2305.02301": {"Cheng-Yu Hsieh", "Chun-Liang Li", "Chih-Kuan Yeh", "Hootan Nakhost", "Yasuhisa Fujii"},
	"2401.01335": {"Zixiang Chen", "Yihe Deng", "Huizhuo Yuan", "Kaixuan Ji", "Quanquan Gu"},
	"2402.12847": {"Zhengbao Jiang", "Zhiqing Sun", "Weijia Shi", "Pedro Rodriguez", "Chunting Zhou"},
	"2403.18365": {"Haitao Li", "Qingyao Ai", "Jia Chen", "Qian Dong", "Zhijing Wu"},
	"2404.03715": {"Corby Rosset", "Ching-An Cheng", "Arindam Mitra", "Michael Santacroce", "Ahmed Awadallah", "Tengyang Xie"},
	"2404.12253": {"Ye Tian", "Baolin Peng", "Linfeng Song", "Lifeng Jin", "Dian Yu"},
	"2405.19874": {"Hao Zhao", "Maksym Andriushchenko", "Francesco Croce", "Nicolas Flammarion"},
}

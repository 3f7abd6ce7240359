package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
)

// A paper is a line of the snapshot.
type paper struct {
	PaperID         string            `json:"paperId"`
	ExternalIDs     map[string]string `json:"externalIds"`
	Title           string            `json:"title"`
	Year            int               `json:"year"`
	PublicationDate string            `json:"publicationDate,omitempty"`
	Authors         []author          `json:"authors"`
	Venue           string            `json:"venue"`
	Abstract        string            `json:"abstract,omitempty"`
	CitationCount   uint32            `json:"citationCount"`
	ReferenceCount  int               `json:"referenceCount"`
	ReferencesState string            `json:"referencesState"`
	References      []string          `json:"references"`
}

type author struct {
	Name string `json:"name"`
}

// writeSnapshot writes the field as citemap does, by paperId.
func (f *field) writeSnapshot(w io.Writer) {
	fmt.Fprintln(w, `{"format":"citemap-snapshot","version":1,"taken":"2026-11-22","source":"a made-up field","licence":"CC0"}`)
	order := make([]int, len(f.ids))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(f.ids[a], f.ids[b]) })
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	for _, i := range order {
		_ = out.Encode(f.paper(i)) // w keeps the first error of its writes
	}
}

// paper gives the facts of a paper. They hang on its number alone, so that a list
// can be written without the snapshot.
func (f *field) paper(i int) paper {
	r := rand.New(rand.NewPCG(uint64(i), uint64(len(f.ids))))
	year := 1960 + 66*i/len(f.ids)
	p := paper{
		PaperID: f.ids[i], ExternalIDs: map[string]string{"CorpusId": fmt.Sprint(200_000 + i)}, Year: year,
		Title: f.title(r, i), Venue: pick(r, venues), CitationCount: f.citing[i] * uint32(1+r.IntN(3)),
		ReferenceCount: len(f.references[i]), ReferencesState: "known", References: []string{},
	}
	if r.IntN(3) > 0 {
		p.ExternalIDs["DOI"] = fmt.Sprintf("10.%d/field.%d.%d", 1000+r.IntN(99), year, i)
	}
	if year >= 2008 && r.IntN(3) == 0 {
		p.ExternalIDs["ArXiv"] = fmt.Sprintf("%02d%02d.%05d", year%100, 1+r.IntN(12), i%100_000)
	}
	if r.IntN(2) == 0 {
		p.PublicationDate = fmt.Sprintf("%d-%02d-%02d", year, 1+r.IntN(12), 1+r.IntN(28))
	}
	for range 1 + r.IntN(4) {
		p.Authors = append(p.Authors, author{pick(r, givenNames) + " " + pick(r, familyNames)})
	}
	if r.IntN(8) == 0 {
		p.Abstract = f.abstract(r, i)
	}
	for _, to := range f.references[i] {
		p.References = append(p.References, f.ids[to])
	}
	if len(p.References) == 0 {
		p.ReferencesState = "empty"
	}
	return p
}

// title has words of the paper's topic, some of everybody's, and its number, so
// that no two are the same.
func (f *field) title(r *rand.Rand, i int) string {
	t := int(f.topic[i])
	title := fmt.Sprintf("%s %s %s of %s %s", pick(r, openings), word(7*t+r.IntN(4)), pick(r, nouns), word(7*t+r.IntN(7)), pick(r, nouns))
	if r.IntN(4) == 0 {
		title = word(9*i) + "-" + fmt.Sprint(i%97) + ": " + title
	}
	return title
}

func (f *field) abstract(r *rand.Rand, i int) string {
	sentences := make([]string, 4+r.IntN(5))
	for k := range sentences {
		sentences[k] = fmt.Sprintf("We show that \"%s\" %s the %s of %s by %d%%.", word(7*int(f.topic[i])+r.IntN(7)), pick(r, verbs), pick(r, nouns), word(r.IntN(9000)), r.IntN(100))
	}
	return strings.Join(sentences, " ")
}

// word makes a word of a number.
func word(n int) string {
	syllables := [...]string{"ka", "lo", "mir", "ten", "sha", "vo", "pri", "du", "gen", "rał", "é", "quo", "zim", "ber", "ny", "os"}
	n = n*2654435761%(1<<31) | 1<<11
	var b strings.Builder
	for ; n > 15 && b.Len() < 9; n /= 16 {
		b.WriteString(syllables[n%16])
	}
	return b.String()
}

func pick(r *rand.Rand, from []string) string { return from[r.IntN(len(from))] }

// writeList writes a list as people keep them, an id or a title an entry.
func (f *field) writeList(w io.Writer, n int) {
	fmt.Fprint(w, "# Papers\n\n")
	for _, i := range f.around(n) {
		p := f.paper(int(i))
		switch {
		case p.ExternalIDs["ArXiv"] != "":
			fmt.Fprintf(w, "- [%s](https://arxiv.org/abs/%s)\n", p.Title, p.ExternalIDs["ArXiv"])
		case p.ExternalIDs["DOI"] != "":
			fmt.Fprintf(w, "- %s, %s. %d. https://doi.org/%s\n", p.Title, p.Authors[0].Name, p.Year, p.ExternalIDs["DOI"])
		default:
			fmt.Fprintf(w, "- [%s](https://www.semanticscholar.org/paper/%s)\n", p.Title, p.PaperID)
		}
	}
}

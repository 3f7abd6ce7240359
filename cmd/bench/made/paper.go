package made

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"citemap/graph"
)

// Paper gives the facts of a paper. They hang on its number alone, so that a list
// can be written without the snapshot.
func (f *Field) Paper(i int) graph.Paper {
	r := rand.New(rand.NewPCG(uint64(i), uint64(len(f.ids))))
	year := 1960 + 66*i/len(f.ids)
	ids := graph.ExternalIDs{{Scheme: graph.CorpusID, Value: fmt.Sprint(f.CorpusID(i))}}
	p := graph.Paper{ID: f.ID(i), Date: graph.Date{Year: year}, Title: f.title(r, i), Venue: pick(r, venues)}
	global, referenced := int(f.citing[i])*(1+r.IntN(3)), len(f.references[i])
	p.Global, p.Referenced = &global, &referenced
	if r.IntN(3) > 0 {
		ids = ids.With(graph.ExternalID{Scheme: graph.DOI, Value: fmt.Sprintf("10.%d/field.%d.%d", 1000+r.IntN(99), year, i)})
	}
	if year >= 2008 && r.IntN(3) == 0 {
		ids = ids.With(graph.ExternalID{Scheme: graph.ArXiv, Value: fmt.Sprintf("%02d%02d.%05d", year%100, 1+r.IntN(12), i%100_000)})
	}
	p.IDs = ids
	if r.IntN(2) == 0 {
		p.Date = graph.Date{Year: year, Month: 1 + r.IntN(12), Day: 1 + r.IntN(28)}
	}
	for range 1 + r.IntN(4) {
		p.Authors = append(p.Authors, pick(r, givenNames)+" "+pick(r, familyNames))
	}
	if r.IntN(8) == 0 {
		p.Abstract = f.abstract(r, i)
	}
	p.References.State = graph.Empty
	if referenced > 0 {
		p.References.State = graph.Known
	}
	for _, cited := range f.references[i] {
		p.References.IDs = append(p.References.IDs, f.ID(int(cited)))
	}
	return p
}

// title has words of the paper's topic, some of everybody's, and its number, so
// that no two are the same.
func (f *Field) title(r *rand.Rand, i int) string {
	t := int(f.topic[i])
	title := fmt.Sprintf("%s %s %s of %s %s", pick(r, openings), word(7*t+r.IntN(4)), pick(r, nouns), word(7*t+r.IntN(7)), pick(r, nouns))
	if r.IntN(4) == 0 {
		title = word(9*i) + "-" + fmt.Sprint(i%97) + ": " + title
	}
	return title
}

func (f *Field) abstract(r *rand.Rand, i int) string {
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

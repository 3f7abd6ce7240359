package apitest

import (
	"fmt"
	"math"
	"math/rand/v2"

	"citemap/graph"
)

// embedding is the paper's place by the second model, where that was asked for
// and is known: of the first, which comes where nobody says which, the corpus has
// none.
func (c *corpus) embedding(place int, models fieldTree) any {
	p := &c.papers[place]
	if _, second := models["specter_v2"]; !second || len(p.Embedding) == 0 || p.Stub {
		return nil
	}
	vector := make([]float64, len(p.Embedding))
	for i, h := range p.Embedding {
		vector[i] = number16(h)
	}
	return map[string]any{"model": "specter_v2", "vector": vector}
}

// number16 is the number of a finite half.
func number16(h uint16) float64 {
	x := math.Ldexp(float64(h&0x3ff), -24)
	if e := int(h >> 10 & 0x1f); e > 0 {
		x = math.Ldexp(float64(1024+h&0x3ff), e-25)
	}
	if h&0x8000 != 0 {
		return -x
	}
	return x
}

// Described gives papers as a service knows them that has read them: each with
// its kinds of publication, an embedding near those of the papers that it cites,
// and how it cites each of those. The same papers give the same.
func Described(papers []graph.Paper, seed uint64) []graph.Paper {
	out := make([]graph.Paper, len(papers))
	r := rand.New(rand.NewPCG(seed, 11))
	for i := range papers {
		p := papers[i]
		p.Types = [][]string{{"JournalArticle"}, {"JournalArticle", "Conference"}, {"Review"}, nil}[r.IntN(4)]
		vector := make([]float32, 768)
		for k := range vector {
			vector[k] = float32(r.NormFloat64() + 3*math.Sin(float64(i*k)/float64(len(papers))))
		}
		p.Embedding = graph.NewEmbedding(vector)
		p.Contexts = nil
		for k, id := range p.References.IDs {
			intent := graph.Intents()[(i+k)%3]
			p.Contexts = append(p.Contexts, graph.Context{
				Cited: id, Texts: []string{fmt.Sprintf("Along the lines of earlier work [%d], we take this as %s.", k+1, intent)}, Intents: []string{intent}, Influential: k%7 == 0,
			})
		}
		p.Contexts = graph.SortContexts(p.Contexts)
		out[i] = p
	}
	return out
}

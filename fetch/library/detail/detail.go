// Package detail writes and reads what a record of a paper says beyond the graph:
// how it cites others, its embedding, its kinds and what notice there is of it.
package detail

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"maps"
	"slices"

	"citemap/graph"
)

// Facts are a part of a record. Whatever else stands in the place of one is as
// if it were not there: the scan of a snapshot passes over them, and so must the
// reading.
type Facts struct {
	PublicationTypes lenient[[]string]          `json:"publicationTypes,omitzero"`
	Contexts         lenient[map[string]citing] `json:"contexts,omitzero"`  // by the PaperID cited
	Embedding        lenient[string]            `json:"embedding,omitzero"` // base64 of little-endian halves
	Retraction       lenient[notice]            `json:"retraction,omitzero"`
}

// A citing is how the paper cites another.
type citing struct {
	Texts       []string `json:"texts,omitempty"`
	Intents     []string `json:"intents,omitempty"`
	Influential bool     `json:"influential,omitempty"`
}

type notice struct {
	Kind graph.NoticeKind `json:"kind"`
	DOI  string           `json:"notice,omitempty"`
	Date string           `json:"date,omitempty"`
}

// A lenient value is not known where something of another kind stands in its place.
type lenient[T any] struct {
	value T
	known bool
}

func (l *lenient[T]) UnmarshalJSON(b []byte) error {
	var v *T
	if json.Unmarshal(b, &v) == nil && v != nil {
		l.value, l.known = *v, true
	}
	return nil
}

func (l lenient[T]) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(l.value)
	return b.Bytes(), err
}

func (l lenient[T]) IsZero() bool { return !l.known }

// mostTypes is more kinds of publication than a paper has.
const mostTypes = 20

// mostContexts is more citations than a paper makes.
const mostContexts = 5000

// Of gives the facts of a paper.
func Of(p *graph.Paper) Facts {
	d := Facts{
		PublicationTypes: lenient[[]string]{p.Types, len(p.Types) > 0},
		Contexts:         lenient[map[string]citing]{map[string]citing{}, len(p.Contexts) > 0},
		Embedding:        lenient[string]{encodeEmbedding(p.Embedding), len(p.Embedding) > 0},
	}
	for _, c := range p.Contexts {
		d.Contexts.value[string(c.Cited)] = citing{c.Texts, c.Intents, c.Influential}
	}
	if n := p.Notice; n != nil {
		d.Retraction = lenient[notice]{notice{n.Kind, n.DOI, n.Date.String()}, true}
	}
	return d
}

// Read puts the facts into a paper, each text as clean leaves it.
func (d *Facts) Read(p *graph.Paper, clean func(string) string) {
	for _, t := range d.PublicationTypes.value {
		if t = clean(t); t != "" && len(p.Types) < mostTypes {
			p.Types = append(p.Types, t)
		}
	}
	for _, cited := range slices.Sorted(maps.Keys(d.Contexts.value)) {
		c := d.Contexts.value[cited]
		if x, told := graph.NewContext(graph.PaperID(clean(cited)), c.Texts, c.Intents, c.Influential); told && len(p.Contexts) < mostContexts {
			p.Contexts = append(p.Contexts, x)
		}
	}
	p.Contexts = graph.SortContexts(p.Contexts)
	p.Embedding = decodeEmbedding(d.Embedding.value)
	if r := d.Retraction; r.known {
		p.Notice = &graph.Notice{Kind: r.value.Kind, DOI: clean(r.value.DOI)}
		if date, err := graph.ParseDate(clean(r.value.Date)); err == nil {
			p.Notice.Date = date
		}
	}
}

func encodeEmbedding(e graph.Embedding) string {
	b := make([]byte, 0, 2*len(e))
	for _, h := range e {
		b = binary.LittleEndian.AppendUint16(b, h)
	}
	return base64.StdEncoding.EncodeToString(b)
}

// longestEmbedding is more than any model's, in bytes of text.
const longestEmbedding = 32 << 10

// decodeEmbedding reads an embedding; nil where the text is none.
func decodeEmbedding(text string) graph.Embedding {
	if text == "" || len(text) > longestEmbedding {
		return nil
	}
	b, err := base64.StdEncoding.DecodeString(text)
	if err != nil || len(b) == 0 || len(b)%2 != 0 {
		return nil
	}
	e := make(graph.Embedding, len(b)/2)
	for i := range e {
		e[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	if !e.Finite() {
		return nil
	}
	return e
}

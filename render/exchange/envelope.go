package exchange

import (
	"encoding/json"
	"io"

	"citemap/graph/study"
	"citemap/render"
)

// Head is what an answer says of the question.
type Head struct {
	Verb  string
	Lists []string // paths as the user gave them
}

// envelope is what every answer begins with.
type envelope struct {
	Citemap  int      `json:"citemap"`
	Verb     string   `json:"verb"`
	List     []string `json:"list"`
	AsOf     *string  `json:"asOf"`
	Coverage coverage `json:"coverage"`
	Sources  []source `json:"sources"`

	OldestFact *string `json:"oldestFact"`
	NewestFact *string `json:"newestFact"`
}

type coverage struct {
	Entries        int `json:"entries"`
	Resolved       int `json:"resolved"`
	WithReferences int `json:"withReferences"`
	Papers         int `json:"papers"`
	Citations      int `json:"citations"`
	Listed         int `json:"listed"`
	Missing        int `json:"missing"`
	Unasked        int `json:"unasked"`
	Duplicates     int `json:"duplicates"`
	Mismatches     int `json:"mismatches"`
	SelfCitations  int `json:"selfCitations"`
	Repeated       int `json:"repeatedCitations"`
	Nowhere        int `json:"citationsToNowhere"`
	Later          int `json:"later"`
	Undated        int `json:"undated"`
	Without        int `json:"without"`
	WithCiting     int `json:"withCitingPapers"`
	CutReferences  int `json:"withCutReferences"`
	CutCiting      int `json:"withCutCitingPapers"`
	BeyondLists    int `json:"referenceListsBeyondBudget"`
	BeyondCiting   int `json:"citingPapersBeyondBudget"`
	FutureDated    int `json:"futureDated"`
	NoticesAsked   int `json:"noticesAsked"` // listed papers of which this run knows whether others call them retracted

	Today *string `json:"today"` // from which ages count
}

type source struct {
	Name    string `json:"name"`
	Licence string `json:"licence"`
}

func newEnvelope(h Head, f *study.Findings) envelope {
	v := f.Coverage
	e := envelope{
		Citemap: 1, Verb: h.Verb, List: clean(h.Lists), AsOf: orNull(f.Corpus.AsOf.String()),
		Coverage: coverage{
			Entries: v.Entries, Resolved: v.Resolved, WithReferences: v.WithReferences, Papers: v.Papers, Citations: v.Citations,
			Listed: v.Listed, Missing: v.Missing, Unasked: v.Unasked, Duplicates: v.Duplicates, Mismatches: v.Mismatches,
			SelfCitations: v.Cleaned.SelfCitations, Repeated: v.Cleaned.Repeated, Nowhere: v.Cleaned.Nowhere,
			Later: v.LeftOut.Later, Undated: v.LeftOut.Undated, Without: v.LeftOut.Without,
			WithCiting: v.WithCiting, CutReferences: v.CutReferences.Papers, CutCiting: v.CutCiting.Papers, BeyondLists: v.Beyond.Lists, BeyondCiting: v.Beyond.Citing,
			FutureDated: v.FutureDated, NoticesAsked: f.Corpus.Noticed, Today: orNull(v.Today.String()),
		},
		Sources:    []source{},
		OldestFact: orNull(f.Corpus.Oldest.String()), NewestFact: orNull(f.Corpus.Newest.String()),
	}
	for _, s := range f.Corpus.Sources {
		e.Sources = append(e.Sources, source{render.Clean(s.Name), render.Clean(s.Licence)})
	}
	return e
}

// write writes an answer with its keys in the order of its fields.
func write(w io.Writer, answer any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(answer)
}

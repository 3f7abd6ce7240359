package exchange

import (
	"io"
	"math"

	"citemap/graph/eval"
	"citemap/graph/gap"
	"citemap/graph/study"
	"citemap/render"
)

// quality is the quality of one method as JSON, to six decimals.
type quality struct {
	Recall10    float64 `json:"recall@10"`
	Recall50    float64 `json:"recall@50"`
	NDCG50      float64 `json:"ndcg@50"`
	MRR         float64 `json:"mrr"`
	Precision10 float64 `json:"precision@10"`
}

func newQuality(q eval.Quality) quality {
	six := func(x float64) float64 { return math.Round(x*1e6) / 1e6 }
	return quality{six(q.Recall10), six(q.Recall50), six(q.NDCG50), six(q.MRR), six(q.Precision10)}
}

// byMethod names the quality of each method; encoding/json sorts the names.
func byMethod(methods []gap.Method, q []eval.Quality) map[string]quality {
	out := map[string]quality{}
	for i, m := range methods {
		out[m.String()] = newQuality(q[i])
	}
	return out
}

// An evalList is the outcome on one list as JSON.
type evalList struct {
	Name    string             `json:"name"`
	Papers  int                `json:"papers"` // of the list, that are in the cut corpus
	Methods map[string]quality `json:"methods"`
}

// Eval writes an evaluation as JSON.
func Eval(w io.Writer, h Head, f *study.Findings, e *eval.Evaluation) error {
	lists := []evalList{}
	for _, l := range e.Lists {
		lists = append(lists, evalList{render.Clean(l.Name), l.Found, byMethod(e.Methods, l.Quality)})
	}
	return write(w, struct {
		envelope
		Lists          int                `json:"lists"`
		Hide           float64            `json:"hide"`
		Trials         int                `json:"trials"`
		Seed           uint64             `json:"seed"`
		Given          int                `json:"given"`
		Gathered       int                `json:"gathered"`
		Methods        map[string]quality `json:"methods"`
		StandardErrors map[string]quality `json:"standardErrors"`
		PerList        []evalList         `json:"perList"`
	}{
		newEnvelope(h, f), len(e.Lists), e.Options.Hide, e.Options.Trials, e.Options.Seed, e.Options.Given, e.Options.Gathered,
		byMethod(e.Methods, e.Mean), byMethod(e.Methods, e.Errors), lists,
	})
}

// EvalTable gives the mean quality of each method with its standard error.
func EvalTable(e *eval.Evaluation) Table {
	t := Table{Columns: []Column{{Name: "method"}}}
	for _, name := range []string{"ndcg@50", "recall@10", "recall@50", "mrr", "precision@10"} {
		t.Columns = append(t.Columns, Column{Name: name, Holds: Number}, Column{Name: name + " error", Holds: Number})
	}
	for i, m := range e.Methods {
		mean, err := newQuality(e.Mean[i]), newQuality(e.Errors[i])
		row := []string{m.String()}
		for _, pair := range [][2]float64{
			{mean.NDCG50, err.NDCG50}, {mean.Recall10, err.Recall10}, {mean.Recall50, err.Recall50},
			{mean.MRR, err.MRR}, {mean.Precision10, err.Precision10},
		} {
			row = append(row, number(pair[0]), number(pair[1]))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

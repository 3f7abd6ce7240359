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
	return quality{six(q.Recall10), six(q.Recall50), six(q.NDCG50), six(q.MRR), six(q.Precision10)}
}

func six(x float64) float64 { return math.Round(x*1e6) / 1e6 }

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

		Paired      map[string]paired `json:"paired"`
		Reliability *reliability      `json:"reliability"`
		Rounds      *rounds           `json:"rounds"`
	}{
		newEnvelope(h, f), len(e.Lists), e.Options.Hide, e.Options.Trials, e.Options.Seed, e.Options.Given, e.Options.Gathered,
		byMethod(e.Methods, e.Mean), byMethod(e.Methods, e.Errors), lists,
		newPaired(e.Paired), newReliability(e.Reliability), newRounds(e.Rounds),
	})
}

// A paired is nDCG@50 of citemap less that of another method, list by list.
type paired struct {
	NDCG50 float64 `json:"ndcg@50"`
	Error  float64 `json:"standardError"`
}

func newPaired(all []eval.Difference) map[string]paired {
	out := map[string]paired{}
	for _, d := range all {
		out[d.Method.String()] = paired{six(d.Mean), six(d.Error)}
	}
	return out
}

// A reliability tells whether the chances hold, as JSON.
type reliability struct {
	Error     float64 `json:"expectedCalibrationError"`
	Lists     int     `json:"lists"`
	Tenths    []tally `json:"tenths"`
	Strengths []tally `json:"strengths"`
}

// A tally is the candidates of a range of chances.
type tally struct {
	From     *float64      `json:"from,omitempty"`
	Strength *gap.Strength `json:"strength,omitempty"`
	Papers   int           `json:"candidates"`
	Chance   float64       `json:"meanChance"`
	Hidden   float64       `json:"hidden"`
}

func newReliability(r *eval.Reliability) *reliability {
	if r == nil {
		return nil
	}
	out := &reliability{Error: six(r.Error()), Lists: r.Lists}
	for i, t := range r.Tenths {
		from := float64(i) / 10
		out.Tenths = append(out.Tenths, tally{From: &from, Papers: t.Papers, Chance: six(t.Expected()), Hidden: six(t.Share())})
	}
	for i, t := range r.Strengths {
		strength := gap.Strength(i)
		out.Strengths = append(out.Strengths, tally{Strength: &strength, Papers: t.Papers, Chance: six(t.Expected()), Hidden: six(t.Share())})
	}
	return out
}

// rounds says what it is worth to answer, as JSON.
type rounds struct {
	Every  int     `json:"every"`
	Starts []start `json:"starts"`
}

type start struct {
	Given   *int  `json:"given"` // null: as hide says
	Lists   int   `json:"lists"`
	OneShot looks `json:"oneShot"`
	Rounds  looks `json:"rounds"`
}

type looks struct {
	After50  float64 `json:"recall@50"`
	After100 float64 `json:"recall@100"`
	Until95  float64 `json:"looksUntil95"`
	Saved    float64 `json:"saved"`
}

func newRounds(r *eval.Rounds) *rounds {
	if r == nil {
		return nil
	}
	out := &rounds{Every: r.Every}
	of := func(l eval.Looks) looks {
		return looks{six(l.After50), six(l.After100), six(l.Until95), six(l.Saved)}
	}
	for _, s := range r.Starts {
		x := start{Lists: s.Lists, OneShot: of(s.OneShot), Rounds: of(s.Rounds)}
		if s.Given > 0 {
			x.Given = &s.Given
		}
		out.Starts = append(out.Starts, x)
	}
	return out
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

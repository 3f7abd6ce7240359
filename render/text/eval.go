package text

import (
	"fmt"
	"io"

	"citemap/graph/eval"
)

// Eval writes how well each method brings back what was hidden.
func Eval(w io.Writer, e *eval.Evaluation, o Options) error {
	p := &page{o: o}
	what := "mean ± standard error over lists"
	if len(e.Lists) < 2 {
		what = "mean over trials; one list says little about a method"
	}
	p.prose(fmt.Sprintf("%s, %.0f %% hidden, %s each; %s.",
		count(len(e.Lists), "list"), 100*e.Options.Hide, count(e.Options.Trials, "trial"), what))
	if g := e.Options.Given; g > 0 {
		p.prose(fmt.Sprintf("No more than %d papers of each list were given.", g))
	}
	p.line("")
	columns := []column{{head: "method", gives: true}}
	for _, head := range []string{"nDCG@50", "recall@10", "recall@50", "MRR", "precision@10"} {
		columns = append(columns, column{head: head, right: true})
	}
	var rows [][]cell
	for i, m := range e.Methods {
		mean, err := e.Mean[i], e.Errors[i]
		row := []cell{plain(m.String())}
		for _, pair := range [][2]float64{
			{mean.NDCG50, err.NDCG50}, {mean.Recall10, err.Recall10}, {mean.Recall50, err.Recall50},
			{mean.MRR, err.MRR}, {mean.Precision10, err.Precision10},
		} {
			if len(e.Lists) < 2 { // one list has no error over lists
				row = append(row, plain(fmt.Sprintf("%.3f", pair[0])))
				continue
			}
			row = append(row, plain(fmt.Sprintf("%.3f ±%.3f", pair[0], pair[1])))
		}
		rows = append(rows, row)
	}
	p.table(columns, rows)
	return p.finish(w)
}

package text

import (
	"citemap/graph/gap"
	"slices"
	"strconv"
	"strings"

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
	p.paired(e)
	p.reliability(e.Reliability)
	p.rounds(e.Rounds)
	return p.finish(w)
}

// paired says by how much citemap differs from the other methods, list by list.
func (p *page) paired(e *eval.Evaluation) {
	if len(e.Lists) < 2 || len(e.Paired) == 0 {
		return
	}
	var all []string
	for _, d := range e.Paired {
		all = append(all, fmt.Sprintf("%s %+.4f ±%.4f", d.Method, d.Mean, d.Error))
	}
	p.line("")
	p.prose("nDCG@50 of citemap less that of another method, list by list: " + strings.Join(all, ", ") + ".")
}

// reliability says whether the chances hold.
func (p *page) reliability(r *eval.Reliability) {
	if r == nil {
		return
	}
	p.heading("How far the chances hold")
	p.prose("Of the candidates of each list (the best 200), by the chance that they were given, the share that was on the hidden part:")
	p.line("")
	columns := []column{{head: "belongs"}, {head: "candidates", right: true}, {head: "mean chance", right: true}, {head: "hidden", right: true}}
	var rows [][]cell
	row := func(what string, t eval.Tally) {
		if t.Papers > 0 {
			rows = append(rows, []cell{plain(what), plain(strconv.Itoa(t.Papers)), plain(fmt.Sprintf("%.3f", t.Expected())), plain(fmt.Sprintf("%.3f", t.Share()))})
		}
	}
	for i, t := range slices.Backward(r.Tenths[:]) {
		row(fmt.Sprintf("%.1f to %.1f", float64(i)/10, float64(i+1)/10), t)
	}
	for i, t := range r.Strengths {
		row(gap.Strength(i).String(), t)
	}
	p.table(columns, rows)
	p.line("")
	p.prose(fmt.Sprintf("Expected calibration error %.3f.", r.Error()))
}

// rounds says what it is worth to answer.
func (p *page) rounds(r *eval.Rounds) {
	if r == nil {
		return
	}
	p.heading("What answers are worth")
	p.prose(fmt.Sprintf("Hidden papers found after so many looks: in one shot, and in rounds of %d after each of which what was found has joined the list. The share saved is of the candidates that need not be looked at until 95 %% are found.", r.Every))
	p.line("")
	columns := []column{{head: "given"}, {head: "looked"}}
	for _, head := range []string{"after 50", "after 100", "looks until 95 %", "saved"} {
		columns = append(columns, column{head: head, right: true})
	}
	var rows [][]cell
	row := func(given, how string, l eval.Looks) {
		rows = append(rows, []cell{plain(given), plain(how), plain(fmt.Sprintf("%.3f", l.After50)), plain(fmt.Sprintf("%.3f", l.After100)),
			plain(fmt.Sprintf("%.0f", l.Until95)), plain(fmt.Sprintf("%.0f %%", 100*l.Saved))})
	}
	for _, s := range r.Starts {
		given := "part"
		if s.Given > 0 {
			given = count(s.Given, "paper")
		}
		row(given, "one shot", s.OneShot)
		row(given, "rounds", s.Rounds)
	}
	p.table(columns, rows)
}

package exchange

import (
	"io"

	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/study"
	"citemap/render"
)

// A gapRow is one gap as JSON.
type gapRow struct {
	Rank       int      `json:"rank"`
	Score      float64  `json:"score"`
	Kind       gap.Kind `json:"kind"`
	Paper      paper    `json:"paper"`
	CitedBy    []string `json:"citedBy"`
	Cites      []string `json:"cites"`
	Reasons    []string `json:"reasons"`
	Nearest    *string  `json:"nearest"`
	Together   int      `json:"together"`
	Expected   float64  `json:"expected"`
	Confidence float64  `json:"confidence"`
	Survey     bool     `json:"survey"`

	Belongs  float64      `json:"belongs"`
	Strength gap.Strength `json:"strength"`

	Fair      float64        `json:"fair"`
	CarriedBy []contribution `json:"carriedBy"`
	CoveredBy []contribution `json:"coveredBy"`

	Contexts []quote  `json:"contexts"`
	Alike    *string  `json:"alike"` // the listed paper nearest in text
	Likeness *float64 `json:"likeness"`
}

// A quote is how one paper cites another: a listed paper the gap, or the gap a
// listed paper.
type quote struct {
	Citing      string   `json:"citing"`
	Cited       string   `json:"cited"`
	Texts       []string `json:"texts"`
	Intents     []string `json:"intents"`
	Influential bool     `json:"influential"`
}

func quotes(g *graph.Graph, all []gap.Quote) []quote {
	out := []quote{}
	for _, q := range all {
		out = append(out, quote{
			render.Clean(string(g.ID(q.Citing))), render.Clean(string(g.ID(q.Cited))), clean(q.Texts), clean(q.Intents), q.Influential,
		})
	}
	return out
}

// A contribution is the part of a listed paper in a gap's score.
type contribution struct {
	ID     string  `json:"id"`
	Weight float64 `json:"weight"`
}

func contributions(g *graph.Graph, all []gap.Contribution) []contribution {
	out := []contribution{}
	for _, c := range all {
		out = append(out, contribution{render.Clean(string(g.ID(c.Listed))), c.Weight})
	}
	return out
}

// missing is what the gaps add to an envelope.
type missing struct {
	Gaps   []gapRow `json:"gaps"`
	Topics []topic  `json:"topics"`
	Thin   *string  `json:"thin"`
}

// Gaps writes the first n gaps (0: all) with their reasons as JSON.
func Gaps(w io.Writer, h Head, f *study.Findings, n int) error {
	return write(w, gapsAnswer{newEnvelope(h, f), newMissing(f, n)})
}

type gapsAnswer struct {
	envelope
	missing
}

func newMissing(f *study.Findings, n int) missing {
	a := missing{Gaps: []gapRow{}, Topics: topics(f, f.Topics), Thin: orNull(f.Gaps.Thin)}
	gaps := first(n, f.Gaps.Gaps)
	nodes := make([]graph.Node, len(gaps))
	for i := range gaps {
		nodes[i] = gaps[i].Node
	}
	f.Graph.ReadAhead(nodes)
	for i, x := range gaps {
		row := gapRow{
			Rank: i + 1, Score: x.Score, Kind: x.Kind, Paper: newPaper(f, x.Node),
			CitedBy: paperIDs(f.Graph, x.CitedBy), Cites: paperIDs(f.Graph, x.Cites), Reasons: []string{},
			Together: x.Together, Expected: x.Expected, Confidence: x.Confidence, Survey: x.Survey,
			Belongs: x.Belongs, Strength: x.Strength,
			Fair: x.Fair, CarriedBy: contributions(f.Graph, x.Carriers), CoveredBy: contributions(f.Graph, x.Covers),
			Contexts: quotes(f.Graph, x.Contexts),
		}
		if x.Alike != nil {
			row.Alike, row.Likeness = orNull(render.Clean(string(f.Graph.ID(*x.Alike)))), &x.Likeness
		}
		for _, r := range x.Reasons {
			row.Reasons = append(row.Reasons, render.Clean(r))
		}
		if x.Nearest != nil {
			row.Nearest = orNull(render.Clean(string(f.Graph.ID(*x.Nearest))))
		}
		a.Gaps = append(a.Gaps, row)
	}
	return a
}

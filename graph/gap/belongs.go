package gap

import (
	"math"

	"citemap/graph"
)

// Weights say what each sign is worth in the chance that a paper belongs: it is
//
//	1 / (1 + exp(-sum of weight times sign))
//
// to three digits after the point,
// fitted by logistic regression on lists of which a part was hidden.
type Weights struct {
	Scored []float64 // of the papers in the ridge system
	Thin   []float64 // where the corpus is too thin for it
	Below  float64   // the share that belongs of the papers below the system
}

// Belongs gives the chances that papers belong by these weights: those of
// Papers, and the one of any other.
func (e *Evidence) Belongs(w Weights) (of []float64, others float64) {
	weights, others := w.Scored, w.Below
	if e.Thin {
		weights, others = w.Thin, 0
	}
	for _, signs := range e.Signs {
		sum := 0.0
		for i, x := range signs {
			sum += weights[i] * x
		}
		of = append(of, thousandths(1/(1+math.Exp(-sum))))
	}
	return of, thousandths(others)
}

// belongs gives the chances by node.
func (e *Evidence) belongs() func(graph.Node) float64 {
	of, others := e.Belongs(weights)
	chance := map[graph.Node]float64{}
	for i, c := range e.Papers {
		chance[c] = of[i]
	}
	return func(c graph.Node) float64 {
		if p, known := chance[c]; known {
			return p
		}
		return others
	}
}

func thousandths(x float64) float64 { return math.Round(x*1000) / 1000 }

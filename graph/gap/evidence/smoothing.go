package evidence

import "gonum.org/v1/gonum/mat"

// smooth adds companions of companions: G + 0.3 D N N D, where N is G scaled
// to a unit diagonal by D, which is G + 0.3 G D^-2 G. Few items of a long list
// have companions in common, so the rows are multiplied without their zeros.
func smooth(g *mat.SymDense) {
	raw := g.RawSymmetric()
	for _, r := range rowsOf(g) {
		for a, i := range r.columns {
			row, share := raw.Data[i*raw.Stride:], smoothing*r.values[a]/max(r.diagonal, 0.3)
			for b := a; b < len(r.columns); b++ {
				row[r.columns[b]] += share * r.values[b]
			}
		}
	}
}

// A sparseRow is what is not 0 in one row of a matrix.
type sparseRow struct {
	columns  []int // rising
	values   []float64
	diagonal float64
}

func rowsOf(g *mat.SymDense) []sparseRow {
	rows := make([]sparseRow, g.SymmetricDim())
	for i := range rows {
		rows[i].diagonal = g.At(i, i)
		for j := range rows {
			if x := g.At(i, j); x != 0 {
				rows[i].columns = append(rows[i].columns, j)
				rows[i].values = append(rows[i].values, x)
			}
		}
	}
	return rows
}

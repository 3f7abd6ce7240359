package exchange

import (
	"encoding/json"
	"io"
	"slices"
	"strconv"

	"citemap/graph/study"
	"citemap/render"
)

// A route is one path as JSON.
type route struct {
	Weight    float64    `json:"weight"`
	Papers    []paper    `json:"papers"`
	Citations []weighted `json:"citations"` // between a paper and the next, in the order of the papers
	Lacks     []string   `json:"lacks"`     // papers that are not on the list
	Keys      int        `json:"keyCitations,omitempty"`
}

// A weighted is a citation with its share of the counted paths.
type weighted struct {
	Citing string  `json:"citing"`
	Cited  string  `json:"cited"`
	Weight float64 `json:"weight"`
}

type pathsAnswer struct {
	envelope
	Weights string        `json:"weights"`
	Among   neighbourhood `json:"among"` // the papers whose paths are counted
	Next    string        `json:"next"`  // how a paper stands to the one after it
	Tied    int           `json:"tied"`
	Chains  *json.Number  `json:"chains,omitempty"` // the shortest there are, given or not
	Note    *string       `json:"note"`             // why there is no path
	Paths   []route       `json:"paths"`
}

// Paths writes routes as JSON.
func Paths(w io.Writer, h Head, f *study.Findings, r study.Routes) error {
	answer := pathsAnswer{
		envelope: newEnvelope(h, f), Weights: r.By.String(), Next: "citedBy", Tied: r.Tied, Note: orNull(render.NoPath(f, r)), Paths: routes(f, r),
		Among: neighbourhood{r.Among.Graph.Len(), r.Among.Graph.Citations()},
	}
	if r.Down {
		answer.Next = "cites"
		n := json.Number(r.Chains.String())
		answer.Chains = &n
	}
	return write(w, answer)
}

func routes(f *study.Findings, r study.Routes) []route {
	out := []route{}
	for _, x := range r.Routes {
		row := route{Weight: x.Weight(), Citations: []weighted{}, Lacks: []string{}, Keys: x.Keys}
		for i, n := range x.Papers {
			p := newPaper(f, n)
			row.Papers = append(row.Papers, p)
			if !p.Listed {
				row.Lacks = append(row.Lacks, p.ID)
			}
			if i > 0 {
				c := weighted{p.ID, row.Papers[i-1].ID, x.Shares[i-1]}
				if r.Down {
					c.Citing, c.Cited = c.Cited, c.Citing
				}
				row.Citations = append(row.Citations, c)
			}
		}
		out = append(out, row)
	}
	return out
}

// PathsTable is the answer of Paths as a table: a row a paper of each path.
// Weight is that of the citation between the paper and the one before.
func PathsTable(f *study.Findings, r study.Routes) Table {
	t := Table{Columns: slices.Concat(
		[]Column{{Name: "path", Holds: Number}, {Name: "place", Holds: Number}, {Name: "weight", Holds: Number}, {Name: "onList"}},
		paperColumns,
	)}
	for i, x := range routes(f, r) {
		for j, p := range x.Papers {
			weight, onList := "", ""
			if j > 0 {
				weight = number(x.Citations[j-1].Weight)
			}
			if p.Listed {
				onList = "yes"
			}
			t.Rows = append(t.Rows, append([]string{strconv.Itoa(i + 1), strconv.Itoa(j + 1), weight, onList}, p.row()...))
		}
	}
	return t
}

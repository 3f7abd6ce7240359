package fetch

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"citemap/graph"
	"citemap/graph/eval"
)

// holdOut is a line of a file of hold-out lists.
type holdOut struct {
	Name    string   `json:"name"`
	AsOf    string   `json:"asOf"`
	Exclude []string `json:"exclude"`
	Papers  []string `json:"papers"`
}

// longestHoldOut is how many bytes a line may have.
const longestHoldOut = 64 << 20

// ReadHoldOuts reads lists to be held out, one JSON object a line, and gives
// their ids as the papers of a corpus bear them. An id of no paper there is
// passed over. Errors read "name:line: what is wrong".
func ReadHoldOuts(name string, r io.Reader, c *graph.Corpus) ([]eval.HoldOut, error) {
	index := c.Index()
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longestHoldOut)
	var out []eval.HoldOut
	n := 1
	for ; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		list, err := readHoldOut(lines.Bytes(), index, c)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		out = append(out, list)
	}
	switch err := lines.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return nil, fmt.Errorf("%s:%d: line longer than %d MB: want one JSON object per line", name, n, longestHoldOut>>20)
	case err != nil:
		return nil, fmt.Errorf("%s:%d: %w", name, n, err)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: no list: want one JSON object per line with name, asOf, exclude and papers", name)
	}
	return out, nil
}

func readHoldOut(line []byte, index graph.Index, c *graph.Corpus) (eval.HoldOut, error) {
	var read holdOut
	if err := json.Unmarshal(line, &read); err != nil {
		return eval.HoldOut{}, fmt.Errorf("not a hold-out list: %w", err)
	}
	list := eval.HoldOut{Name: read.Name}
	var err error
	if read.AsOf != "" {
		if list.AsOf, err = graph.ParseDate(read.AsOf); err != nil {
			return list, err
		}
	}
	if list.Exclude, err = known(read.Exclude, index, c); err != nil {
		return list, err
	}
	list.Papers, err = known(read.Papers, index, c)
	return list, err
}

// known gives the PaperIDs of the papers that ids name.
func known(ids []string, index graph.Index, c *graph.Corpus) ([]graph.PaperID, error) {
	var out []graph.PaperID
	for _, written := range ids {
		id, err := graph.ParseID(written)
		if err != nil {
			return nil, err
		}
		if place, found := index.Find(id); found {
			out = append(out, c.At(place).ID)
		}
	}
	return out, nil
}

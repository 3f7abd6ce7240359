package export

import (
	"encoding/csv"
	"io"

	"citemap/render/exchange"
)

// papersCSV writes a row a paper with all columns; the cell of what is not
// known is empty. A text that a spreadsheet would run gets an apostrophe.
func papersCSV(w io.Writer, x *Export) error {
	c := csv.NewWriter(w)
	row := make([]string, len(x.columns))
	for i, column := range x.columns {
		row[i] = column.name
	}
	if err := c.Write(row); err != nil {
		return err
	}
	for place := range x.papers {
		for i, column := range x.columns {
			row[i] = written(column.value(place))
			if column.kind == text || column.kind == texts {
				row[i] = exchange.Harmless(row[i])
			}
		}
		if err := c.Write(row); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// citationsCSV writes a row a citation: the PaperIDs of the citing and the
// cited paper.
func citationsCSV(w io.Writer, x *Export) error {
	c := csv.NewWriter(w)
	row := []string{"citing", "cited"}
	if err := c.Write(row); err != nil {
		return err
	}
	for citing, cited := range x.citations() {
		row[0], row[1] = exchange.Harmless(x.ids[citing]), exchange.Harmless(x.ids[cited])
		if err := c.Write(row); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

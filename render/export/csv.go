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

// citationsCSV writes a row a link: the PaperIDs of its papers, and its
// attributes.
func citationsCSV(w io.Writer, x *Export) error {
	c := csv.NewWriter(w)
	row := []string{}
	for _, column := range x.endColumns() {
		row = append(row, column.name)
	}
	if err := c.Write(row); err != nil {
		return err
	}
	for l := range x.links() {
		row[0], row[1] = exchange.Harmless(x.ids[l.from]), exchange.Harmless(x.ids[l.to])
		for i, v := range l.values {
			row[2+i] = written(v)
		}
		if err := c.Write(row); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

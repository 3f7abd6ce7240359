package export

import (
	"cmp"
	"io"
	"slices"

	"github.com/parquet-go/parquet-go"
)

// rowGroup is how many rows are held at once.
const rowGroup = 1 << 16

// papersParquet writes a row a paper with all columns. Any may be
// null; authors are a list.
func papersParquet(w io.Writer, x *Export) error {
	t := newTable(w, "papers", x.columns)
	for i := range x.papers {
		values := make([]any, len(x.columns))
		for c, column := range x.columns {
			values[c] = column.value(i)
		}
		t.add(values)
	}
	return t.close()
}

// citationsParquet writes a row a link: the PaperIDs of its papers, and its
// attributes.
func citationsParquet(w io.Writer, x *Export) error {
	t := newTable(w, "citations", x.endColumns())
	for l := range x.links() {
		t.add(append([]any{x.ids[l.from], x.ids[l.to]}, l.values...))
	}
	return t.close()
}

// A table is a Parquet file in the making. It keeps the first error.
type table struct {
	w       *parquet.GenericWriter[any]
	columns []column
	rows    []parquet.Row
	err     error
}

func newTable(w io.Writer, name string, columns []column) *table {
	root := ordered{Group: parquet.Group{}, place: map[string]int{}}
	for i, c := range columns {
		root.Group[c.name] = parquet.Optional(parquetNode(c.kind))
		root.place[c.name] = i
	}
	return &table{columns: columns, w: parquet.NewGenericWriter[any](w,
		parquet.NewSchema(name, root), parquet.Compression(&parquet.Snappy), parquet.MaxRowsPerRowGroup(rowGroup),
		parquet.CreatedBy("citemap", "1", "0"), // no version: the bytes depend on the papers alone
	)}
}

// ordered is a group whose columns keep their order; a Group's own is by name.
type ordered struct {
	parquet.Group
	place map[string]int
}

func (o ordered) Fields() []parquet.Field {
	fields := o.Group.Fields()
	slices.SortFunc(fields, func(a, b parquet.Field) int { return cmp.Compare(o.place[a.Name()], o.place[b.Name()]) })
	return fields
}

func parquetNode(k kind) parquet.Node {
	switch k {
	case texts:
		return parquet.List(parquet.String())
	case integer:
		return parquet.Int(64)
	case real:
		return parquet.Leaf(parquet.DoubleType)
	case truth:
		return parquet.Leaf(parquet.BooleanType)
	}
	return parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
}

func (t *table) add(values []any) {
	var row parquet.Row
	for i, v := range values {
		row = appendValue(row, i, v)
	}
	if t.rows = append(t.rows, row); len(t.rows) == 1<<10 {
		t.flush()
	}
}

// appendValue appends the value of a column with its levels: a null is defined
// to level 0, a value of an optional column to 1, an element of a list to 2.
func appendValue(row parquet.Row, column int, value any) parquet.Row {
	switch v := value.(type) {
	case string:
		return append(row, parquet.ByteArrayValue([]byte(v)).Level(0, 1, column))
	case int:
		return append(row, parquet.Int64Value(int64(v)).Level(0, 1, column))
	case float64:
		return append(row, parquet.DoubleValue(v).Level(0, 1, column))
	case bool:
		return append(row, parquet.BooleanValue(v).Level(0, 1, column))
	case []string:
		for i, s := range v {
			row = append(row, parquet.ByteArrayValue([]byte(s)).Level(min(i, 1), 2, column))
		}
		return row
	}
	return append(row, parquet.NullValue().Level(0, 0, column))
}

func (t *table) flush() {
	if t.err == nil {
		_, t.err = t.w.WriteRows(t.rows)
	}
	t.rows = t.rows[:0]
}

func (t *table) close() error {
	t.flush()
	if t.err != nil {
		return t.err
	}
	return t.w.Close()
}

package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// writeField writes a small field: lists of papers that are cited together, each
// list by some of thirty papers.
func writeField(t *testing.T, folder, name string, lists int) {
	t.Helper()
	var snapshot, held strings.Builder
	fmt.Fprintln(&snapshot, `{"format":"citemap-snapshot","version":1,"taken":"2026-11-22","source":"test","licence":""}`)
	for l := range lists {
		var ids []string
		for i := range 14 {
			id := fmt.Sprintf("DOI:10.1234/%s-l%d-%02d", name, l, i)
			ids = append(ids, `"`+id+`"`)
			fmt.Fprintf(&snapshot, `{"paperId":%q,"title":"On %s %d","year":%d,"references":[]}`+"\n", id, name, l, 1990+i)
		}
		for i := range 30 {
			cited := append([]string{fmt.Sprintf(`"DOI:10.1234/%s-x%d"`, name, i%5)}, ids[i%8:i%8+6]...)
			fmt.Fprintf(&snapshot, `{"paperId":"DOI:10.1234/%s-u%d-%02d","title":"Of %s","year":2005,"references":[%s]}`+"\n", name, l, i, name, strings.Join(cited, ","))
		}
		fmt.Fprintf(&held, `{"name":"%d","asOf":"2006","exclude":[],"papers":[%s]}`+"\n", l, strings.Join(ids, ","))
	}
	for i := range 5 {
		fmt.Fprintf(&snapshot, `{"paperId":"DOI:10.1234/%s-x%d","title":"Else","year":2000,"references":[]}`+"\n", name, i)
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write([]byte(snapshot.String())); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for file, text := range map[string][]byte{snapshotEnd: packed.Bytes(), listsEnd: []byte(held.String())} {
		if err := os.WriteFile(filepath.Join(folder, name+file), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// The same fields give the same table, which is Go and names every sign; each
// field is judged by the others.
func TestWeigh(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"art", "biology"} {
		writeField(t, folder, name, 4)
	}
	var first, second, said, left bytes.Buffer
	if err := run(&first, &said, folder, options{judge: true}); err != nil {
		t.Fatal(err)
	}
	if err := run(&second, &said, folder, options{}); err != nil {
		t.Fatal(err)
	}
	if first.String() != second.String() || !strings.Contains(first.String(), `{"formula", `) || !strings.Contains(first.String(), "Below: ") {
		t.Errorf("table\n%s\nand\n%s", &first, &second)
	}
	if !strings.Contains(said.String(), "art          half given    4 lists  ridge ") || !strings.Contains(said.String(), "biology      3 given") {
		t.Errorf("said\n%s", &said)
	}
	if err := run(&left, &said, folder, options{leave: "art", lists: 2}); err != nil || strings.Contains(left.String(), "biology") || !strings.Contains(left.String(), "2 lists") {
		t.Errorf("%v, of art alone\n%s", err, &left)
	}
	if err := run(&left, &said, folder, options{leave: "chemistry"}); err == nil || !strings.Contains(err.Error(), "want one of [art biology]") {
		t.Errorf("chemistry: %v", err)
	}
	if err := run(&left, &said, t.TempDir(), options{}); err == nil || !strings.Contains(err.Error(), "no field") {
		t.Errorf("an empty folder: %v", err)
	}
}

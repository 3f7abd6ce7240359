package field_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"citemap/fetch/field"
	"citemap/fetch/field/fieldtest"
)

// Whatever stands in field.json is read or refused.
func FuzzHeader(f *testing.F) {
	for _, text := range []string{
		`{"format":"citemap-field","version":1,"source":"s","release":"r","licence":"l","date":"2026-11-22","papers":3,"citations":2,"ids":9,"titles":3}`,
		`{"format":"citemap-field","version":1e9}`, `{"papers":99999999999999999999}`, `null`, ``,
	} {
		f.Add([]byte(text))
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, text []byte) {
		if err := os.WriteFile(filepath.Join(dir, field.HeaderName), text, 0o644); err != nil {
			t.Fatal(err)
		}
		if h, err := field.ReadHeader(dir); err == nil && (h.Papers < 0 || h.Citations < 0) {
			t.Errorf("%q counts %d papers and %d citations", text, h.Papers, h.Citations)
		}
	})
}

// Bytes that are changed anywhere in a table make an error, or other facts, and no
// panic.
func FuzzTable(f *testing.F) {
	papers := made(40)
	for k := range len(forms) {
		for n := range 8 {
			f.Add(k, n, -5, []byte{0xff, 0x7f})
			f.Add(k, n, 40, []byte{0x80, 0x80, 0x80, 0x80, 0x08})
			f.Add(k, n, -60-7*n, []byte{0x15, 0xfe, 0xff, 0xff, 0x0f})
		}
	}
	f.Fuzz(func(t *testing.T, form, table, at int, bytes []byte) {
		dir := t.TempDir()
		if err := fieldtest.Write(dir, papers, forms[uint(form)%uint(len(forms))].Options); err != nil {
			t.Fatal(err)
		}
		files, _ := filepath.Glob(filepath.Join(dir, "*", "*.parquet"))
		lists, _ := filepath.Glob(filepath.Join(dir, "*", "*", "*.parquet"))
		files = slices.Concat(files, lists)
		name := files[uint(table)%uint(len(files))]
		whole, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		begin := at % len(whole) // from the end where it is less than 0: there the footer stands
		if begin < 0 {
			begin += len(whole)
		}
		copy(whole[begin:], bytes)
		if err := os.WriteFile(name, whole, 0o644); err != nil {
			t.Fatal(err)
		}
		_ = read(dir, papers[:10]) // what comes of it is tested where the damage is known
	})
}

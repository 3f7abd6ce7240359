package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"slices"
	"testing"
	"time"
)

var (
	when  = time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)
	files = []file{{"b/two", []byte("2"), false}, {"a", []byte("program"), true}}
	want  = []string{"x/a rwxr-xr-x program", "x/b/two rw-r--r-- 2"}
)

// Whatever the order of the files, an archive has the same bytes.
func TestArchivesAreTheSame(t *testing.T) {
	turned := []file{files[1], files[0]}
	for name, pack := range map[string]func(string, []file, time.Time) ([]byte, error){"tar": tarred, "zip": zipped} {
		one, err := pack("x", files, when)
		if err != nil {
			t.Fatal(err)
		}
		if other, err := pack("x", turned, when); err != nil || !bytes.Equal(one, other) {
			t.Errorf("%s: other bytes (%v)", name, err)
		}
	}
}

func TestTarred(t *testing.T) {
	packed, err := tarred("x", files, when)
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		content, _ := io.ReadAll(r)
		got = append(got, fmt.Sprintf("%s %s %s", h.Name, h.FileInfo().Mode().String()[1:], content))
		if !h.ModTime.Equal(when) || h.Uid != 0 || h.Uname != "" {
			t.Errorf("%s: of %v, %d %q", h.Name, h.ModTime, h.Uid, h.Uname)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestZipped(t *testing.T) {
	packed, err := zipped("x", files, when)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, _ := io.ReadAll(r)
		got = append(got, fmt.Sprintf("%s %s %s", f.Name, f.Mode().String()[1:], content))
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

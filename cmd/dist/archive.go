package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"cmp"
	"compress/gzip"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// A file goes into an archive.
type file struct {
	name    string // with / between folders
	content []byte
	runs    bool
}

func (f file) mode() int64 {
	if f.runs {
		return 0o755
	}
	return 0o644
}

func inOrder(files []file) []file {
	return slices.SortedFunc(slices.Values(files), func(a, b file) int { return cmp.Compare(a.name, b.name) })
}

// tarred packs files into a folder of that name: in order, all of one date, of
// nobody.
func tarred(folder string, files []file, when time.Time) ([]byte, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	t := tar.NewWriter(z)
	for _, f := range inOrder(files) {
		h := &tar.Header{Name: folder + "/" + f.name, Mode: f.mode(), Size: int64(len(f.content)), ModTime: when, Format: tar.FormatUSTAR}
		if err := t.WriteHeader(h); err != nil {
			return nil, err
		}
		if _, err := t.Write(f.content); err != nil {
			return nil, err
		}
	}
	if err := t.Close(); err != nil {
		return nil, err
	}
	err = z.Close()
	return b.Bytes(), err
}

// zipped does as tarred does.
func zipped(folder string, files []file, when time.Time) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range inOrder(files) {
		h := &zip.FileHeader{Name: folder + "/" + f.name, Method: zip.Deflate, Modified: when}
		h.SetMode(os.FileMode(f.mode()))
		w, err := z.CreateHeader(h)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(f.content); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}

// documents are what goes with the program on every system, made by a program
// for this one.
func documents(work string) ([]file, error) {
	here := filepath.Join(work, "here", "citemap")
	if err := compile(here); err != nil {
		return nil, err
	}
	if _, err := output(here, "manual", filepath.Join(work, "man")); err != nil {
		return nil, err
	}
	pages, err := filepath.Glob(filepath.Join(work, "man", "*.1"))
	if err != nil {
		return nil, err
	}
	var all []file
	for _, path := range append(pages, "README.md", "LICENSE", "NOTICE", "docs/lists.md", "docs/sql.md") {
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		name := filepath.ToSlash(path)
		if filepath.Ext(path) == ".1" {
			name = "man/" + filepath.Base(path)
		}
		all = append(all, file{name: name, content: content})
	}
	for shell, name := range map[string]string{"bash": "citemap.bash", "zsh": "_citemap", "fish": "citemap.fish", "powershell": "citemap.ps1"} {
		said, err := output(here, "completion", shell)
		if err != nil {
			return nil, err
		}
		all = append(all, file{name: "completions/" + name, content: []byte(said + "\n")})
	}
	return all, nil
}

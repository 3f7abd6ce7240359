package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"citemap/fetch"
	"citemap/fetch/library"
	"citemap/graph"
	"citemap/graph/eval"
)

const (
	snapshotEnd = ".snapshot.jsonl.gz"
	listsEnd    = ".lists.jsonl"
)

// fields names the fields of a folder, sorted.
func fields(folder string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*"+snapshotEnd))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: no field: want NAME%s and NAME%s", folder, snapshotEnd, listsEnd)
	}
	for i, file := range files {
		files[i] = strings.TrimSuffix(filepath.Base(file), snapshotEnd)
	}
	return files, nil
}

// readField reads a field and its hold-out lists.
func readField(folder, name string) (*graph.Corpus, []eval.HoldOut, error) {
	snapshot, err := library.ScanFile(filepath.Join(folder, name+snapshotEnd))
	if err != nil {
		return nil, nil, err
	}
	scanned := snapshot.Corpus()
	corpus := &graph.Corpus{Papers: scanned.Whole()}
	f, err := os.Open(filepath.Join(folder, name+listsEnd))
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	lists, err := fetch.ReadHoldOuts(f.Name(), f, corpus)
	return corpus, lists, err
}

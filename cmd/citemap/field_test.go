package main

import (
	"fmt"
	"os"

	"github.com/rogpeppe/go-internal/testscript"

	"citemap/fetch/field/fieldtest"
	"citemap/fetch/library"
)

// writeField makes a field of the papers of a snapshot.
func writeField(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: field SNAPSHOT FOLDER")
	}
	ts.Check(makeField(ts.MkAbs(args[0]), ts.MkAbs(args[1])))
}

func makeField(snapshot, dir string) error {
	scanned, err := library.ScanFile(snapshot)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	corpus := scanned.Corpus()
	h := scanned.Header
	if err := fieldtest.Write(dir, corpus.Whole(), fieldtest.Options{Source: h.Source, Licence: h.Licence, Date: h.Taken.String()}); err != nil {
		return fmt.Errorf("%s: %w", dir, err)
	}
	return nil
}

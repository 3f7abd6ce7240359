package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"citemap/cmd/citemap/files"
	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/session"
	"citemap/render/html"
)

// pageName names the page of a list: its name with .report.html, in the
// current folder.
func pageName(list string) string {
	if list == "-" {
		return "citemap.report.html"
	}
	if _, is := service.PaperNamed(list); is {
		return fileName(list) + ".report.html"
	}
	base := filepath.Base(list)
	return strings.TrimSuffix(base, filepath.Ext(base)) + ".report.html"
}

// fileName makes a name for a file of a paper's id or address.
func fileName(paper string) string {
	_, name, address := strings.Cut(paper, "://")
	if !address {
		name = paper
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:?#*"<>|%&`, r) {
			return '-'
		}
		return r
	}, name)
}

// mayWritePage finds what keeps a page that the user has not named from being
// written: besides all else, that a file of its name is no page of citemap.
func mayWritePage(s *session.Session, name, way string) error {
	return mayReplace(s, name, html.Generator, way)
}

// mayReplace does so for any output whose files have a mark near their beginning.
func mayReplace(s *session.Session, name, mark, way string) error {
	if err := s.MayWriteUnnamed(name, way); err != nil {
		return err
	}
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("write %s: %w: %s", name, files.Cause(err), way)
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, 4<<10))
	if err == nil && len(head) > 0 && !bytes.Contains(head, []byte(mark)) {
		err = errors.New("a file that citemap did not write is there")
	}
	if err != nil {
		return fmt.Errorf("write %s: %w: %s", name, files.Cause(err), way)
	}
	return nil
}

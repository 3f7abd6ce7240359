package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sync/errgroup"

	"citemap/cmd/citemap/files"
	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/session"
	"citemap/graph"
	"citemap/render"
	"citemap/render/dot"
	"citemap/render/html"
	"citemap/render/record"
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

// writePage writes the report of a run as one HTML page. add is the command that puts
// papers on the list.
func writePage(ctx context.Context, s *session.Session, w io.Writer, r record.Run, d drawing, add string) error {
	f := r.Findings
	m, err := d.onPage().mapOf(ctx, f)
	if err != nil {
		return err
	}
	first, err := d.glance().mapOf(ctx, f)
	if err != nil {
		return err
	}
	var svg, glance []byte
	both, drawing := errgroup.WithContext(ctx) // each is drawn by a process of its own
	both.Go(func() (err error) { svg, err = dot.SVG(drawing, m, engine(s)); return err })
	both.Go(func() (err error) { glance, err = dot.SVG(drawing, named(first, m), engine(s)); return err })
	if err := both.Wait(); err != nil {
		return err
	}
	return html.Write(w, html.Page{Findings: f, Map: m, SVG: svg, Glance: glance, Add: add, Lists: r.Lists, Record: record.Of(r), Version: r.Version})
}

// The map of a page is as wide as the page is on a desk, in pixels.
const mapWidth, mapHeight = 1200, 900

// onPage is the drawing as a page shows it, where the user asked for no other size.
func (d drawing) onPage() drawing {
	if d.look.Page == (render.Page{}) {
		d.look.Page = render.PageOf(mapWidth, mapHeight)
	}
	return d
}

// named gives the papers of a map the names that they have on another.
func named(m, as *render.Map) *render.Map {
	labels := map[graph.Node]string{}
	for _, p := range as.Papers {
		labels[p.Node] = p.Label
	}
	for i, p := range m.Papers {
		m.Papers[i].Label = cmp.Or(labels[p.Node], p.Label)
	}
	return m
}

// The map of a page's first screen: at most so many papers, on a panel of so many
// pixels beside the answer.
const (
	glancePapers              = 24
	glanceWidth, glanceHeight = 580, 500
)

// glance is the drawing of the first screen of a page.
func (d drawing) glance() drawing {
	if d.Papers == 0 || d.Papers > glancePapers {
		d.Papers = glancePapers
	}
	d.look.Layout, d.look.Page, d.look.Bare = render.Timeline, render.PageOf(glanceWidth, glanceHeight), true
	return d
}

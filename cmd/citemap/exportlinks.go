package main

import (
	"path/filepath"
	"strings"

	"citemap/cmd/citemap/session"
	"citemap/cmd/citemap/usage"
	"citemap/render/export"
)

// checkLinks finds what is wrong with the flags about links.
func (o exportOptions) checkLinks(chosen export.Format, weighted bool) error {
	switch {
	case !o.joined.Arcs() && chosen.Papers:
		return usage.Errorf("--links %s: %s holds papers alone; graphml, citations-csv and others hold what joins them", o.joined.By, chosen.Name)
	case o.joined.Arcs() && weighted:
		return usage.Errorf("--normalise %s: a citation has no such weight; say which links with --links cocitation or coupling", o.joined.Weight)
	}
	return nil
}

// A companion is a file that a program looks for beside another.
type companion struct {
	name   string
	format export.Format
}

// beside gives the files that belong beside one of a format; none beside standard
// output.
func beside(chosen export.Format, output string) []companion {
	if output == "" || output == "-" {
		return nil
	}
	var files []companion
	for _, name := range chosen.Beside {
		if f, found := export.ByName(name); found {
			files = append(files, companion{strings.TrimSuffix(output, filepath.Ext(output)) + "." + f.Extension, f})
		}
	}
	return files
}

// mayWriteBeside finds what keeps the files beside an output from being written.
func mayWriteBeside(s *session.Session, chosen export.Format, output string) error {
	for _, f := range beside(chosen, output) {
		if err := s.MayWriteUnnamed(f.name, "it goes with "+output+"; name another with -o"); err != nil {
			return err
		}
	}
	return nil
}

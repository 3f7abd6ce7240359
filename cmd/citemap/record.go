package main

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"

	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/session"
	"citemap/render/html"
	"citemap/render/record"
)

// recordName names the record beside a page: its name with .record.md in place of
// .report.html. The page that goes to stdout has it by its list.
func recordName(page, list string) string {
	if page == "-" {
		page = pageName(list)
	}
	base := strings.TrimSuffix(page, filepath.Ext(page))
	return strings.TrimSuffix(base, ".report") + ".record.md"
}

// runOf is what the record of a run is made of, but for what is its own.
func runOf(s *session.Session, f *service.Findings, lists []string) record.Run {
	o := s.Flags.Service
	command, withheld := commandLine(s.Program.Args)
	return record.Run{
		Findings: f.Findings, Lists: lists, Command: command, Withheld: withheld, Version: s.Program.Version,
		Snapshot: o.Snapshot, Field: o.Field, Offline: o.Offline, Another: cmp.Or(o.APIURL, os.Getenv(service.URLVariable)) != "", Stopped: f.Failed, Budget: o.Budget, Fallback: o.Fallback,
		Excluded: record.Exclusions{File: o.ExcludeFile, Given: f.Excluded.Given, Known: len(f.Excluded.Papers)}, Shown: html.GapsShown,
	}
}

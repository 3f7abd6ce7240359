package build

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A source is whom a dump is of.
type source struct {
	key     string // in package sql
	name    string
	licence string
	sets    []set
}

// A set is a kind of rows, all of the files of a folder.
type set struct {
	name    string
	folders []string // where it may lie in a dump
	needed  bool
	header  string // of a table in CSV; "": lines of JSON
}

var sources = []source{
	{key: "semanticscholar", name: "Semantic Scholar datasets", licence: "ODC-BY 1.0", sets: []set{
		{name: "papers", folders: []string{"papers"}, needed: true},
		{name: "citations", folders: []string{"citations"}, needed: true},
		{name: "abstracts", folders: []string{"abstracts"}},
		{name: "paper-ids", folders: []string{"paper-ids"}},
	}},
	{key: "openalex", name: "OpenAlex", licence: "CC0", sets: []set{
		{name: "works", folders: []string{"data/works", "works"}, needed: true},
		{name: "merged_ids", folders: []string{"data/merged_ids/works", "legacy-data/merged_ids/works", "merged_ids/works"}, header: "merge_date,id,merge_into_id"},
	}},
}

// A dump is what a source's sets are in.
type dump struct {
	source source
	sets   []filledSet
}

// A filledSet is a set with its files.
type filledSet struct {
	set
	folder string // "": there is none
	files  []dumpFile
}

// A dumpFile is known by its name, size and time: a build goes on only where
// these are as before.
type dumpFile struct {
	Path    string
	Size    int64
	Changed int64
}

// endings are those of the files of a dump; others are passed over.
var endings = []string{".gz", ".json", ".jsonl", ".csv"}

// openDump finds out whose dump a folder is and which files it has.
func openDump(folder string) (*dump, error) {
	if at, err := os.Stat(folder); err != nil || !at.IsDir() {
		return nil, fmt.Errorf("%s: want the folder of a dump", folder)
	}
	for _, s := range sources {
		d, err := s.found(folder)
		if d != nil || err != nil {
			return d, err
		}
	}
	return nil, fmt.Errorf("%s: neither the datasets of Semantic Scholar (folders papers and citations) nor a snapshot of OpenAlex (data/works): see docs/fields.md", folder)
}

// found gives the dump in a folder; nil where it is not one of the source.
func (s source) found(folder string) (*dump, error) {
	d := &dump{source: s}
	for _, one := range s.sets {
		filled := filledSet{set: one}
		for _, sub := range one.folders {
			at := filepath.Join(folder, filepath.FromSlash(sub))
			if info, err := os.Stat(at); err != nil || !info.IsDir() {
				continue
			}
			files, err := filesOf(at)
			if err != nil {
				return nil, err
			}
			if len(files) > 0 {
				filled.folder, filled.files = at, files
				break
			}
		}
		if one.needed && filled.folder == "" {
			return nil, nil
		}
		d.sets = append(d.sets, filled)
	}
	return d, nil
}

func filesOf(folder string) (files []dumpFile, err error) {
	err = filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !slices.Contains(endings, filepath.Ext(path)) {
			return err
		}
		info, err := os.Stat(path)
		if err == nil {
			files = append(files, dumpFile{path, info.Size(), info.ModTime().UnixNano()})
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read dump: %w", err)
	}
	return files, nil
}

// sayable refuses paths with characters that mean something to an engine.
func sayable(path string) error {
	if strings.ContainsAny(path, "'\"\\*?[]{}\n\r$,") {
		return fmt.Errorf("%s: a path with any of ' \" * ? [ ] { } $ , or a backslash cannot be given to an engine: use another folder", path)
	}
	return nil
}

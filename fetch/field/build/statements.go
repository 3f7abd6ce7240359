package build

import (
	"path/filepath"
	"strings"

	"citemap/fetch/field/sql"
)

// Statements are what an engine is given to run, for one dump and folder.
type statements struct {
	head sql.Head
	dump *dump
	at   *working
	begin
}

// begin is what the head's first part is filled in with.
type begin struct {
	Memory string
	Temp   string
}

// dumpParts is what the head's views of a dump are filled in with.
type dumpParts struct {
	dump *dump
	at   *working
}

// Longest is more bytes than a row has.
func (dumpParts) Longest() int { return 64 << 20 }

// Files lists the files of a set as SQL. A set that is not there is one empty file.
func (p dumpParts) Files(name string) string { return quotedList(p.paths(name)) }

// Folder is where a set lies.
func (p dumpParts) Folder(name string) string {
	for _, s := range p.dump.sets {
		if s.name == name && s.folder != "" {
			return s.folder
		}
	}
	return filepath.Dir(p.at.empty(name))
}

// Glob matches the files of a dump.
func (dumpParts) Glob() string { return "*{" + strings.Join(endings, ",") + "}" }

func (p dumpParts) paths(name string) (paths []string) {
	for _, s := range p.dump.sets {
		if s.name != name {
			continue
		}
		for _, f := range s.files {
			paths = append(paths, f.Path)
		}
	}
	if len(paths) == 0 {
		return []string{p.at.empty(name)}
	}
	return paths
}

// empty is the file that stands for a set that a dump does not have.
func (w *working) empty(set string) string {
	return filepath.Join(w.folder, "work", "none", set, "none.json")
}

func quotedList(paths []string) string {
	return "['" + strings.Join(paths, "', '") + "']"
}

// opening are the statements ahead of all others: settings, functions, and the
// dump in the columns of the body.
func (s *statements) opening() (string, error) {
	begin, err := s.head.Part("begin", s.begin)
	if err != nil {
		return "", err
	}
	raw, err := s.head.Part(s.dump.source.key, dumpParts{s.dump, s.at})
	return begin + raw + sql.Views(s.dump.source.key), err
}

// folder is where the answer of a stage goes.
func (s *statements) folder(st *stage) string {
	if st.table != "" {
		return filepath.Join(s.at.folder, filepath.FromSlash(st.table))
	}
	return s.at.work(st.name)
}

// asView gives the answer of a stage its name. files are those to read; nil: all.
func (s *statements) asView(st *stage, files []string) (string, error) {
	if st.view {
		return "CREATE OR REPLACE TEMPORARY VIEW " + st.name + " AS\n" + sql.Body(st.name) + ";\n", nil
	}
	folder := s.folder(st)
	if files == nil {
		files = []string{filepath.Join(folder, "*.parquet")}
	}
	return s.head.Part("view", struct{ Name, Folder, Files string }{st.name, folder, quotedList(files)})
}

// writing is what the head's ways to write an answer are filled in with.
type writing struct {
	Name, Select, Folder string
	Sort, Part, Slot     string
	Rows                 int
	Plain                bool
}

// write has the answer of a query written.
func (s *statements) write(st *stage, query, part string) (string, error) {
	return s.head.Part("write", writing{Name: st.name, Select: query, Folder: s.folder(st), Sort: st.sort, Part: part, Rows: st.rows, Plain: st.plain})
}

// count gives the query of the facts.
func (s *statements) count() (string, error) {
	return s.head.Part("facts", struct{ Select string }{sql.Body(facts)})
}

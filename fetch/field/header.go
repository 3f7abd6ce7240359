package field

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"

	"citemap/fetch/library/record"
	"citemap/graph"
)

// A Header states what a field is: the content of its field.json, which is written
// last, when all tables are whole.
type Header struct {
	Source  string // as it is called: "Semantic Scholar datasets"
	Release string // of the source
	Licence string
	Date    graph.Date // of the release
	Engine  string     // that made it

	Papers, Citations, IDs, Titles int64 // rows of the tables

	Dropped []Dropped // what of the source is not in it
}

// Dropped counts the rows of a kind that a source had and the field has not.
type Dropped struct {
	What string `json:"what"`
	Rows int64  `json:"rows"`
}

// Format and Version are what a field.json says that this package reads.
const (
	Format  = "citemap-field"
	Version = 1
)

// HeaderName is the name of the file whose presence makes a folder a field.
const HeaderName = "field.json"

// mostHeader is far more than a header takes.
const mostHeader = 1 << 20

type wireHeader struct {
	Format    string `json:"format"`
	Version   int    `json:"version"`
	Source    string `json:"source"`
	Release   string `json:"release"`
	Licence   string `json:"licence"`
	Date      string `json:"date"`
	Engine    string `json:"engine"`
	Papers    int64  `json:"papers"`
	Citations int64  `json:"citations"`
	IDs       int64  `json:"ids"`
	Titles    int64  `json:"titles"`

	Dropped []Dropped `json:"dropped,omitempty"`
}

// Wire is the header as a field.json has it.
func (h Header) Wire() any {
	return wireHeader{
		Format: Format, Version: Version, Source: h.Source, Release: h.Release, Licence: h.Licence, Date: h.Date.String(), Engine: h.Engine,
		Papers: h.Papers, Citations: h.Citations, IDs: h.IDs, Titles: h.Titles, Dropped: h.Dropped,
	}
}

// ReadHeader reads what a field says of itself. It is an error where the folder is
// no field, or one of a newer version.
func ReadHeader(dir string) (Header, error) {
	name := filepath.Join(dir, HeaderName)
	at, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Header{}, notThere(dir)
	case err != nil:
		return Header{}, fmt.Errorf("read field: %w", err)
	case at.Size() > mostHeader:
		return Header{}, fmt.Errorf("%s: too large to be the description of a field", name)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return Header{}, fmt.Errorf("read field: %w", err)
	}
	h, err := parseHeader(text)
	if err != nil {
		return Header{}, fmt.Errorf("%s: %w", name, err)
	}
	return h, nil
}

// notThere tells a folder that is no field from none.
func notThere(dir string) error {
	if at, err := os.Stat(dir); err == nil && at.IsDir() {
		return fmt.Errorf("%s: no field, or one whose building did not end: it has no %s; citemap field build makes it", dir, HeaderName)
	}
	return fmt.Errorf("%s: %w: want the folder of a field", dir, fs.ErrNotExist)
}

func parseHeader(text []byte) (Header, error) {
	var w wireHeader
	if err := json.Unmarshal(text, &w); err != nil {
		return Header{}, fmt.Errorf("not the description of a field: %w", err)
	}
	switch {
	case w.Format != Format:
		return Header{}, fmt.Errorf("not the description of a field: its format is %q, want %q", record.Clean(w.Format), Format)
	case w.Version > Version:
		return Header{}, fmt.Errorf("a field of version %d: this citemap reads version %d; use a newer citemap, or build the field again", w.Version, Version)
	case w.Version < 1:
		return Header{}, fmt.Errorf("version %d is none of a field", w.Version)
	case w.Papers < 0 || w.Papers >= math.MaxInt32 || w.Citations < 0 || w.IDs < 0 || w.Titles < 0:
		return Header{}, fmt.Errorf("its counts cannot be: %d papers, %d citations, %d ids, %d titles", w.Papers, w.Citations, w.IDs, w.Titles)
	}
	h := Header{
		Source: record.Clean(w.Source), Release: record.Clean(w.Release), Licence: record.Clean(w.Licence), Engine: record.Clean(w.Engine),
		Papers: w.Papers, Citations: w.Citations, IDs: w.IDs, Titles: w.Titles,
	}
	if w.Date != "" {
		date, err := graph.ParseDate(w.Date)
		if err != nil {
			return Header{}, fmt.Errorf("its date: %w", err)
		}
		h.Date = date
	}
	for _, d := range w.Dropped {
		h.Dropped = append(h.Dropped, Dropped{record.Clean(d.What), d.Rows})
	}
	return h, nil
}

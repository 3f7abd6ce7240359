package record

import (
	"regexp"
	"strings"

	"citemap/fetch/citation"
	"citemap/fetch/citation/dates"
	"citemap/graph"
)

var ArxivPrefix = regexp.MustCompile(`(?i)^\s*arxiv:\s*|\s*\[.*$`)

// FromFields reads the fields of a record. Where none is marked as the title, the
// record is read as a citation is.
func FromFields(r *Fields) Record {
	w := Record{Title: r.Title}
	for _, name := range r.People {
		w.Authors = append(w.Authors, People(name)...)
	}
	for _, s := range r.Dates {
		told := LooseDate(s)
		if told.IsZero() && w.Date.Year > 0 {
			told = graph.Date{Year: w.Date.Year, Month: FirstMonth(s)}
		}
		w.Date = Finer(w.Date, told)
	}
	for _, id := range r.IDs {
		switch id.Kind {
		case "doi":
			DOIColumn(&w, id.Value)
		case "arxiv":
			ArxivColumn(&w, id.Value)
		case "pmid":
			w.AddPubMed(id.Value)
		case "pmcid":
			w.AddPubMedCentral(id.Value)
		}
	}
	for _, s := range r.Texts {
		w.AddWritten(s)
	}
	if !w.HasLookup() {
		for _, s := range r.Remarks {
			w.AddRemark(s)
		}
	}
	if w.Title == "" && r.Printed != "" {
		if t := citation.Parse(r.Printed); !t.Doubtful() {
			w.Title, w.Date = t.Title, dates.Or(w.Date, t.Date)
		}
		if w.Title == "" && !w.HasLookup() {
			w.Title = strings.TrimRight(r.Printed[:min(len(r.Printed), citation.MaxTitle)], ". ")
		}
	}
	return w
}

// DOIColumn reads a DOI or what else somebody wrote in its place.
func DOIColumn(w *Record, s string) {
	w.AddDOI(s)
	w.AddAddresses(s)
}

func ArxivColumn(w *Record, s string) {
	w.AddID(graph.ArXiv, ArxivPrefix.ReplaceAllString(s, ""))
	w.AddWritten(s)
}

func SchemeColumn(scheme graph.Scheme) func(*Record, string) {
	return func(w *Record, s string) { w.AddID(scheme, s) }
}

package list

import (
	"strings"

	foreign "citemap/fetch/list/record"
	"citemap/graph"
)

// readsRecords makes a reader of one that gives records.
func readsRecords(read func([]byte) foreign.Reading) func([]byte) reading {
	return reads(func(text []byte) (entries []graph.Entry, broken faults) {
		found := read(text)
		for i := range found.Records {
			r := &found.Records[i]
			w := recordWork(r)
			e, f := w.entry(r.Start, r.End)
			if f != nil {
				broken.add(*f)
				continue
			}
			entries = append(entries, e)
		}
		for _, f := range found.Faults {
			broken.add(fault{at: f.At, what: f.What})
		}
		return entries, broken
	})
}

// recordWork reads the fields of a record. Where none is marked as the title, the
// record is read as a citation is.
func recordWork(r *foreign.Record) work {
	w := work{title: r.Title}
	for _, name := range r.People {
		w.authors = append(w.authors, people(name)...)
	}
	for _, s := range r.Dates {
		told := looseDate(s)
		if told.IsZero() && w.date.Year > 0 {
			told = graph.Date{Year: w.date.Year, Month: firstMonth(s)}
		}
		w.date = finer(w.date, told)
	}
	for _, id := range r.IDs {
		switch id.Kind {
		case "doi":
			doiColumn(&w, id.Value)
		case "arxiv":
			arxivColumn(&w, id.Value)
		case "pmid":
			w.pmid(id.Value)
		case "pmcid":
			w.pmcid(id.Value)
		}
	}
	for _, s := range r.Texts {
		w.written(s)
	}
	if !w.named() {
		for _, s := range r.Remarks {
			w.remark(s)
		}
	}
	if w.title == "" && r.Printed != "" {
		t := citation(r.Printed)
		w.title, w.date = t.text, orDate(w.date, t.date)
		if w.title == "" && !w.named() {
			w.title = strings.TrimRight(r.Printed[:min(len(r.Printed), maxCitation)], ". ")
		}
	}
	return w
}

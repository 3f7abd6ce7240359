package html

import "citemap/render/record"

// searchRecord is the record of the search as the template reads it.
type searchRecord struct {
	Parts     []recordPart
	Checklist record.Checklist
	Own       bool // what is the run's own is in it
}

type recordPart struct {
	Heading string
	Rows    []recordRow
}

// A recordRow is a row with the numbers of the items that it answers.
type recordRow struct {
	record.Row
	Items string
}

// newSearchRecord gives nil for a record of nothing.
func newSearchRecord(r record.Record) *searchRecord {
	if len(r.Parts) == 0 {
		return nil
	}
	out := &searchRecord{Checklist: r.Checklist(), Own: r.Own}
	for _, p := range r.Parts {
		part := recordPart{Heading: p.Heading}
		for _, row := range p.Rows {
			part.Rows = append(part.Rows, recordRow{row, record.Numbers(row.Items)})
		}
		out.Parts = append(out.Parts, part)
	}
	return out
}

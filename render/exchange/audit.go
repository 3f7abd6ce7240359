package exchange

import (
	"citemap/graph"
	"citemap/graph/study"
	"citemap/render"
)

// An auditRow holds the reference list of a listed paper against what others
// count.
type auditRow struct {
	Paper          paper        `json:"paper"`
	References     int          `json:"references"` // on the list
	ReferencesFrom string       `json:"referencesFrom"`
	Counts         []auditCount `json:"counts"`
	Short          bool         `json:"short"` // of one of them by a fifth or more
}

type auditCount struct {
	Source     string `json:"source"`
	References int    `json:"references"`
}

// newAudit gives the audits of a corpus; nil where nobody was to count.
func newAudit(f *study.Findings) *[]auditRow {
	if f.Corpus.Auditors == nil {
		return nil
	}
	rows := []auditRow{}
	audits := f.Corpus.Audits()
	for i := range audits {
		if n, found := f.Graph.Find(audits[i].Paper.ID); found {
			rows = append(rows, newAuditRow(f, n, &audits[i]))
		}
	}
	return &rows
}

func newAuditRow(f *study.Findings, n graph.Node, a *graph.Audit) auditRow {
	row := auditRow{Paper: newPaper(f, n), References: a.Has, ReferencesFrom: a.Paper.References.From, Short: a.Short()}
	for _, c := range a.Counts {
		row.Counts = append(row.Counts, auditCount{render.Clean(c.Source), c.References})
	}
	return row
}

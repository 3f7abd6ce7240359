package layout

import (
	"strings"

	"citemap/graph"
)

// A RecordStyle is how a BibTeX file sets its records.
type RecordStyle struct {
	Gap    string // between two records
	Indent string
	Equals int  // the column of the equals signs, where they stand below each other; else 0
	Tight  bool // name={value}
	Comma  bool // behind the last field too
}

func (r *Layout) RecordStyle(e *graph.Entry) RecordStyle {
	s := RecordStyle{Gap: "\n\n", Indent: "  "}
	if n := len(r.Entries); n > 1 && r.Entries[n-2].End <= e.Start {
		if between := string(r.Text[r.Entries[n-2].End:e.Start]); strings.TrimSpace(between) == "" && strings.Contains(between, "\n") {
			s.Gap = strings.Repeat("\n", min(3, strings.Count(between, "\n")))
		}
	}
	var at []int
	for i, line := range strings.Split(string(r.Text[e.Start:e.End]), "\n") {
		name, _, found := strings.Cut(line, "=")
		if i == 0 || !found || strings.ContainsAny(name, "{}\"") || strings.TrimSpace(name) == "" {
			continue
		}
		if at == nil {
			s.Indent = line[:len(line)-len(strings.TrimLeft(line, " \t"))]
			s.Tight = !strings.HasSuffix(name, " ") && !strings.HasSuffix(name, "\t")
		}
		at = append(at, len(name))
	}
	s.Equals = column(at)
	body := strings.TrimRight(string(r.Text[e.Start:e.End]), "}) \t\r\n")
	s.Comma = strings.HasSuffix(body, ",") || strings.HasSuffix(strings.TrimSpace(strings.TrimSuffix(string(r.Text[e.Start:e.End]), "}")), ",")
	return s
}

// column gives the one number that several are; 0 where they differ or are
// fewer than three.
func column(at []int) int {
	for _, n := range at {
		if n != at[0] {
			return 0
		}
	}
	if len(at) < 3 {
		return 0
	}
	return at[0]
}

// InURL writes an id or an address as the value of a field.
func InURL(s string) string {
	return strings.NewReplacer("{", "%7B", "}", "%7D", "%", `\%`, "_", `\_`, "#", `\#`, "&", `\&`).Replace(s)
}

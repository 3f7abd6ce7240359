package record

import (
	"fmt"
	"path/filepath"
	"strings"

	"citemap/render"
)

// search says where was searched, when and by which command.
func (r Run) search() Part {
	return Part{"The search", []Row{
		{Name: "Command", Says: r.withheld(), Code: render.Clean(r.Command), Items: []Item{FullStrategy}, own: true},
		{Name: "Program", Says: []string{"citemap " + r.Version + "."}},
		{Name: "Sources", Says: r.sources(), Items: []Item{Database, MultiDatabase}},
		{Name: "Dates", Says: []string{r.dates()}, Items: []Item{Dates}},
		{Name: "Requests", Says: r.requests(), Items: []Item{FullStrategy}, own: true},
		{Name: "Began from", Says: r.entries(), Items: []Item{CitationSearch}},
	}}
}

func (r Run) withheld() []string {
	out := []string{"What settings files and the environment set beside it is in the limits below."}
	if render.Clean(r.Command) != r.Command {
		out = append(out, "Characters that cannot be shown are left out of it.")
	}
	if len(r.Withheld) > 0 {
		out = append(out, "Left out of it: "+strings.Join(r.Withheld, ", ")+".")
	}
	return out
}

// sources name each database with its licence.
func (r Run) sources() []string {
	var out []string
	for _, s := range r.Findings.Corpus.Sources {
		name, licence := strings.TrimSuffix(render.Clean(s.Name), "."), render.Clean(s.Licence)
		switch {
		case name == "":
			continue
		case licence != "":
			name += " (licence: " + licence + ")"
		}
		out = append(out, name+".")
	}
	switch {
	case len(out) == 0:
		return []string{"The source is not recorded."}
	case r.Snapshot != "":
		return append(out, "Read from the snapshot "+render.Clean(r.Snapshot)+".")
	case r.Field != "":
		out = append(out, "Read from the field "+render.Clean(r.Field)+", which was made of the dumps of the first.")
		if len(out) > 2 {
			out = append(out, "Entries that it does not know were asked for through the APIs of the others.")
		}
		return out
	case len(out) > 1:
		return append(out, "Each was asked through its own API; the first was asked first, the others for what it lacks.")
	}
	return append(out, "Asked through its API.")
}

func (r Run) dates() string {
	c := r.Findings.Corpus
	days := render.Period(c.Oldest, c.Newest)
	switch {
	case days == "":
		return "When the sources were asked is not recorded."
	case r.Snapshot != "":
		return "The snapshot was taken on " + days + "; when each fact in it was asked for is not recorded."
	case r.Field != "" && c.Oldest == c.Newest:
		return "The dumps are of " + days + "."
	case r.Field != "":
		return "The dumps and what was asked for beside them are of " + c.Oldest.String() + " to " + c.Newest.String() + "."
	case c.Oldest == c.Newest:
		return "All facts were asked for on " + days + "."
	}
	return "The oldest fact was asked for on " + c.Oldest.String() + ", the newest on " + c.Newest.String() + "."
}

// requests counts those that this run had answered, step by step.
func (r Run) requests() []string {
	total, steps := 0, []string(nil)
	for _, a := range r.Findings.Corpus.Asked {
		total += a.Requests
		steps = append(steps, fmt.Sprintf("%s of %s (%s)", number(a.Requests), render.Clean(a.Source), a.About))
	}
	switch {
	case total > 0:
		return []string{count(total, "request") + " answered in this run: " + strings.Join(steps, "; ") + ".", "What was known from earlier runs was taken from the library."}
	case r.Snapshot != "":
		return []string{"None in this run: all from the snapshot."}
	case r.Field != "":
		return []string{"None in this run: all from the field."}
	}
	return []string{"None in this run: all from the library."}
}

// entries say what the lists held and what became of it.
func (r Run) entries() []string {
	v := r.Findings.Coverage
	var names []string
	for _, l := range r.Lists {
		if l == "-" {
			l = "standard input"
		}
		names = append(names, render.Clean(filepath.Base(l)))
	}
	if len(names) == 0 {
		return []string{"No list: all papers of the snapshot."}
	}
	out := []string{fmt.Sprintf("%s: %s, %s of them found in the sources.", strings.Join(names, ", "), entries(v.Entries), number(v.Resolved))}
	out = append(out, unless(v.Missing-v.LeftOut.Entries, "Unknown to the sources: %s.", entries(v.Missing-v.LeftOut.Entries))...)
	out = append(out, unless(v.LeftOut.Entries, "Left out with their papers, by --as-of or --without: %s.", entries(v.LeftOut.Entries))...)
	out = append(out, unless(v.Unasked, "Not asked for: %s.", entries(v.Unasked))...)
	return append(out, unless(v.Mismatches, "Found under another title than the list's, to be checked: %s.", entries(v.Mismatches))...)
}

func entries(n int) string {
	if n == 1 {
		return "1 entry"
	}
	return number(n) + " entries"
}

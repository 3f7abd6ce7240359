package record

import (
	"fmt"

	"citemap/render"
)

// limits says what the search was kept from, and how it is repeated.
func (r Run) limits() Part {
	return Part{"Limits and updates", []Row{
		{Name: "Asking", Says: r.asking(), Items: []Item{Limits}, own: true},
		{Name: "Limits", Says: r.leftOut(), Items: []Item{Limits}},
		{Name: "Filters", Says: []string{"None: no search terms, and no limit by language, kind of publication, venue or study design."}, Items: []Item{Filters}},
		{Name: "Updates", Says: []string{r.updates(), "citemap gaps --since SNAPSHOT shows what has come up since an earlier snapshot."}, Items: []Item{Updates}},
	}}
}

// asking says how far this run was allowed to ask.
func (r Run) asking() []string {
	switch {
	case r.Snapshot != "":
		return []string{"The papers of the snapshot alone; the limits under which it was gathered are not recorded in it."}
	case r.Field != "" && r.Offline:
		return []string{"Nobody: the papers of the field alone, as far as they are around the list."}
	case r.Field != "":
		return []string{fmt.Sprintf("Nobody for what the field holds; for entries that it does not know and what is around them, at most %s in this run.", count(r.Budget, "request"))}
	case r.Offline:
		return []string{"Nobody: off line, what the library held, whatever its age."}
	}
	out := []string{fmt.Sprintf("At most %s in this run.", count(r.Budget, "request"))}
	if r.Fallback == "" || r.Fallback == "none" {
		out = append(out, "No other source was to be asked for what the first lacks (--fallback none).")
	}
	if r.Another {
		out = append(out, "The API was asked at an address given for this run, not at that of the source.")
	}
	if r.Stopped {
		out = append(out, "A source stopped answering part of the way: what follows from there was not asked for.")
	}
	return out
}

// leftOut says what is not in the corpus, by wish or since nobody asked.
func (r Run) leftOut() []string {
	c, v := r.Findings.Corpus, r.Findings.Coverage
	var out []string
	if !c.AsOf.IsZero() {
		out = append(out, fmt.Sprintf("Published until %s: %s later and %s undated left out.", c.AsOf, number(v.LeftOut.Later), number(v.LeftOut.Undated)))
	} else {
		out = append(out, "No limit by date of publication.")
	}
	out = append(out, unless(v.LeftOut.Without, "Left out by --without: %s.", count(v.LeftOut.Without, "paper"))...)
	out = append(out, unless(v.Beyond.Lists, "Past the budget: the reference lists of %s around the list.", count(v.Beyond.Lists, "paper"))...)
	out = append(out, unless(v.Beyond.Citing, "Past the budget: the citing papers of %s.", count(v.Beyond.Citing, "listed paper"))...)
	if cut := v.CutReferences; cut.Papers > 0 {
		out = append(out, "Of the listed papers, "+render.ListsKnown(v)+".")
	}
	return out
}

func (r Run) updates() string {
	switch {
	case r.Snapshot != "":
		return "A snapshot stays as it is: gather anew without --snapshot to update the search."
	case r.Field != "":
		return "A field stays as it is: build it anew from newer dumps to update the search."
	}
	return "The same command asks anew for what is older than --refresh says, 30 days where it is not given; with --refresh 0 for everything."
}

package html

import (
	"fmt"
	"strings"

	"citemap/graph"
	"citemap/graph/study"
	"citemap/render"
)

// notes say what is not known or was left out.
func notes(f *study.Findings) []string {
	out := append(entryNotes(f.Coverage), referenceNotes(f)...)
	left := f.Coverage.LeftOut
	if !f.Corpus.AsOf.IsZero() {
		out = append(out, fmt.Sprintf("As of %s: %s later and %s undated papers are left out.", f.Corpus.AsOf, number(left.Later), number(left.Undated)))
	}
	if left.Without > 0 {
		out = append(out, plural(left.Without, "paper")+" left out by request.")
	}
	if future := render.FutureDated(f.Coverage); future != "" {
		out = append(out, future)
	}
	if cut := render.CitingCut(f.Coverage); cut != "" {
		out = append(out, cut)
	}
	if n := f.Coverage.Beyond.Lists; n > 0 {
		out = append(out, "The reference lists of "+plural(n, "paper")+" around the list were not asked for, or not to their end.")
	}
	if n := f.Coverage.Beyond.Citing; n > 0 {
		out = append(out, "The citing papers of "+plural(n, "listed paper")+" were not asked for.")
	}
	return out
}

// entryNotes count the entries that count for nothing.
func entryNotes(v graph.Coverage) []string {
	var out []string
	for _, s := range []struct {
		n    int
		says string
	}{
		{v.Missing - v.LeftOut.Entries, "not known to the source, and so without a paper."},
		{v.Unasked, "nobody has asked the source about yet."},
		{v.Mismatches, "listed under another title than the paper's."},
		{v.LeftOut.Entries, "left out with the paper, by --as-of or --without."},
	} {
		if s.n > 0 {
			out = append(out, entries(s.n)+" "+s.says)
		}
	}
	return out
}

func entries(n int) string {
	if n == 1 {
		return "1 entry"
	}
	return number(n) + " entries"
}

// named is how many papers a note names.
const named = 8

// referenceNotes say of which listed papers nobody knows what they cite.
func referenceNotes(f *study.Findings) []string {
	states := map[graph.State][]string{}
	for _, n := range f.Graph.Listed() {
		p := f.Graph.Paper(n)
		switch s := p.References.State; s {
		case graph.Known:
		case graph.Cut:
			states[s] = append(states[s], render.Clean(p.Byline())+" ("+render.CutTo(len(p.References.IDs), p.Referenced)+")")
		default:
			states[s] = append(states[s], render.Clean(p.Byline()))
		}
	}
	var out []string
	for _, s := range []struct {
		state graph.State
		says  string
	}{
		{graph.Unasked, "No reference list is known of %s. What they cite cannot count."},
		{graph.Empty, "The source has an empty reference list for %s, which may be its gap and not theirs."},
		{graph.Withheld, "The publisher withholds the reference list of %s."},
		{graph.Failed, "The source could not give the reference list of %s."},
		{graph.Cut, "The source gave only part of the reference list of %s. What it left out cannot count."},
	} {
		if names := states[s.state]; len(names) > 0 {
			out = append(out, fmt.Sprintf(s.says, some(names)))
		}
	}
	return out
}

// some names the first of many.
func some(names []string) string {
	if len(names) <= named+1 {
		return strings.Join(names, ", ")
	}
	return strings.Join(names[:named], ", ") + " and " + number(len(names)-named) + " more listed papers"
}

package html

import (
	"slices"

	"citemap/graph"
	"citemap/graph/view"
	"citemap/render"
)

// controls are what a reader may choose of the map.
type controls struct {
	Roles       []roleChoice
	Groups      []render.Group
	Meaning     string // of the groups
	First, Last int    // years of the papers drawn; equal where there is nothing to choose
	MainPath    int    // papers on it
	Timeline    bool
}

type roleChoice struct {
	Class, Label string
	Papers       int
}

func newControls(m *render.Map) controls {
	c := controls{Groups: m.Groups, Meaning: m.Options.Color.Meaning(), MainPath: len(m.View.MainPath), Timeline: m.Options.Layout == render.Timeline}
	for _, r := range []struct {
		role  view.Role
		label string
	}{{view.Listed, "On the list"}, {view.Gap, "Not on it, may belong there"}, {view.Context, "Links them"}} {
		if n := m.View.Count(r.role); n > 0 {
			c.Roles = append(c.Roles, roleChoice{r.role.String(), r.label, n})
		}
	}
	for _, p := range m.Papers {
		if p.Year > 0 {
			c.Last = max(c.Last, p.Year)
			if c.First == 0 || p.Year < c.First {
				c.First = p.Year
			}
		}
	}
	return c
}

// A choice is a value that rows of a table have, with how many do.
type choice struct {
	Value, Means string
	Rows         int
}

func statuses(rows []entryRow) []choice {
	all := []choice{
		{graph.StatusResolved.String(), "it has a paper", 0},
		{graph.StatusDuplicate.String(), "an earlier entry is the same paper", 0},
		{graph.StatusMismatch.String(), "it has a paper, of another title", 0},
		{graph.StatusMissing.String(), "the source does not know it", 0},
		{graph.StatusUnasked.String(), "nobody has asked the source about it yet", 0},
	}
	return counted(all, len(rows), func(i int) string { return rows[i].Status })
}

// counted counts the rows of each choice and drops those of none.
func counted(all []choice, rows int, value func(i int) string) []choice {
	for i := range rows {
		if j := slices.IndexFunc(all, func(c choice) bool { return c.Value == value(i) }); j >= 0 {
			all[j].Rows++
		}
	}
	return slices.DeleteFunc(all, func(c choice) bool { return c.Rows == 0 })
}

package main

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"slices"
	"strconv"

	"citemap/fetch/library/record"
	"citemap/fetch/packed"
	"citemap/graph"
)

// writeTruth writes the papers as a field made of the dump is to have them: each
// with its corpus id, its doubles folded into it, and its references in the order
// of time.
func (d *dump) writeTruth(name string) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	defer file.Close()
	z := packed.NewWriter(file, packed.ByName(name))
	w := bufio.NewWriterSize(z, 1<<20)
	fmt.Fprintln(w, `{"format":"citemap-snapshot","version":1,"taken":"2026-11-22","source":"Semantic Scholar datasets","licence":"ODC-BY"}`)
	order := make([]int, d.Len())
	ranks := d.ranks()
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(d.ID(a), d.ID(b)) })
	for _, place := range order {
		p := d.truth(place, ranks)
		line, err := record.Encode(&p)
		if err != nil {
			return err
		}
		_, _ = w.Write(line) // w keeps the first error for Flush
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return file.Close()
}

// ranks gives the place of each paper in the order of time.
func (d *dump) ranks() []uint32 {
	type dated struct {
		day   graph.Day
		place int
	}
	all := make([]dated, d.Len())
	for place := range all {
		p := d.Paper(place)
		all[place] = dated{graph.DayOf(p.Date), place}
	}
	slices.SortFunc(all, func(a, b dated) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(d.ID(a.place), d.ID(b.place)))
	})
	ranks := make([]uint32, len(all))
	for rank, a := range all {
		ranks[a.place] = uint32(rank)
	}
	return ranks
}

func (d *dump) truth(place int, ranks []uint32) graph.Paper {
	p := d.Paper(place)
	p.IDs = p.IDs.With(graph.ExternalID{Scheme: graph.CorpusID, Value: strconv.FormatInt(d.corpus[place], 10)})
	cited := slices.Clone(d.References(place))
	slices.SortFunc(cited, func(a, b uint32) int { return cmp.Compare(ranks[a], ranks[b]) })
	cited = slices.DeleteFunc(slices.Compact(cited), func(c uint32) bool { return int(c) == place })
	aliases := p.Aliases
	p.References, p.Contexts, p.Aliases = graph.References{State: stateOf(len(cited), p.Referenced)}, nil, nil
	for _, c := range cited {
		p.References.IDs = append(p.References.IDs, d.ID(int(c)))
		context := d.context(place, int(c))
		if context, told := graph.NewContext(context.Cited, context.Texts, context.Intents, context.Influential); told {
			p.Contexts = append(p.Contexts, context)
		}
	}
	p.Contexts = graph.SortContexts(p.Contexts)
	for _, alias := range d.merged(place, aliases) {
		p.Aliases = append(p.Aliases, graph.PaperID(alias))
	}
	if d.doubled[place] {
		p.Aliases = append(p.Aliases, graph.PaperID(d.faults.doubleID(p.ID)))
	}
	slices.Sort(p.Aliases)
	return p
}

// stateOf is what a field says of a list: a dump does not tell a list that was
// kept back from one that nobody could read.
func stateOf(listed int, counted *int) graph.State {
	switch {
	case listed > 0:
		return graph.StateOf(listed, counted)
	case counted != nil && *counted > 0:
		return graph.Withheld
	}
	return graph.Empty
}

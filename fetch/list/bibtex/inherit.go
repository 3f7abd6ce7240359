package bibtex

import (
	"maps"
	"slices"
	"strings"
)

// maxHeirs is how long a chain of records may be that take fields from each
// other.
const maxHeirs = 8

// inherited are the fields that a record takes from the one that its crossref
// names; what names a paper itself it does not. xdata gives all.
var inherited = map[string]bool{"year": true, "date": true, "month": true, "editor": true, "publisher": true, "series": true, "volume": true,
	"booktitle": true, "journal": true, "journaltitle": true, "organization": true, "institution": true}

// An estate is the records by their keys, and what may still be handed on: the
// fields of one record given to many would be a text of many times the size.
type estate struct {
	byKey map[string]*Item
	left  int
}

// inherit fills in what records take from others, as crossref and xdata say.
func inherit(records []Item, size int) {
	x := estate{byKey: map[string]*Item{}, left: 4*size + 1<<16}
	takes := false
	for i := range records {
		r := &records[i]
		takes = takes || r.fields["crossref"] != "" || r.fields["xdata"] != ""
		if key := strings.ToLower(r.Key); x.byKey[key] == nil {
			x.byKey[key] = r
		}
	}
	if !takes {
		return
	}
	for i := range records {
		x.settle(&records[i], 0)
	}
}

// settle gives a record what it takes, those that it takes from first. Each is
// settled once; one in a circle gets what its turn finds.
func (x *estate) settle(r *Item, depth int) {
	if r.settled || depth > maxHeirs {
		return
	}
	r.settled = true
	for n, key := range strings.SplitN(r.fields["xdata"], ",", maxHeirs+1) {
		if giver := x.byKey[strings.ToLower(strings.TrimSpace(key))]; giver != nil && n < maxHeirs {
			x.settle(giver, depth+1)
			x.hand(giver, r, func(string) bool { return true })
		}
	}
	if giver := x.byKey[strings.ToLower(strings.TrimSpace(r.fields["crossref"]))]; giver != nil {
		x.settle(giver, depth+1)
		x.hand(giver, r, func(field string) bool { return inherited[field] })
	}
}

func (x *estate) hand(giver, heir *Item, may func(string) bool) {
	if giver == heir {
		return
	}
	for _, field := range slices.Sorted(maps.Keys(giver.fields)) {
		value := giver.fields[field]
		if _, has := heir.fields[field]; has || !may(field) || len(value) > x.left || field == "crossref" || field == "xdata" {
			continue
		}
		heir.fields[field] = value
		x.left -= len(value) + 16
	}
}

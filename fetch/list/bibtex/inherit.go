package bibtex

import (
	"maps"
	"slices"
	"strings"
)

// deepestInheritance is how long a chain of records may be that take fields from
// each other.
const deepestInheritance = 8

// inherited are the fields that a record takes from the one that its crossref
// names; what names a paper itself it does not. xdata gives all.
var inherited = map[string]bool{"year": true, "date": true, "month": true, "editor": true, "publisher": true, "series": true, "volume": true,
	"booktitle": true, "journal": true, "journaltitle": true, "organization": true, "institution": true}

// An inheritance is the records by their keys, and how many bytes may still be
// handed on: the fields of one record given to many would be a text of many times
// the size.
type inheritance struct {
	byKey map[string]*Item
	left  int
}

// inherit fills in what records take from others, as crossref and xdata say. The
// text has size bytes.
func inherit(records []Item, size int) {
	x := inheritance{byKey: map[string]*Item{}, left: 4*size + 1<<16}
	for i := range records {
		if key := strings.ToLower(records[i].Key); x.byKey[key] == nil {
			x.byKey[key] = &records[i]
		}
	}
	for i := range records {
		x.complete(&records[i], 0)
	}
}

// complete gives a record what it takes, those that it takes from first. Each is
// completed once; one in a circle gets what its turn finds.
func (x *inheritance) complete(r *Item, depth int) {
	if r.inherited || depth > deepestInheritance {
		return
	}
	if r.inherited = true; r.fields["xdata"] == "" && r.fields["crossref"] == "" {
		return
	}
	givers := strings.SplitN(r.fields["xdata"], ",", deepestInheritance+1)
	for _, key := range append(givers[:min(len(givers), deepestInheritance)], r.fields["crossref"]) {
		giver := x.byKey[strings.ToLower(strings.TrimSpace(key))]
		if giver == nil || giver == r || key == "" {
			continue
		}
		x.complete(giver, depth+1)
		for _, field := range slices.Sorted(maps.Keys(giver.fields)) {
			value := giver.fields[field]
			if _, has := r.fields[field]; has || key == r.fields["crossref"] && !inherited[field] || field == "crossref" || field == "xdata" || len(value) > x.left {
				continue
			}
			r.fields[field] = value
			x.left -= len(value) + 16
		}
	}
}

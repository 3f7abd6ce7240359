package scan

import (
	"bytes"
	"sort"

	"citemap/graph"
)

// ids are the PaperIDs of a corpus in their order. Most are keys; those that are
// none stand between them.
type ids struct {
	keys  []key
	names []string // those that are no keys, in order
	named []uint32 // their places
}

// at gives the id at a place, as a key or as a name.
func (x *ids) at(place int) (k *key, name string) {
	n := sort.Search(len(x.named), func(i int) bool { return int(x.named[i]) >= place })
	if n < len(x.named) && int(x.named[n]) == place {
		return nil, x.names[n]
	}
	return &x.keys[place-n], ""
}

func (x *ids) of(place int) graph.PaperID {
	k, name := x.at(place)
	if k == nil {
		return graph.PaperID(name)
	}
	return graph.PaperID(k.String())
}

func (x *ids) same(a, b int) bool {
	k, name := x.at(a)
	l, other := x.at(b)
	if k == nil || l == nil {
		return k == l && name == other
	}
	return *k == *l
}

// find gives the place of an id.
func (x *ids) find(id graph.PaperID) (place int, found bool) {
	k, isKey := parseKey([]byte(id))
	if !isKey {
		n := sort.SearchStrings(x.names, string(id))
		if n == len(x.names) || x.names[n] != string(id) {
			return 0, false
		}
		return int(x.named[n]), true
	}
	n := sort.Search(len(x.keys), func(i int) bool { return bytes.Compare(x.keys[i][:], k[:]) >= 0 })
	if n == len(x.keys) || x.keys[n] != k {
		return 0, false
	}
	// As many names stand ahead of it as have places below those of it and them.
	return n + sort.Search(len(x.named), func(i int) bool { return int(x.named[i])-i > n }), true
}

// id gives the id of a number.
func (n *numbering) id(number uint32) graph.PaperID {
	if number&isOther != 0 {
		return graph.PaperID(n.names[number&^isOther])
	}
	return graph.PaperID(n.keys[number].String())
}

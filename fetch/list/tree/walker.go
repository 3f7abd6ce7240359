package tree

import (
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/limit"
	"citemap/fetch/list/plain"
	"citemap/fetch/list/record"
	"citemap/graph"
)

// A walker finds the papers of a tree, from its top down: what stands in a paper,
// such as its references, is no paper of the list.
type walker struct {
	out   record.Records
	depth int
	year  string // of the conference or the volume whose papers are read
}

// Papers gives the papers of a list, or of a group of them.
func Papers(n *Node) record.Records {
	var w walker
	if n != nil {
		w.element(n, "", true)
	}
	return w.out
}

// element reads a value of a list, or the top of a tree. Where papers are listed, a
// text may be a title, and what is neither paper nor group is named.
func (w *walker) element(n *Node, section string, listed bool) {
	if w.depth > limit.MaxDepth {
		return
	}
	w.depth++
	defer func() { w.depth-- }()
	switch n.open(); {
	case n.isObject():
		w.object(n, section, listed)
	case listed && n.isRow():
		w.out.Add(n.row(section))
	case len(n.list) > 0:
		listed = listed || n.hasPapers(true)
		for _, x := range n.list {
			w.element(x, section, listed)
		}
	case n.text != "":
		w.words(n, "", section, listed)
	}
	n.list, n.fields = nil, nil // it has been read
}

// object reads fields: those of a paper, of a group of papers, or of a message.
func (w *walker) object(n *Node, section string, listed bool) {
	if inner := n.Field("data"); inner != nil && inner.isObject() && inner.kind() == paper && !n.has("title") { // Zotero's web interface
		inner.start, inner.end = n.start, n.end
		n = inner
	}
	switch kind := n.kind(); {
	case kind == attachment:
	case kind == message:
		w.message(n, section)
	case kind == group:
		if n.has(idNames...) { // the paper whose references these are
			w.out.Add(n.record(section))
		}
		section = joined(section, n.title())
		outer := w.year
		if n.has("venue", "conference", "journal") {
			w.year = n.Field("year").first()
		}
		for _, f := range n.fields {
			w.member(f, section)
		}
		w.year = outer
	case kind == paper || listed:
		x := n.record(section)
		x.AddOuterYear(w.year)
		w.out.Add(x)
	}
}

// member reads what a group has under a name: papers, a group of them, or an
// address whose name is the title of the paper.
func (w *walker) member(f field, section string) {
	n := f.node.open()
	if notPapers[f.name] {
		return
	}
	inner := section
	if !listNames[f.name] && !groupNames[f.name] && !record.IsField(f.name) {
		inner = joined(section, f.key)
	}
	switch {
	case len(n.list) > 0:
		w.element(n, inner, listNames[f.name])
	case n.isObject() && n.standsAlone():
		x := n.record(section)
		if isCalled(f.key) && !n.has(titleNames...) {
			x.AddName(f.key)
		}
		w.out.Add(x)
	case n.isObject() && n.kind() == group:
		w.element(n, inner, false)
	case n.text != "" && (!record.IsField(f.name) || listNames[f.name]):
		w.words(n, f.key, section, false)
	}
}

// words reads a text: an id, with a title beside it or as its key, or, where papers
// are listed, a title alone.
func (w *walker) words(n *Node, key, section string, listed bool) {
	e, ok := plain.Entry(words.OneLine(n.text))
	if x, is := address.LooseID(n.text); is && x.Scheme.Lookup() && len(e.IDs) == 0 {
		e, ok = graph.Entry{IDs: graph.ExternalIDs{x}}, true
	}
	if !ok || len(e.IDs) == 0 && !(listed && plain.IsListed(&e)) {
		if listed {
			w.out.Fault(n.start, "text is neither an id nor a title")
		}
		return
	}
	if !listed && len(e.IDs) > 0 && !e.IDs[0].Scheme.Lookup() && !isCalled(key) {
		return // an address that is a homepage's, as likely
	}
	if e.Title == "" && isCalled(key) {
		e.Title = key
	}
	w.out.Add(&record.Record{Start: n.start, End: n.end, Title: e.Title, Authors: e.Authors, Date: e.Date, IDs: e.IDs, Section: section})
}

// isCalled tells a name that may be a title from a key.
func isCalled(key string) bool {
	return !label.IsLabel(key) && (words.WordCount(key) > 1 || strings.ToLower(key) != key && !strings.ContainsAny(key, "0123456789_:"))
}

// isRow tells the cells of a table, one of which is an id.
func (n *Node) isRow() bool {
	ids := 0
	for _, x := range n.list {
		if x.open().text == "" {
			return false
		}
		if isID(x.text) {
			ids++
		}
	}
	return ids == 1 && len(n.list) > 1 && !isID(n.list[0].text)
}

// row reads the cells of a table: the first that is no id is the title.
func (n *Node) row(section string) *record.Record {
	w := &record.Record{Start: n.start, End: n.end, Section: section}
	for _, x := range n.list {
		w.AddField("paper", x.text)
		if len(x.text) <= 10 {
			w.AddDate(x.text)
		}
	}
	return w
}

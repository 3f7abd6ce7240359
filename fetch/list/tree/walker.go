package tree

import (
	"slices"
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
		for _, x := range n.list {
			w.element(x, section, listed || n.hasPapers(true))
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
		section = joined(section, n.title())
		for _, f := range n.fields {
			w.member(f, section)
		}
	case kind == paper || listed:
		w.out.Add(n.record(section))
	}
}

// member reads what a group has under a name: papers, a group of them, or an
// address whose name is the title of the paper.
func (w *walker) member(f field, section string) {
	n := f.node.open()
	if apart[f.name] {
		return
	}
	below := section
	if !listNames[f.name] && !groupNames[f.name] && !record.IsField(f.name) {
		below = joined(section, f.key)
	}
	switch {
	case len(n.list) > 0:
		w.element(n, below, listNames[f.name] || n.hasPapers(true))
	case n.isObject() && n.isStrictly(paper):
		x := n.record(section)
		if isCalled(f.key) && !n.has(titleNames...) {
			x.AddName(f.key)
		}
		w.out.Add(x)
	case n.isObject() && n.kind() == group:
		w.element(n, below, false)
	case n.text != "":
		w.words(n, f.key, section, false)
	}
}

// words reads a text: an id, with a title beside it or as its key, or, where papers
// are listed, a title alone.
func (w *walker) words(n *Node, key, section string, listed bool) {
	e, ok := plain.Entry(words.OneLine(n.text))
	if p, is := plain.WrittenID(n.text, true, false); is && p.Scheme.Lookup() && len(e.IDs) == 0 {
		e, ok = graph.Entry{IDs: graph.ExternalIDs{p.ExternalID()}}, true
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

// A kind is what an object is.
type kind int

const (
	unknown kind = iota
	paper
	group
	message
	attachment
)

var (
	// listNames are what programs and people call a list of papers.
	listNames = setOf("items, references, data, papers, paper, results, works, publications, entries, recommendedpapers, articles, records, documents, " +
		"bibliography, library, list, reading, readings, collection, reading list, message, response, hits, result, resultlist, feed")
	// groupNames are what they call a list of groups.
	groupNames = setOf("docs, sections, section, groups, topics, categories, subjects, areas, chapters, parts, themes, weeks, lists, children, messages, subcategories, subsections, subtopics, subgroups, hit, metadata, attributes, notes, content")
	// citedNames are what they call other papers that belong to one.
	citedNames = setOf("references, citations, reference, related works, cites, cited by, bibliography")
	// apart are fields of a group that hold no papers.
	apart = setOf("author, authors, maintainers, contributors, meta, library, license, config, collections, tags, tag, keywords, version, schema, url, links, homepage, source, id, users, members, attachments, embeds, blocks, reactions, text")
	// idNames hold an id of a paper.
	idNames = []string{"doi", "arxiv", "arxiv id", "arxivid", "eprint", "pmid", "pmcid", "pubmed", "paperid", "externalids", "corpusid", "dois", "arxiv eprints", "doiid s"}
	// titleNames hold a title, peopleNames those who wrote it.
	titleNames  = []string{"title", "titles", "title s", "paper title", "display name", "article title"}
	linkNames   = []string{"url", "link", "links", "pdf", "paper", "html"}
	peopleNames = []string{"author", "authors", "creators", "authorships"}
)

func setOf(names string) map[string]bool {
	out := map[string]bool{}
	for _, name := range strings.Split(names, ", ") {
		out[name] = true
	}
	return out
}

// title gives what an object is called.
func (n *Node) title() string {
	for _, name := range append(titleNames, "name", "section", "topic", "category", "label", "heading") {
		if s := n.Field(name).first(); s != "" && !strings.Contains(s, "://") {
			return s
		}
	}
	return ""
}

// kind tells what an object is. What has papers in a list is a group, whoever
// wrote it and when, unless that may be the list of what a paper cites.
func (n *Node) kind() kind {
	titled := n.has(titleNames...)
	listed, cited, held := n.holds()
	switch s := n.Field("itemtype").first(); {
	case s == "attachment" || s == "note" || s == "annotation":
		return attachment
	case n.has(idNames...):
		return paper
	case !titled && n.isMessage():
		return message
	case listed, cited && !n.has(peopleNames...) && !(titled && n.has("year", "date", "issued", "url")):
		return group
	case !n.isToldOf() && n.hasList():
		return group
	case n.has("value") && n.has("type", "idtype", "scheme"): // of an id
		return unknown
	case titled && (n.isToldOf() || !held) || n.has("name", "paper") && n.isToldOf():
		return paper
	case held:
		return group
	case n.has("name", "paper") && len(n.fields) == 1 || isID(firstOf(n, linkNames...)):
		return paper
	}
	return unknown
}

// isStrictly tells a paper that stands under a name by itself: it has an id, or a
// title and more.
func (n *Node) isStrictly(k kind) bool {
	return n.kind() == k && (n.has(idNames...) || n.has(titleNames...) && n.isToldOf() || n.has("name") && n.has(linkNames...) || isID(firstOf(n, linkNames...)))
}

// isToldOf tells whether something is said of a paper beside its title.
func (n *Node) isToldOf() bool {
	for _, f := range n.open().fields {
		if record.IsField(f.name) && !isTitle(f.name) && !f.node.isNothing() || f.name == "abstract" || f.name == "type" {
			return true
		}
	}
	return false
}

func isTitle(name string) bool {
	switch name {
	case "name", "paper", "title", "display name", "paper title", "article title", "description", "note", "notes", "date", "author":
		return true
	}
	return false
}

// hasList tells whether an object has what is called a list of papers, if an empty
// one.
func (n *Node) hasList() bool {
	return slices.ContainsFunc(n.open().fields, func(f field) bool {
		return listNames[f.name] && !citedNames[f.name] && !record.IsField(f.name) && f.node.open().text == ""
	})
}

// mostLooked is how many values of a list are looked at to see what it is.
const mostLooked = 16

// holds tells whether an object has papers in a list, in one that may be of what a
// paper cites, or one by one under their names.
func (n *Node) holds() (listed, cited, held bool) {
	for _, f := range n.open().fields {
		x := f.node.open()
		switch {
		case apart[f.name]:
		case len(x.list) > 0 && x.hasPapers(!record.IsField(f.name) || listNames[f.name]):
			listed = listed || !citedNames[f.name]
			cited = cited || citedNames[f.name]
		case x.isObject() && (!record.IsField(f.name) || listNames[f.name]) && (x.isStrictly(paper) || x.kind() == group):
			held = true
		case !record.IsField(f.name) && x.text != "" && isID(x.text):
			held = true
		}
	}
	return listed, cited, held
}

// hasPapers tells a list of papers, of groups of them or, maybe, of ids and titles.
func (n *Node) hasPapers(ids bool) bool {
	for _, x := range n.list[:min(len(n.list), mostLooked)] {
		switch x.open(); {
		case x.isObject() && x.kind() != unknown && x.kind() != attachment, ids && (isID(x.text) || isLongTitle(x.text)), len(x.list) > 0 && x.hasPapers(ids):
			return true
		}
	}
	return false
}

// isLongTitle tells a title from what else stands in lists of words.
func isLongTitle(s string) bool {
	e, ok := plain.Entry(words.OneLine(s))
	return ok && words.WordCount(s) > 3 && plain.IsListed(&e)
}

// isID tells a text that is the id of a paper, or its address.
func isID(s string) bool {
	if len(s) > record.MaxRemark || !strings.ContainsAny(s, "0123456789") {
		return false
	}
	if x, ok := address.LooseID(strings.TrimSpace(s)); ok {
		return x.Scheme.Lookup()
	}
	p := address.PageOf(strings.TrimSpace(s))
	return p.Scheme.Lookup() || p.Scheme == graph.OpenReview
}

package tree

import (
	"slices"
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/plain"
	"citemap/fetch/list/record"
	"citemap/graph"
)

// A kind is what an object is.
type kind int

const (
	unseen kind = iota
	unknown
	paper
	group
	message
	attachment
)

// title gives what an object is called.
func (n *Node) title() string {
	for _, name := range append(titleNames, "name", "section", "topic", "category", "label", "heading") {
		if s := n.Field(name).first(); s != "" && !strings.Contains(s, "://") {
			return s
		}
	}
	return ""
}

// kind tells what an object is.
func (n *Node) kind() kind {
	if n.is == unseen {
		n.is = unknown // for what is asked below
		n.is = n.look()
	}
	return n.is
}

// look tells what an object is. What has papers in a list is a group, whoever wrote
// it and when, unless that may be the list of what a paper cites.
func (n *Node) look() kind {
	titled, named := n.has(titleNames...), n.has("name", "paper")
	switch s := n.Field("itemtype").first(); {
	case s == "attachment" || s == "note" || s == "annotation":
		return attachment
	case n.has(idNames...) && !(titled && n.isReferenceList()):
		return paper
	case !titled && n.isMessage():
		return message
	case n.has("value") && n.has("type", "idtype", "scheme"): // of an id
		return unknown
	}
	listed, cited, held := n.holds()
	switch told := n.isToldOf(); {
	case listed, cited && !n.has(peopleNames...) && !(titled && n.has("year", "date", "issued", "url")) && !n.isCiting(), !told && n.hasList():
		return group
	case titled && (told || !held), named && told:
		return paper
	case held:
		return group
	case named && len(n.fields) == 1, n.isLinked():
		return paper
	}
	return unknown
}

// isReferenceList tells the list of what a paper cites, of which no more is said
// than its title and id.
func (n *Node) isReferenceList() bool {
	if n.has(peopleNames...) || n.has("year", "date", "issued") || n.Field("references") == nil {
		return false
	}
	_, cited, _ := n.holds()
	return cited
}

// isLinked tells an object with the address of a paper.
func (n *Node) isLinked() bool { return isID(firstOf(n, linkNames...)) }

// standsAlone tells a paper that stands under a name by itself: it has an id, or a
// title and more.
func (n *Node) standsAlone() bool {
	return n.kind() == paper && (n.has(idNames...) || n.has(titleNames...) && (n.isToldOf() || n.Field("paperid") != nil) || n.has("name") && n.has(linkNames...) || n.isLinked())
}

// isCiting tells a paper with its links that names in words what it cites.
func (n *Node) isCiting() bool {
	for _, f := range n.open().fields {
		if citedNames[f.name] && len(f.node.open().list) > 0 && f.node.list[0].open().text == "" {
			return false
		}
	}
	return n.has("name", "title") && n.has(linkNames...)
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
		return listNames[f.name] && !citedNames[f.name] && f.name != "paper" && f.node.open().text == ""
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
		case notPapers[f.name]:
		case len(x.list) > 0 && x.hasPapers(!record.IsField(f.name) || listNames[f.name]):
			listed = listed || !citedNames[f.name]
			cited = cited || citedNames[f.name]
		case x.isObject() && (!record.IsField(f.name) || listNames[f.name]) && (x.standsAlone() || x.kind() == group):
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

// isMessage tells a message of a chat as Slack, Discord and Telegram export it: it
// has words, and who wrote them or when.
func (n *Node) isMessage() bool {
	return n.has("text", "content") && n.has("ts", "user", "timestamp", "client msg id", "from", "from id", "date", "username", "role")
}

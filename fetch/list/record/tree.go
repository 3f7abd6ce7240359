package record

import (
	"strings"
)

// A node is a value of YAML or TOML: text, a list or fields.
type node struct {
	at, end int
	text    string
	list    []*node
	fields  []member
}

type member struct {
	name string // in small letters
	node *node
}

func (n *node) field(names ...string) *node {
	for _, name := range names {
		for _, f := range n.fields {
			if f.name == name {
				return f.node
			}
		}
	}
	return nil
}

// titles are the names of the field that names a paper.
var titles = []string{"title", "name", "display_name", "paper_title", "paper"}

// itemRoles are the fields of a paper, as CSL and people's own lists have them.
var itemRoles = map[string]role{
	"doi": doi, "url": text, "arxiv": arxivID, "arxiv_id": arxivID, "arxivid": arxivID, "eprint": arxivID, "pmid": pmid, "pubmed": pmid, "pmcid": pmcid, "pmc": pmcid,
	"link": text, "links": text, "paper": text, "pdf": text, "paper_url": text, "paperurl": text, "url_pdf": text, "url_paper": text, "html": text, "preprint": text,
	"number": text, "journal": text, "container-title": text, "venue": text, "publication": text, "note": remark, "year": date, "date": date, "issued": date, "published": date,
	"author": person, "authors": person, "address": text, "archive_location": text, "identifiers": text, "external_links": text,
}

// beside are the links of an item that are not to the paper.
var beside = map[string]bool{"code": true, "github": true, "slides": true, "video": true, "poster": true, "data": true, "dataset": true, "project": true,
	"website": true, "blog": true, "talk": true, "demo": true, "supplement": true, "supp": true, "bibtex": true}

// walk finds the papers in a tree: what has a title, or an id, and is no list of
// others.
func (n *node) walk(out *Found, depth int) {
	if depth > maxDepth {
		return
	}
	if n.isItem() {
		out.Records = append(out.Records, n.record())
		return
	}
	for _, x := range n.list {
		x.walk(out, depth+1)
	}
	for _, f := range n.fields {
		f.node.walk(out, depth+1)
	}
}

func (n *node) isItem() bool {
	named := n.field(titles...)
	for _, f := range n.fields {
		if len(f.node.list) > 0 && len(f.node.list[0].fields) > 0 && f.node.list[0].field("title", "name", "doi", "url", "arxiv") != nil && f.name != "authors" && f.name != "author" && f.name != "links" {
			return false
		}
	}
	if named != nil && named.text != "" {
		return n.field("doi", "url", "arxiv", "arxiv_id", "eprint", "pmid", "link", "links", "pdf", "paper", "author", "authors", "year", "date", "issued", "venue", "journal", "id", "type") != nil || len(n.fields) == 1
	}
	return n.field("doi", "arxiv", "arxiv_id", "pmid") != nil
}

func (n *node) record() Fields {
	r := Fields{Start: n.at, End: n.end}
	for _, name := range titles {
		if x := n.field(name); x != nil && x.text != "" && !strings.Contains(x.text, "://") {
			r.Title = x.text
			break
		}
	}
	for _, f := range n.fields {
		role := itemRoles[f.name]
		switch {
		case role == nil:
		case f.name == "author" || f.name == "authors":
			f.node.people(&r)
		case f.name == "issued" || f.name == "date" || f.name == "published":
			f.node.dates(&r)
		default:
			f.node.each(&r, role)
		}
	}
	return r
}

// each takes in a value, or the values in it.
func (n *node) each(r *Fields, take role) {
	if n.text != "" {
		take(r, n.text)
	}
	for _, x := range n.list {
		x.each(r, take)
	}
	for _, f := range n.fields {
		if !beside[f.name] {
			f.node.each(r, take)
		}
	}
}

func (n *node) people(r *Fields) {
	if n.text != "" {
		for _, name := range strings.Split(strings.NewReplacer(" and ", "; ").Replace(n.text), "; ") {
			if strings.Count(name, ",") > 1 || strings.Count(name, ",") == 1 && len(strings.Fields(name)) > 3 {
				people(r, name)
				continue
			}
			person(r, strings.Trim(name, " ,"))
		}
	}
	for _, x := range n.list {
		x.people(r)
	}
	if len(n.fields) == 0 {
		return
	}
	var parts []string
	for _, names := range [][]string{{"family", "last", "lastname"}, {"given", "first", "firstname"}} {
		if x := n.field(names...); x != nil && x.text != "" {
			parts = append(parts, x.text)
		}
	}
	if x := n.field("literal", "name"); x != nil && len(parts) == 0 {
		parts = append(parts, x.text)
	}
	if len(parts) > 0 {
		person(r, strings.Join(parts, ", "))
	}
}

// dates reads a date as text, in named parts, or in "date-parts".
func (n *node) dates(r *Fields) {
	var parts []string
	for _, name := range []string{"year", "month", "day"} {
		if x := n.field(name); x != nil {
			parts = append(parts, x.text)
		}
	}
	if len(parts) > 0 {
		date(r, strings.Join(parts, "/"))
		return
	}
	if x := n.field("date-parts"); x != nil {
		x.dates(r)
		return
	}
	if n.text != "" {
		date(r, n.text)
	}
	for _, x := range n.list {
		if len(n.list) > 1 && x.text != "" {
			parts = append(parts, x.text)
			continue
		}
		x.dates(r)
		return
	}
	if len(parts) > 0 {
		date(r, strings.Join(parts, "/"))
	}
}

package tree

import (
	"strings"

	"citemap/fetch/citation/words"
	"citemap/fetch/list/record"
	"citemap/graph"
)

// record reads the fields of a paper, as CSL, Zotero, Better BibTeX, Semantic
// Scholar, OpenAlex, Crossref and people have them. No field makes it unreadable
// by what it holds.
func (n *Node) record(section string) *record.Record {
	w := &record.Record{Start: n.start, End: n.end, Section: section}
	for _, f := range n.open().fields {
		f.read(w)
	}
	if strings.Contains(strings.ToLower(n.Field("archive").first()), "arxiv") {
		w.ArXiv(n.Field("archive location").first())
	}
	if s := n.Field("label").first(); w.Title == "" && words.WordCount(s) > 1 {
		w.AddName(s)
	}
	return w
}

// read reads one field into a record.
func (f field) read(w *record.Record) {
	switch f.name {
	case "author", "authors", "creators", "authorships":
		w.Authors = append(w.Authors, f.node.Names()...)
	case "issued", "date", "published", "year":
		w.AddField(f.name, f.node.Date())
	case "note", "notes":
		w.AddLooseNote(f.node.first())
	case "id":
		w.Key(f.node.first())
	case "paperid":
		w.PaperID(f.node.first())
	case "source":
		w.SetSource(f.node.first())
	case "bibtex", "bib", "citation", "cite":
		w.AddBibTeX(f.node.first())
	case "ids", "externalids", "external ids", "articleids", "identifiers", "identifier", "links", "link", "urls", "url", "external links", "serial number":
		f.readIDs(w)
	default:
		for _, s := range f.node.values() {
			w.AddField(f.name, s)
		}
	}
}

// values gives the texts of a value, one of which may stand as {"value": …} each.
func (n *Node) values() []string {
	out := n.Texts()
	if x := n.Field("value"); x != nil {
		out = append(out, x.Texts()...)
	}
	for _, x := range n.list {
		if s := firstOf(x, "value", "title"); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// readIDs reads ids and addresses: texts, or those that have a name each.
func (f field) readIDs(w *record.Record) {
	for _, s := range f.node.Texts() {
		w.AddField(f.name, s)
	}
	for _, x := range f.node.fields {
		if !otherLinks[x.name] {
			for _, s := range x.node.Texts() {
				w.AddField(x.name, s)
			}
		}
	}
	for _, x := range f.node.list {
		name := strings.ToLower(firstOf(x, "type", "idtype", "name", "label", "title", "text", "rel"))
		value := firstOf(x, "value", "identifier", "id", "url", "href", "link")
		switch {
		case otherLinks[name]:
		case record.IsField(name):
			w.AddField(name, value)
		default:
			w.AddText(value)
		}
	}
}

// Names gives the names of authors in the forms in which programs and people write
// them: in parts, whole, or as one text.
func (n *Node) Names() (names []string) {
	if n == nil {
		return nil
	}
	switch x := n.Field("value"); {
	case x != nil: // OpenReview
		return x.Names()
	case n.open().text != "":
		for _, name := range strings.Split(strings.ReplaceAll(n.text, " and ", "; "), "; ") {
			if commas := strings.Count(name, ","); commas > 1 || commas == 1 && words.WordCount(name) > 3 {
				name = strings.ReplaceAll(name, ", ", "; ")
			}
			names = append(names, record.People(name)...)
		}
	case n.isObject():
		if name := n.person(); name != "" {
			names = []string{name}
		}
	}
	for _, x := range n.list {
		switch parts := x.Texts(); {
		case x.text != "":
			names = append(names, words.OneLine(x.text))
		case len(n.list) > 0 && len(x.list) == 2 && len(parts) == 2: // given name and family
			names = append(names, words.OneLine(parts[0]+" "+parts[1]))
		default:
			names = append(names, x.Names()...)
		}
	}
	return names
}

// person writes a name in parts family first, as RIS and BibTeX have it; "" is who
// is no author.
func (n *Node) person() string {
	if kind := n.Field("creatortype").first(); kind != "" && kind != "author" && kind != "presenter" {
		return ""
	}
	family := words.OneLine(strings.Join([]string{n.Field("dropping particle").first(), n.Field("non dropping particle").first(), firstOf(n, "family", "lastname", "last")}, " "))
	given := words.OneLine(firstOf(n, "given", "firstname", "first"))
	if family == "" {
		if inner := n.Field("author"); inner != nil && inner.isObject() { // OpenAlex
			return inner.person()
		}
		if name := words.OneLine(firstOf(n, "literal", "name", "display name", "full name")); name != "" {
			return name
		}
		return given
	}
	for _, part := range []string{given, words.OneLine(n.Field("suffix").first())} {
		if part != "" {
			family += ", " + part
		}
	}
	return family
}

// Date gives a date as text: it may be one, stand in named parts or in
// "date-parts". Of a period it is the beginning.
func (n *Node) Date() string {
	switch n.open(); {
	case n.text != "":
		return n.text
	case n.has("year"):
		return slashed([]*Node{n.Field("year"), n.Field("month"), n.Field("day")})
	case n.Field("date parts") != nil && n.Field("date parts").Date() != "":
		return n.Field("date parts").Date()
	case n.isObject():
		raw := n.Field("raw").first()
		if begin, _, _ := strings.Cut(raw, "/"); record.LooseDate(begin) != (graph.Date{}) && len(begin) > 4 {
			return begin
		}
		return firstOf(n, "raw", "literal")
	case len(n.list) > 0 && n.list[0].open().text == "":
		return n.list[0].Date()
	}
	return slashed(n.list)
}

func slashed(nodes []*Node) string {
	var parts []string
	for _, x := range nodes[:min(len(nodes), 3)] {
		if s := x.first(); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "/")
}

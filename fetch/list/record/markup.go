package record

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
)

// An xmlForm is a kind of XML with a record an element.
type xmlForm struct {
	items map[string]bool // names of the elements, without their name spaces
	roles map[string]role // by the path below the item
}

// feed is Atom, in which arXiv answers, and RSS.
var feed = xmlForm{
	items: map[string]bool{"entry": true, "item": true},
	roles: map[string]role{"title": title, "author/name": person, "creator": people, "published": date, "pubDate": date, "date": date,
		"id": text, "guid": text, "link": text, "doi": doi, "identifier": text, "dc:identifier": text},
}

// zotero is the RDF of Zotero.
var zotero = xmlForm{
	items: map[string]bool{"Article": true, "Document": true, "Book": true, "BookSection": true, "Thesis": true, "Report": true, "Manuscript": true,
		"Description": true, "Recording": true, "Illustration": true, "Data": true, "Journal": true},
	roles: map[string]role{"title": title, "date": date, "identifier": zoteroID, "identifier/URI/value": text, "description": remark,
		"authors/Seq/li/Person": foafPerson, "itemType": kind, "isPartOf/Journal/identifier": zoteroID},
}

func people(r *Fields, s string) {
	for _, name := range regexp.MustCompile(`,\s+|;\s*| and `).Split(s, -1) {
		person(r, strings.TrimSpace(name))
	}
}

// kind keeps what an item is, for a moment, among its remarks.
func kind(r *Fields, s string) { remark(r, "itemType "+s) }

func zoteroID(r *Fields, s string) {
	if value, found := strings.CutPrefix(s, "DOI "); found {
		doi(r, value)
		return
	}
	text(r, s)
}

// foafPerson is the family name and the given one, each on a line of its own.
func foafPerson(r *Fields, s string) {
	person(r, strings.Join(strings.FieldsFunc(s, func(c rune) bool { return c == '\n' }), ", "))
}

var (
	feedStart = regexp.MustCompile(`^(?:\s*<(?:\?|!--)[^>]*>)*\s*<(?:\w+:)?(?:feed|rss|RDF)[\s>]`)
	rdfStart  = regexp.MustCompile(`^(?:\s*<(?:\?|!--)[^>]*>)*\s*<rdf:RDF[\s>]`)
	zoteroRDF = regexp.MustCompile(`xmlns:(?:z|bib)\s*=`)
)

// IsFeed tells Atom and RSS, IsRDF the RDF of Zotero.
func IsFeed(text []byte) bool { return feedStart.Match(head(text)) && !IsRDF(text) }

func IsRDF(text []byte) bool { return rdfStart.Match(head(text)) && zoteroRDF.Match(head(text)) }

// Feed reads the entries of a feed.
func Feed(text []byte) Found { return feed.read(text) }

// RDF reads what Zotero exports as RDF. The DOI of an article may stand with its
// journal, which is an item of its own there; attachments and notes are none.
func RDF(text []byte) Found {
	r := zotero.read(text)
	journals := map[string][]ID{}
	shared := map[string]int{}
	for _, x := range r.Records {
		journals[x.Printed] = append(journals[x.Printed], x.IDs...)
	}
	for _, x := range r.Records {
		for _, of := range parts(x) {
			shared[of]++
		}
	}
	out := Found{Faults: r.Faults}
	for _, x := range r.Records {
		if bytes.HasPrefix(text[x.Start:], []byte("<bib:Journal")) || isAttachment(x) {
			continue
		}
		for _, of := range parts(x) {
			if len(x.IDs) == 0 && shared[of] == 1 {
				x.IDs = append(x.IDs, journals[of]...)
			}
		}
		x.Texts = append(x.Texts, x.Printed)
		x.Printed, x.Remarks = "", nil
		out.Records = append(out.Records, x)
	}
	return out
}

const partOf = "part of "

// parts gives the addresses of what a record is part of.
func parts(r Fields) (out []string) {
	for _, s := range r.Remarks {
		if of, found := strings.CutPrefix(s, partOf); found {
			out = append(out, of)
		}
	}
	return out
}

func isAttachment(r Fields) bool {
	for _, s := range r.Remarks {
		if s == "itemType attachment" || s == "itemType note" {
			return true
		}
	}
	return r.Title == "" && len(r.IDs)+len(r.Texts) == 0
}

const maxDepth = 64

// read reads the items, one after the other. The decoder knows no entities but
// XML's own, so that none grows.
func (f xmlForm) read(text []byte) (out Found) {
	d := xml.NewDecoder(bytes.NewReader(text))
	d.Strict = false
	for {
		at := d.InputOffset()
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			out.fault(int(at), "is not XML: "+oneLine(err.Error()))
			return out
		}
		start, is := token.(xml.StartElement)
		if !is || !f.items[start.Name.Local] {
			continue
		}
		r, err := f.item(d, start)
		r.Start, r.End = int(at), int(d.InputOffset())
		if err != nil {
			out.fault(int(at), "item is not XML: "+oneLine(err.Error()))
			return out
		}
		out.Records = append(out.Records, r)
	}
}

// item reads one item, up to its end.
func (f xmlForm) item(d *xml.Decoder, start xml.StartElement) (r Fields, err error) {
	for _, a := range start.Attr {
		if a.Name.Local == "about" {
			r.Printed = a.Value
		}
	}
	var path []string
	var words strings.Builder
	var field role
	for depth := 0; ; {
		token, err := d.Token()
		if err != nil {
			return r, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if len(path) >= maxDepth {
				return r, errors.New("elements too deep in each other")
			}
			path = append(path, t.Name.Local[:min(len(t.Name.Local), 24)])
			attributes(&r, path, t.Attr)
			if field == nil && len(path) < 6 {
				field, depth = f.roles[strings.Join(path, "/")], len(path)
			}
		case xml.CharData:
			if field != nil {
				words.Write(t)
			}
		case xml.EndElement:
			if len(path) == 0 {
				return r, nil
			}
			if field != nil && len(path) == depth {
				s := words.String()
				if path[len(path)-1] != "Person" {
					s = oneLine(s)
				} else {
					s = byLine(s)
				}
				if s != "" {
					field(&r, s)
				}
				field = nil
				words.Reset()
			} else if field != nil {
				words.WriteString("\n")
			}
			path = path[:len(path)-1]
		}
	}
}

// byLine gives the lines of a text that say something.
func byLine(s string) string {
	var out []string
	for line := range strings.Lines(s) {
		if line = oneLine(line); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

// attributes takes in the address of a link, and what an item is part of.
func attributes(r *Fields, path []string, attrs []xml.Attr) {
	if len(path) != 1 {
		return
	}
	for _, a := range attrs {
		switch {
		case path[0] == "link" && a.Name.Local == "href":
			text(r, a.Value)
		case path[0] == "isPartOf" && a.Name.Local == "resource":
			remark(r, partOf+a.Value)
		}
	}
}

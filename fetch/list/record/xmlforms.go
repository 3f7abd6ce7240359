package record

import (
	"bytes"
	"regexp"
	"strings"
)

// endNoteXML is what EndNote exports. Below it stand the names of its first XML, in
// capitals, which other programs still write.
var endNoteXML = xmlForm{called: "record", items: regexp.MustCompile(`<(record|RECORD)[\s>]`), with: Record{database: "pubmed"}, roles: each(roles{
	"titles/title": addFileTitle, "contributors/authors/author": (*Record).AddPerson,
	"dates/year": (*Record).AddYear, "dates/pub-dates/date": (*Record).AddDate, "electronic-resource-num": (*Record).DOI,
	"accession-num": (*Record).addAccession, "remote-database-name": setDatabase, "custom2": (*Record).addCustom, "notes": (*Record).addRemark,
	"urls/related-urls/url, urls/web-urls/url, urls/pdf-urls/url, urls/text-urls/url, periodical/full-title, " +
		"titles/secondary-title, number, volume, publisher, label, call-num": (*Record).AddText,

	"title": addFileTitle, "authors/author": (*Record).AddPerson, "year": (*Record).AddYear, "date": (*Record).AddDate,
	"url": (*Record).DOI, "accession_number": (*Record).addAccession, "secondary_title": (*Record).AddText,
})}

// feed is Atom, in which arXiv answers, and RSS.
var feed = xmlForm{called: "item", items: regexp.MustCompile(`<(?:\w+:)?(entry|item)[\s>]`), roles: each(roles{
	"title": (*Record).AddTitle, "author/name": (*Record).AddPerson, "creator": addJoined, "published, pubdate, date": (*Record).AddDate,
	"doi": (*Record).DOI, "id, guid, link, identifier": (*Record).AddText,
})}

// pubmedXML is that of PubMed.
var pubmedXML = xmlForm{called: "article", items: regexp.MustCompile(`<(PubmedArticle)[\s>]`), roles: each(roles{
	"medlinecitation/pmid": (*Record).AddPubMed, "medlinecitation/article/articletitle": addSentence,
	"medlinecitation/article/authorlist/author/lastname": (*Record).AddPerson, "medlinecitation/article/authorlist/author/forename": (*Record).addGiven,
	"medlinecitation/article/journal/journalissue/pubdate/year": (*Record).AddYear, "medlinecitation/article/journal/journalissue/pubdate/month": (*Record).AddDate,
	"pubmeddata/articleidlist/articleid": (*Record).AddLinks,
})}

// zoteroRDF is the RDF of Zotero.
var zoteroRDF = xmlForm{called: "item", nested: true,
	items: regexp.MustCompile(`<(?:\w+:)?(Article|Document|Book|BookSection|Thesis|Report|Manuscript|Description|Recording|Illustration|Data|Journal)[\s>]`),
	roles: each(roles{
		"title": (*Record).AddTitle, "date": (*Record).AddDate, "identifier, ispartof/journal/identifier": addMarkedID,
		"identifier/uri/value": (*Record).AddText, "authors/seq/li/person/surname": (*Record).AddPerson,
		"authors/seq/li/person/givenname": (*Record).addGiven, "description": (*Record).addRemark,
	})}

// addFileTitle takes in a title. A file that is not described yet has its name for
// one, as "<name.pdf>".
func addFileTitle(w *Record, s string) {
	if name, found := strings.CutSuffix(s, ".pdf>"); found {
		s = strings.TrimPrefix(name, "<")
	}
	w.AddTitle(s)
}

// setDatabase says that the accession number is not PubMed's, or that it is.
func setDatabase(w *Record, s string) {
	w.database = ""
	w.addDatabase(s)
}

var namesJoined = regexp.MustCompile(`,\s+|;\s*| and `)

// addJoined takes in authors of one field.
func addJoined(w *Record, s string) {
	for _, name := range namesJoined.Split(s, -1) {
		w.AddPerson(name)
	}
}

// addMarkedID reads "DOI 10.1000/x", or an address.
func addMarkedID(w *Record, s string) {
	if value, found := strings.CutPrefix(s, "DOI "); found {
		w.AddDOI(value)
		return
	}
	w.AddText(s)
}

var (
	endNoteXMLStart = regexp.MustCompile(`(?i)^\s*<(?:\?xml|xml|records|record)[\s>]`)
	feedStart       = regexp.MustCompile(`^(?:\s*<(?:\?|!--)[^>]*>)*\s*<(?:\w+:)?(?:feed|rss|RDF)[\s>]`)
	rdfStart        = regexp.MustCompile(`^(?:\s*<(?:\?|!--)[^>]*>)*\s*<rdf:RDF[\s>]`)
	rdfOfZotero     = regexp.MustCompile(`xmlns:(?:z|bib)\s*=`)
)

// IsEndNoteXML, IsFeed and IsRDF tell the XML of EndNote, Atom or RSS, and the RDF
// of Zotero.
func IsEndNoteXML(text []byte) bool { return endNoteXMLStart.Match(head(text)) && !isPubMedXML(text) }

func isPubMedXML(text []byte) bool { return pubmedXML.items.Match(head(text)) }

func IsFeed(text []byte) bool { return feedStart.Match(head(text)) && !IsRDF(text) }

func IsRDF(text []byte) bool { return rdfStart.Match(head(text)) && rdfOfZotero.Match(head(text)) }

// EndNoteXML and Feed read a text in their form.
func EndNoteXML(text []byte) Records { return endNoteXML.entries(text) }

func Feed(text []byte) Records { return feed.entries(text) }

// RDF reads what Zotero exports as RDF. The DOI of an article may stand with its
// journal, which is an item of its own there; attachments and notes are none.
func RDF(text []byte) Records {
	items, out := zoteroRDF.read(text)
	journals, parts := map[string]*Record{}, map[string]int{}
	for i := range items {
		journals[items[i].address] = &items[i].Record
		for _, of := range items[i].partOf {
			parts[of]++
		}
	}
	for i := range items {
		x := &items[i]
		if bytes.HasPrefix(text[x.Start:], []byte("<bib:Journal")) || x.kind == "attachment" || x.kind == "note" || x.isEmpty() {
			continue
		}
		for _, of := range x.partOf {
			if j := journals[of]; j != nil && j != &x.Record && len(x.IDs) == 0 && parts[of] == 1 {
				x.IDs = append(x.IDs, j.IDs...)
			}
		}
		x.AddText(x.address)
		out.Add(&x.Record)
	}
	return out
}

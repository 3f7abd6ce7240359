package record

import (
	"strings"

	"citemap/graph"
)

// titleNames are those of a field that has the title of a paper, and of nothing else.
const titleNames = "title, document title, article title, paper title, item title, titles, title s, work title, ti, titel, titre, título, 标题, 题名"

// vocabulary are the fields that tell of a paper, by the names that programs,
// services and people give them as columns of tables and as keys of JSON, YAML and
// TOML: in small letters, with spaces between the words.
var vocabulary = each(roles{
	titleNames:                              (*Record).AddTitle,
	"display name":                          titleOf(1),
	"name, paper name, work, article":       (*Record).AddName,
	"paper, papers, publication, reference": (*Record).AddName,

	"author, authors, author/s, author full names, af, au, author names, authorships, authorships.author.display name, creators, creator, autor, auteurs, byline": (*Record).AddPeople,

	"year, publication year, publicationyear, year published, issued, pub year, pubyear, py, jahr, année, año":                                                                     (*Record).AddYear,
	"date, publicationdate, pubdate, publication date, date published, published, published year, cover date, coverdate, published date, release date, published month, month, pd": (*Record).AddDate,

	"doi, dois, doiid s, di, item doi, doi link, doi url, doi/url, digital object identifier":         (*Record).DOI,
	"arxiv, arxiv eprints, arxiv id, arxivid, arxiv number, arxiv link, arxiv url, eprint, ids.arxiv": (*Record).ArXiv,
	"pmid, medline pmid, pubmed, pubmed id, pubmedid, pm, ids.pmid":                                   (*Record).AddPubMed,
	"pmcid, pmc, pmc id, pubmedcentral, ids.pmcid":                                                    (*Record).AddPubMedCentral,
	"acl":                                 schemeOf(graph.ACL),
	"mag, microsoft academic id, ids.mag": schemeOf(graph.MAG),
	"corpusid, corpus id":                 schemeOf(graph.CorpusID),
	"openreview":                          schemeOf(graph.OpenReview), "dblp": schemeOf(graph.DBLP),
	"paperid, paper id, semantic scholar id": (*Record).PaperID,

	"url, urls, ee, lien, liens, enlace, 链接, link, links, paper link, paper url, paperurl, pdf, pdf link, pdf url, url pdf, url paper, url abs, abs, html, preprint, article link, article url, " +
		"articleurl, fulltexturl, full text url, source urls, arxiv/pdf, web link, website, source url, id, identifier, ids, identifiers, external links, " +
		"externalids, external ids, articleids, address, primary location.landing page url": (*Record).AddLinks,
	"publication title, publicationtitle, container title, archive location, archiveid, loc. in archive, number, call number, archive, link attachments, " +
		"source title, journal, venue, so, source": (*Record).AddText,
	"extra": (*Record).AddRemarks, "note, notes, comments, comment, remarks, description, accession number": (*Record).AddNote,
})

// FieldName writes the name of a field as the vocabulary has it.
func FieldName(s string) string {
	s = fieldMarks.Replace(strings.ToLower(s))
	return strings.Trim(strings.Join(strings.Fields(s), " "), " #\"'")
}

var fieldMarks = strings.NewReplacer("_", " ", "-", " ", "\u00a0", " ", "*", "", ":", "", "\ufeff", "")

// FieldRole gives what to do with a field by its name; nil where it tells nothing of
// a paper.
func FieldRole(name string) Role { return vocabulary[FieldName(name)] }

// IsField tells the name of a field that tells of a paper.
func IsField(name string) bool { return FieldRole(name) != nil }

// IsTitle tells the name of a field that has the title of a paper.
func IsTitle(name string) bool {
	return strings.Contains(", "+titleNames+", display name, ", ", "+FieldName(name)+", ")
}

// AddField takes in a field by its name, if it is one that tells of a paper.
func (w *Record) AddField(name, value string) {
	if role := FieldRole(name); role != nil && strings.TrimSpace(value) != "" {
		role(w, value)
	}
}

// PaperID takes in a PaperID of Semantic Scholar, or an id of another kind that
// a list gives its papers.
func (w *Record) PaperID(s string) {
	w.AddID(graph.S2, s)
	if len(s) < MaxRemark {
		w.AddLinks(s)
	}
}

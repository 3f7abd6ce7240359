package table

import (
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/record"
	"citemap/graph"
)

// tableColumns are the columns that tell of a paper, by their names in Zotero
// and in other programs, in small letters, with spaces between the words.
var tableColumns = columnsOf(map[string]func(w *record.Record, s string){
	"title, document title, article title, paper title, item title, work title, display name, ti, titel, titre, título, 标题, 题名":                                                                                        titleColumn,
	"author, authors, author/s, author full names, af, au, author names, authorships.author.display name, creators, creator, autor, auteurs":                                                                           authorColumn,
	"publication year, year, date, publicationdate, publication date, date published, published, published year, pubyear, pub year, py, cover date, coverdate, published date, release date, issued, jahr, année, año": dateColumn,
	"published month, month, pd": monthColumn,
	"doi, di, item doi, doi link, doi url, doi/url, digital object identifier": record.DOIColumn,
	"pmid, pubmed, pubmed id, pubmedid, pm, ids.pmid":                          (*record.Record).AddPubMed,
	"pmcid, pmc, pmc id, ids.pmcid":                                            (*record.Record).AddPubMedCentral,
	"arxiv, arxiv id, arxivid, arxiv number, arxiv link, arxiv url, eprint":    record.ArxivColumn,
	"acl": record.SchemeColumn(graph.ACL), "mag, microsoft academic id, ids.mag": record.SchemeColumn(graph.MAG),
	"corpusid, corpus id": record.SchemeColumn(graph.CorpusID), "paperid, paper id, semantic scholar id": paperColumn,
	"url, urls, link, links, paper link, paper url, paper, pdf, pdf link, pdf url, article link, article url, articleurl, fulltexturl, full text url, source urls, arxiv/pdf, " +
		"web link, website, source url, reference, id, identifier, ids, primary location.landing page url": linkColumn,
	"extra": (*record.Record).AddRemarks,
	"publication title, archive location, loc. in archive, number, call number, archive, link attachments, source title, journal, venue, so, source": (*record.Record).AddWritten,
})

// spareColumns tell of a paper where the other columns do not: what a person
// calls it, and ids in notes, which may be about other papers.
var spareColumns = columnsOf(map[string]func(w *record.Record, s string){
	"name, paper, paper name, publication, work, papers, article, reference": nameColumn,
	"notes, note, comments, comment, remarks, description, accession number": noteColumn,
})

// columnsOf takes apart the names of columns that one rule is for.
func columnsOf(rules map[string]func(*record.Record, string)) map[string]func(*record.Record, string) {
	out := map[string]func(*record.Record, string){}
	for names, rule := range rules {
		for _, name := range strings.Split(names, ", ") {
			out[name] = rule
		}
	}
	return out
}

// columnName writes the name of a column as the tables have it.
func columnName(s string) string {
	s = strings.NewReplacer("_", " ", "\u00a0", " ", "*", "", ":", "", "\ufeff", "").Replace(strings.ToLower(s))
	return strings.Trim(strings.Join(strings.Fields(s), " "), " #\"'")
}

// linkColumn takes in what a column of links or ids holds: addresses, and ids
// that stand there bare.
func linkColumn(w *record.Record, s string) {
	w.AddWritten(s)
	for _, id := range address.IDsInLine(s) {
		w.AddID(id.Scheme, id.Value)
	}
}

// paperColumn takes in a PaperID of Semantic Scholar, or an id of another kind
// that a list gives its papers.
func paperColumn(w *record.Record, s string) {
	w.AddID(graph.S2, s)
	if len(s) < record.MaxRemark {
		linkColumn(w, s)
	}
}

func titleColumn(w *record.Record, s string) {
	if w.Title == "" {
		w.Title = s
	}
}

// nameColumn takes what a row is called for the title, unless it is an address
// or an id.
func nameColumn(w *record.Record, s string) {
	if _, id := address.LooseID(words.OneLine(s)); !id && w.Title == "" && !strings.Contains(s, "://") {
		w.Title = s
	}
}

// noteColumn takes the ids of a note for the paper's where no other column has
// any and the note begins with them.
func noteColumn(w *record.Record, s string) {
	first, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	label := strings.ToLower(strings.TrimRight(first, ":"))
	if _, id := address.LooseID(first); w.HasLookup() || !id && !address.IDNames[label] {
		return
	}
	w.AddRemarks(s)
}

// authorColumn takes names in; those in full go before those with initials.
func authorColumn(w *record.Record, s string) {
	if strings.Contains(s, "|") && !strings.Contains(s, ";") {
		s = strings.ReplaceAll(s, "|", ";")
	}
	if names := record.ByComma(s); w.Authors == nil || len(names) == len(w.Authors) && len(strings.Join(names, "")) > len(strings.Join(w.Authors, "")) {
		w.Authors = names
	}
}

func dateColumn(w *record.Record, s string) { w.Date = record.Finer(w.Date, record.LooseDate(s)) }

// monthColumn adds a month to a year, "3", "MAR" or "Mar 12".
func monthColumn(w *record.Record, s string) {
	if month := record.FirstMonth(s); month > 0 && w.Date.Year > 0 && w.Date.Month == 0 {
		w.Date.Month = month
	}
}

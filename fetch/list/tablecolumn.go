package list

import (
	"strings"
	"unicode/utf8"

	"citemap/graph"
)

// tableColumns are the columns that tell of a paper, by their names in Zotero
// and in other programs, in small letters, with spaces between the words.
var tableColumns = columnsOf(map[string]func(w *work, s string){
	"title, document title, article title, paper title, item title, work title, display name, ti, titel, titre, título, 标题, 题名":                                                                                        titleColumn,
	"author, authors, author/s, author full names, af, au, author names, authorships.author.display name, creators, creator, autor, auteurs":                                                                           authorColumn,
	"publication year, year, date, publicationdate, publication date, date published, published, published year, pubyear, pub year, py, cover date, coverdate, published date, release date, issued, jahr, année, año": dateColumn,
	"published month, month, pd": monthColumn,
	"doi, di, item doi, doi link, doi url, doi/url, digital object identifier": doiColumn,
	"pmid, pubmed, pubmed id, pubmedid, pm, ids.pmid":                          (*work).pmid,
	"pmcid, pmc, pmc id, ids.pmcid":                                            (*work).pmcid,
	"arxiv, arxiv id, arxivid, arxiv number, arxiv link, arxiv url, eprint":    arxivColumn,
	"acl": schemeColumn(graph.ACL), "mag, microsoft academic id, ids.mag": schemeColumn(graph.MAG),
	"corpusid, corpus id": schemeColumn(graph.CorpusID), "paperid, paper id, semantic scholar id": paperColumn,
	"url, urls, link, links, paper link, paper url, paper, pdf, pdf link, pdf url, article link, article url, articleurl, fulltexturl, full text url, source urls, arxiv/pdf, " +
		"web link, website, source url, reference, id, identifier, ids, primary location.landing page url": linkColumn,
	"extra": (*work).remarks,
	"publication title, archive location, loc. in archive, number, call number, archive, link attachments, source title, journal, venue, so, source": (*work).written,
})

// spareColumns tell of a paper where the other columns do not: what a person
// calls it, and ids in notes, which may be about other papers.
var spareColumns = columnsOf(map[string]func(w *work, s string){
	"name, paper, paper name, publication, work, papers, article, reference": nameColumn,
	"notes, note, comments, comment, remarks, description, accession number": noteColumn,
})

// columnsOf takes apart the names of columns that one rule is for.
func columnsOf(rules map[string]func(*work, string)) map[string]func(*work, string) {
	out := map[string]func(*work, string){}
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
func linkColumn(w *work, s string) {
	w.written(s)
	for _, id := range idsOfLine(s) {
		w.take(id.Scheme, id.Value)
	}
}

// paperColumn takes in a PaperID of Semantic Scholar, or an id of another kind
// that a list gives its papers.
func paperColumn(w *work, s string) {
	w.take(graph.S2, s)
	if len(s) < maxRemark {
		linkColumn(w, s)
	}
}

func titleColumn(w *work, s string) {
	if w.title == "" {
		w.title = s
	}
}

// nameColumn takes what a row is called for the title, unless it is an address
// or an id.
func nameColumn(w *work, s string) {
	if _, id := looseID(oneLine(s)); !id && w.title == "" && !strings.Contains(s, "://") {
		w.title = s
	}
}

// noteColumn takes the ids of a note for the paper's where no other column has
// any and the note begins with them.
func noteColumn(w *work, s string) {
	first, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	label := strings.ToLower(strings.TrimRight(first, ":"))
	if _, id := looseID(first); w.named() || !id && !idNames[label] {
		return
	}
	w.remarks(s)
}

// doiColumn reads a DOI or what else somebody wrote in its place.
func doiColumn(w *work, s string) {
	w.doi(s)
	w.addresses(s)
}

// authorColumn takes names in; those in full go before those with initials.
func authorColumn(w *work, s string) {
	if strings.Contains(s, "|") && !strings.Contains(s, ";") {
		s = strings.ReplaceAll(s, "|", ";")
	}
	if names := byComma(s); w.authors == nil || len(names) == len(w.authors) && len(strings.Join(names, "")) > len(strings.Join(w.authors, "")) {
		w.authors = names
	}
}

// byComma takes apart names that one cell joins with commas, "Roe AB, Doe J.",
// and writes them family first. Initials tell them from "Roe, Ann", which stays.
func byComma(cell string) (names []string) {
	if strings.Contains(cell, ";") {
		return people(cell)
	}
	for _, part := range strings.Split(cell, ",") {
		words := strings.Fields(part)
		if len(words) < 2 {
			return people(cell)
		}
		n := len(words) - 1
		switch first, last := isInitials(words[0]), isInitials(words[n]); {
		case first == last:
			return people(cell)
		case last:
			names = append(names, strings.Join(words[:n], " ")+", "+words[n])
		default:
			names = append(names, strings.Join(words, " "))
		}
	}
	return names
}

// isInitials tells "A", "AB", "A.B." and "J.-P." from a name and from the number
// of a family's third.
func isInitials(word string) bool {
	letters := strings.NewReplacer(".", "", "-", "").Replace(word)
	return letters != "II" && letters != "III" && letters != "IV" && letters != "" && len(letters) < 7 && utf8.RuneCountInString(letters) < 4 && strings.ToUpper(letters) == letters
}

func dateColumn(w *work, s string) { w.date = finer(w.date, looseDate(s)) }

// monthColumn adds a month to a year, "3", "MAR" or "Mar 12".
func monthColumn(w *work, s string) {
	if month := firstMonth(s); month > 0 && w.date.Year > 0 && w.date.Month == 0 {
		w.date.Month = month
	}
}

func arxivColumn(w *work, s string) {
	w.take(graph.ArXiv, arxivPrefix.ReplaceAllString(s, ""))
	w.written(s)
}

func schemeColumn(scheme graph.Scheme) func(*work, string) {
	return func(w *work, s string) { w.take(scheme, s) }
}

package tree

import "strings"

var (
	// listNames are what programs and people call a list of papers.
	listNames = setOf("items, references, data, papers, paper, results, works, publications, entries, recommendedpapers, articles, records, documents, " +
		"bibliography, library, list, reading, readings, collection, reading list, message, response, hits, result, resultlist, feed")
	// groupNames are what they call a list of groups.
	groupNames = setOf("docs, sections, section, groups, topics, categories, subjects, areas, chapters, parts, themes, weeks, lists, children, messages, subcategories, subsections, subtopics, subgroups, hit, metadata, attributes, notes, content")
	// citedNames are what they call other papers that belong to one.
	citedNames = setOf("references, citations, reference, related works, cites, cited by, bibliography")
	// notPapers are fields of a group that hold no papers.
	notPapers = setOf("author, authors, maintainers, contributors, meta, library, license, config, collections, tags, tag, keywords, version, schema, url, links, homepage, source, id, users, members, attachments, embeds, blocks, reactions, text")
	// otherLinks are the links of a paper that are not to it.
	otherLinks = setOf("code, github, slides, video, poster, data, dataset, project, website, blog, talk, demo, supplement, supp, bibtex, self, alternate, attachment")
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

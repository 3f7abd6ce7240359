package markdown

import (
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/citation/words"
	"citemap/graph"
)

var TitleColumns = map[string]bool{"title": true, "paper title": true, "paper": true, "papers": true, "paper name": true,
	"title of paper": true, "publication": true, "标题": true, "论文": true, "论文标题": true}

var paperColumns = map[string]bool{"paper": true, "papers": true, "paper title": true, "paper name": true, "title of paper": true,
	"publication": true, "publications": true, "论文": true}

// nameColumns are headers over the short names of what papers are about.
var nameColumns = words.Set(`name model models method methods approach dataset datasets algorithm benchmark framework tool system
	work agent architecture 模型 方法 名称`)

// asideColumns are headers over what is no title, however many words it has.
var asideColumns = words.Set(`description descriptions notes note remark remarks comment comments summary tldr tl;dr abstract introduction
	intro overview details highlight highlights contribution contributions keyword keywords tag tags topic topics task tasks domain domains
	field area category categories type language languages license affiliation affiliations institution institutions institute
	organization organisation company venue conference journal publisher author authors features usage metrics
	描述 简介 备注 摘要 说明 机构 作者 会议 任务 类别 方向`)

func IsDateColumn(header string) bool {
	header = strings.ToLower(header)
	return strings.Contains(header, "year") || strings.Contains(header, "date") || strings.Contains(header, "time")
}

// idColumns are headers over ids, and what a bare number below one is; "" is
// whatever its form tells.
var idColumns = map[string]graph.Scheme{"doi": graph.DOI, "dois": graph.DOI, "arxiv": graph.ArXiv, "arxiv id": graph.ArXiv, "arxiv_id": graph.ArXiv,
	"arxivid": graph.ArXiv, "eprint": graph.ArXiv, "pmid": graph.PubMed, "pubmed": graph.PubMed, "pubmed id": graph.PubMed, "pubmed_id": graph.PubMed,
	"pmcid": graph.PubMedCentral, "pmc": graph.PubMedCentral, "pmc id": graph.PubMedCentral, "corpusid": graph.CorpusID, "corpus id": graph.CorpusID,
	"acl": graph.ACL, "acl id": graph.ACL, "id": "", "ids": "", "identifier": "", "identifiers": "", "paper id": "", "编号": ""}

// cells gives the runs of a table row, a cell each.
func (b *block) cells() [][]run {
	var out [][]run
	start := 0
	for i, p := range b.runs {
		if p.gap == cellGap {
			out = append(out, b.runs[start:i])
			start = i + 1
		}
	}
	return out
}

// cellTexts gives the texts of a table row, a cell each.
func (b *block) cellTexts() []string {
	var out []string
	for _, cell := range b.cells() {
		out = append(out, plainText(cell))
	}
	return out
}

// columnOf gives what stands above a cell, in small letters; "" where nothing
// does, or where cells that span several rows may have moved the others.
func (b *block) columnOf(i, cells int) string {
	if i >= len(b.columns) {
		return ""
	}
	column := strings.ToLower(strings.Trim(b.columns[i], " *:"))
	if cells < len(b.columns) && !TitleColumns[column] {
		return ""
	}
	return column
}

// isInPaperColumn tells whether a link stands in the cell of a table that its
// header says is of papers.
func (b *block) isInPaperColumn(place int) bool {
	s := b.spans[place]
	if b.kind != rowBlock || s.first >= len(b.runs) || b.runs[s.first].cell >= len(b.columns) {
		return false
	}
	return paperColumns[strings.ToLower(strings.Trim(b.columns[b.runs[s.first].cell], " :"))]
}

// isDateCell tells whether runs stand in a column of years or dates.
func (b *block) isDateCell(line []run) bool {
	if len(line) == 0 || line[0].cell >= len(b.columns) {
		return false
	}
	return IsDateColumn(b.columns[line[0].cell])
}

// linkColumns makes links of the ids that stand bare in a row of a table, below a
// header that says so.
func (b *block) linkColumns() {
	if b.kind != rowBlock || len(b.columns) == 0 {
		return
	}
	cells := len(b.cells())
	var out []run
	for _, p := range b.runs {
		scheme, ids := idColumns[b.columnOf(p.cell, cells)]
		if !ids || p.link > 0 || p.gap != noGap {
			out = append(out, p)
			continue
		}
		at := 0
		for _, word := range address.Words(p.text) {
			x, ok := columnID(scheme, word)
			if !ok {
				continue
			}
			start := at + strings.Index(p.text[at:], word)
			id := p.slice(start, start+len(word))
			b.links = append(b.links, link{address: word, start: id.start, bare: true, written: true, Page: address.Page{Scheme: x.Scheme, Value: x.Value, Address: word}})
			id.link = len(b.links)
			out, at = append(out, p.slice(at, start), id), start+len(word)
		}
		out = append(out, p.slice(at, len(p.text)))
	}
	b.runs = out
	b.orderLinks()
}

// columnID reads a word below a header of ids.
func columnID(scheme graph.Scheme, word string) (graph.ExternalID, bool) {
	if scheme == graph.PubMed || scheme == graph.PubMedCentral || scheme == graph.CorpusID {
		if x, ok := graph.NewExternalID(scheme, word); ok {
			return x, true
		}
	}
	x, err := graph.ParseID(word)
	return x, err == nil && x.Scheme.Lookup() && !strings.Contains(word, "://")
}

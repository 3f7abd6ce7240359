package markdown

import (
	"strings"

	"citemap/fetch/citation/words"
	"citemap/fetch/list/markdown/styled"
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
func (b *block) cells() [][]styled.Run {
	var out [][]styled.Run
	start := 0
	for i, p := range b.runs {
		if p.Gap == styled.CellGap {
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
		out = append(out, styled.Text(cell))
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
	if b.kind != rowBlock || s.first >= len(b.runs) || b.runs[s.first].Cell >= len(b.columns) {
		return false
	}
	return paperColumns[strings.ToLower(strings.Trim(b.columns[b.runs[s.first].Cell], " :"))]
}

// isDateCell tells whether runs stand in a column of years or dates.
func (b *block) isDateCell(line []styled.Run) bool {
	if len(line) == 0 || line[0].Cell >= len(b.columns) {
		return false
	}
	return IsDateColumn(b.columns[line[0].Cell])
}

package record

import (
	"path/filepath"
	"regexp"
	"strings"
)

// A foreignForm is a form of text that is not read, and what to do instead.
type foreignForm struct {
	called  string
	instead string
	endings string // each behind a blank
	is      *regexp.Regexp
}

// foreignForms are the forms that are not read.
var foreignForms = []foreignForm{
	{"a PDF", "name the paper in its place by DOI, arXiv id or address, or the list of its references as BibTeX", " .pdf ", regexp.MustCompile(`^%PDF-`)},
	{"a packed document", "save it as plain text or Markdown", " .docx .odt .epub .zip .pages ", regexp.MustCompile(`^PK\x03\x04`)},
	{"a Jupyter notebook", "save it as Markdown (jupyter nbconvert --to markdown)", " .ipynb ", regexp.MustCompile(`^\s*\{\s*"cells"\s*:\s*\[|^\s*\{(?s:.*)"nbformat"\s*:`)},
	{"reStructuredText", "save it as Markdown (pandoc -t gfm)", " .rst .rest ", regexp.MustCompile("(?m)^\\.\\. (?:\\w|-)+::|^\\.\\. _[^:\\n]+:\\s+https?:|`[^`\\n]+ <https?://[^>\\n]+>`__?")},
	{"AsciiDoc", "save it as Markdown", " .adoc .asciidoc ", regexp.MustCompile(`^=+ \S[^\n]*\n(?s:.*)https?://\S+\[`)},
	{"LaTeX without a bibliography in it", "name its .bib or .bbl file", " .tex .sty .cls ", regexp.MustCompile(`^(?:\s*%[^\n]*\n)*\s*\\documentclass\b`)},
	{"RTF", "save it as plain text or Markdown", " .rtf ", regexp.MustCompile(`^\{\\rtf`)},
	{"OPML", "save it as Markdown", " .opml ", regexp.MustCompile(`^(?:\s*<\?[^>]*>)?\s*<opml[\s>]`)},
	{"a page of Google Scholar's results", "save them there and export them as BibTeX, EndNote, RefMan or CSV", "", regexp.MustCompile(`Cited by \d+.{0,40}Related articles`)},
	{"a page of Semantic Scholar's results", "list the papers' addresses instead, or their BibTeX", "", regexp.MustCompile(`(?m)^TLDR ?[A-Z](?s:.*)\b(?:Save|Alert|Cite)\b`)},
	{"a page of Web of Science's results", "export them there", "", regexp.MustCompile(`(?s)Times Cited: \d+.*\(from Web of Science Core Collection\)`)},
}

var (
	otherXML = regexp.MustCompile(`^(?:\s*<(?:\?|!--|!DOCTYPE)[^>]*>)+\s*<([A-Za-z][\w:.-]*)[\s>]`)
	readXML  = regexp.MustCompile(`(?i)^(?:xml|records|record|html|div|p|table|body|head|ul|ol)$`)
)

// Refused names the form of a text that is not read and says what to do instead;
// called is "" where the text may be read.
func Refused(name string, text []byte) (called, instead string) {
	end := strings.ToLower(filepath.Ext(name))
	for _, f := range foreignForms {
		if end != "" && strings.Contains(f.endings, " "+end+" ") || f.is.Match(text[:min(len(text), 1<<16)]) && !markdownLink.Match(text[:min(len(text), 1<<16)]) {
			return f.called, f.instead
		}
	}
	if m := otherXML.FindSubmatch(head(text)); m != nil && !readXML.Match(m[1]) {
		return "XML of <" + string(m[1]) + ">", "export it as BibTeX or RIS"
	}
	return "", ""
}

// markdownLink tells Markdown from a form that has the same marks.
var markdownLink = regexp.MustCompile(`\]\(https?://`)

// Package markdown reads Markdown of any style, with the HTML in it.
package markdown

import (
	"slices"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"citemap/fetch/citation/words"
	"citemap/fetch/list/front"
	"citemap/graph"
)

// Read gives the entries of a Markdown document.
func Read(source []byte) []graph.Entry {
	entries := readBody(Masked(source))
	if f := front.ReadFront(source); f != nil {
		return withFront(f.Entries(entries), entries)
	}
	return entries
}

// withFront puts the entries of the front matter before those below it, but for
// what only names one of them again.
func withFront(front, below []graph.Entry) []graph.Entry {
	ids := map[graph.ExternalID]string{}
	for i := range front {
		for _, id := range front[i].IDs {
			ids[id] = front[i].Title
		}
	}
	return append(front, slices.DeleteFunc(below, func(e graph.Entry) bool {
		return len(e.IDs) > 0 && !slices.ContainsFunc(e.IDs, func(id graph.ExternalID) bool {
			title, there := ids[id]
			return !there || e.Title != "" && words.WordCount(e.Title) > 1 && !words.SameTitle(e.Title, title)
		})
	})...)
}

// readBody gives the entries of a document without what stands ahead of it.
func readBody(source []byte) []graph.Entry {
	o := outline{source: source, reader: reader{fromCitemap: citemapComment.Match(source)}}
	o.blocks(markdownParser().Parse(text.NewReader(source)))
	o.begin(nil)
	o.reader.entries = append(o.reader.entries, o.reader.dated.entries()...)
	o.reader.dropAliases()
	return o.reader.entries
}

func markdownParser() parser.Parser {
	return goldmark.New(goldmark.WithExtensions(extension.Linkify, extension.Table, extension.Strikethrough, extension.TaskList)).Parser()
}

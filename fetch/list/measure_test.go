package list_test

import (
	"bytes"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"citemap/graph"
)

// A measure is how much of what a list links to became entries. It is taken
// without the reader: by its own walk and its own idea of what an id is.
type measure struct {
	ids, found int // distinct ids in links, and those of them that an entry has
	twice      int // ids of more than one entry
	split      int // of those, the ones of neighbours: one paper taken for two
	entries    int
	without    int // entries without an id that a source takes
	untitled   int
	missing    []string
}

func (m measure) String() string {
	return fmt.Sprintf("%5d %5d %6.2f%% %5d %5d %7d %7d %8d", m.ids, m.found, 100*float64(m.found)/float64(max(m.ids, 1)),
		m.twice, m.split, m.entries, m.without, m.untitled)
}

const measureHead = "  ids found   share twice split entries without untitled"

func measured(source []byte, entries []graph.Entry) measure {
	m := measure{entries: len(entries)}
	lines := map[string][]int{}
	for _, e := range entries {
		if len(e.Lookups()) == 0 {
			m.without++
		}
		if e.Title == "" {
			m.untitled++
		}
		for _, id := range e.IDs {
			key := string(id.Scheme) + ":" + strings.ToLower(id.Value)
			lines[key] = append(lines[key], e.Line)
		}
	}
	seen := map[string]bool{}
	for _, target := range linkTargets(source) {
		key := wantedID(target)
		if key == "" || seen[key] {
			continue
		}
		seen[key] = true
		m.ids++
		at := lines[key]
		switch {
		case len(at) == 0:
			m.missing = append(m.missing, key+" "+target)
			continue
		case len(at) > 1:
			m.twice++
			for i := 1; i < len(at); i++ {
				if at[i]-at[i-1] < 2 {
					m.split++
					break
				}
			}
		}
		m.found++
	}
	return m
}

// linkTargets gives the address of every link of a document: of Markdown, of
// HTML, and those that only stand in the text.
func linkTargets(source []byte) []string {
	var out []string
	doc := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser().Parse(text.NewReader(source))
	var raw, words bytes.Buffer
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.CodeSpan, *ast.CodeBlock, *ast.FencedCodeBlock, *ast.Image:
			return ast.WalkSkipChildren, nil
		case *ast.Link:
			out = append(out, string(n.Destination))
		case *ast.AutoLink:
			out = append(out, string(n.URL(source)))
		case *ast.RawHTML:
			for i := range n.Segments.Len() {
				s := n.Segments.At(i)
				raw.Write(s.Value(source))
			}
		case *ast.HTMLBlock:
			for i := range n.Lines().Len() {
				s := n.Lines().At(i)
				raw.Write(s.Value(source))
			}
			raw.WriteByte('\n')
		case *ast.Text:
			words.Write(n.Segment.Value(source))
			if n.SoftLineBreak() || n.HardLineBreak() || n.NextSibling() == nil {
				words.WriteByte('\n')
			}
		}
		return ast.WalkContinue, nil
	})
	out = append(out, writtenAddress.FindAllString(words.String(), -1)...)
	z := html.NewTokenizer(&raw)
	for z.Next() != html.ErrorToken {
		token := z.Token()
		if token.Type == html.TextToken {
			out = append(out, writtenAddress.FindAllString(token.Data, -1)...)
		}
		for _, a := range token.Attr {
			if token.Data == "a" && a.Key == "href" {
				out = append(out, a.Val)
			}
		}
	}
	return out
}

var writtenAddress = regexp.MustCompile(`https?://[^\s<>"\]|]+`)

// wanted are the addresses that must lead to an entry.
var wanted = []struct {
	scheme graph.Scheme
	page   *regexp.Regexp
}{
	{graph.ArXiv, regexp.MustCompile(`^[a-z.]*arxiv\.org/(?:abs|pdf|html|ps|format|e-print|ftp/arxiv/papers/\d{4})/(?:arxiv:)?(\d{4}\.\d{4,5})`)},
	{graph.ArXiv, regexp.MustCompile(`^[a-z.]*arxiv\.org/(?:abs|pdf|html|ps|format|e-print)/([a-z-]+(?:\.[a-z]{2})?/\d{7})`)},
	{graph.ArXiv, regexp.MustCompile(`^(?:www\.)?(?:ar5iv\.org|alphaxiv\.org|arxiv-vanity\.com|huggingface\.co)/(?:abs|html|pdf|papers|overview)/(\d{4}\.\d{4,5})`)},
	{graph.ArXiv, regexp.MustCompile(`^(?:dx\.|www\.)?doi\.org/10\.48550/arxiv\.(.+)`)},
	{graph.DOI, regexp.MustCompile(`^(?:dx\.|www\.)?doi\.org/(10\.\d{4,9}/.+)`)},
	{graph.DOI, regexp.MustCompile(`^(?:[a-z]+\.)*acm\.org/doi/(?:abs/|full/|pdf/)?(10\.1145/[0-9.]+)`)},
	{graph.DOI, regexp.MustCompile(`^link\.springer\.com/(?:article|chapter)/(10\.\d{4,9}/[^/]+)`)},
	{graph.DOI, regexp.MustCompile(`^(?:[a-z]+\.)*(?:wiley\.com|science\.org|tandfonline\.com|pnas\.org|sagepub\.com|informs\.org)/doi/(?:abs/|full/|pdf/|epdf/)?(10\.\d{4,9}/.+)`)},
	{graph.DOI, regexp.MustCompile(`^journals\.aps\.org/[a-z]+/(?:abstract|pdf)/(10\.1103/.+)`)},
	{graph.ACL, regexp.MustCompile(`^(?:www\.)?acl(?:anthology\.org|web\.org/anthology)/(?:papers/)?(?:[a-z]/[a-z]\d\d/)?([a-z]\d\d-\d{4}|\d{4}\.[a-z0-9_]+-[a-z0-9]+\.\d+)`)},
	{graph.OpenReview, regexp.MustCompile(`^(?:www\.)?openreview\.net/(?:forum|pdf|attachment|references/pdf)/?\?(?:.*&)?id=([\w-]+)`)},
	{graph.S2, regexp.MustCompile(`^(?:www\.)?semanticscholar\.org/(?:reader|paper)/(?:[^/]+/)?([0-9a-f]{40})`)},
}

// wantedID gives the id in an address, in one form for all its spellings; ""
// where the address must not lead to an entry.
func wantedID(address string) string {
	page := strings.ToLower(strings.TrimSpace(address))
	if plain, err := url.PathUnescape(page); err == nil {
		page = plain
	}
	page = strings.TrimPrefix(strings.TrimPrefix(page, "https://"), "http://")
	for _, w := range wanted {
		m := w.page.FindStringSubmatch(page)
		if m == nil {
			continue
		}
		id := strings.TrimRight(m[1], ".,;:)*'`")
		if w.scheme == graph.DOI {
			id, _, _ = strings.Cut(id, "?")
			id, _, _ = strings.Cut(id, "#")
			id = strings.TrimSuffix(id, "/")
		}
		if w.scheme == graph.ArXiv {
			id = arxivClass.ReplaceAllString(id, "$1/")
		}
		return string(w.scheme) + ":" + id
	}
	return ""
}

var arxivClass = regexp.MustCompile(`^([a-z-]+)\.[a-z]{2}/`)

// checkMeasure holds that at least 99 of 100 ids in the links of a list have
// an entry.
func checkMeasure(t *testing.T, m measure) {
	t.Helper()
	for _, what := range m.missing {
		t.Logf("no entry: %s", what)
	}
	if 100*(m.ids-m.found) > m.ids {
		t.Errorf("%d of %d ids in links have no entry", m.ids-m.found, m.ids)
	}
	if 100*m.split > m.ids {
		t.Errorf("%d of %d papers were taken for two", m.split, m.ids)
	}
	if 50*m.untitled > m.entries {
		t.Errorf("%d of %d entries have no title", m.untitled, m.entries)
	}
}

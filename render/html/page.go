// Package html writes the report: one self-contained page that asks nothing of
// the network, is whole without scripts and explorable with them.
package html

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"path/filepath"
	"strings"

	"citemap/graph"
	"citemap/graph/rank"
	"citemap/graph/study"
	"citemap/render"
)

// A Page is what a report is made of.
type Page struct {
	Findings *study.Findings
	Map      *render.Map
	SVG      []byte   // Map, drawn
	Lists    []string // as the user named them; none: the corpus is a snapshot alone
	Version  string
}

// influential is how many papers the table of influence holds, and gaps how
// many the list of gaps.
const (
	influential = 50
	gapsShown   = 100
)

//go:embed page.html
var pageSource string

//go:embed style.css
var style string

//go:embed script.js
var script string

var pageTemplate = template.Must(template.New("page").Parse(pageSource))

// view is the page as its template reads it.
type view struct {
	Title, Version string
	Policy         string
	Style          template.CSS
	Script         template.JS
	Coverage       []figure
	Notes          []string
	Map            template.HTML
	Legend         []string
	Roles          []roleView
	Measures       []rank.Measure
	Papers         []rankRow
	Thin           string
	Gaps           []gapRow
	MoreGaps       int
	Topics         []topicRow
	Entries        []entryRow
	Sources        []string
	Data           data
}

// A figure is a number with what it counts.
type figure struct{ Number, Counts string }

type roleView struct {
	Class, Means string
	Papers       int
}

// Write writes the page. The same page gives the same bytes.
func Write(w io.Writer, p Page) error {
	f := p.Findings
	v := view{
		Title: title(p.Lists), Version: p.Version, Policy: policy(), Style: template.CSS(style), Script: template.JS(script),
		Coverage: coverage(f), Notes: notes(f), Map: drawing(p.SVG), Legend: p.Map.Legend.Lines(), Roles: roles(p.Map),
		Measures: rank.Shown, Papers: rankRows(f), Thin: f.Gaps.Thin, Gaps: gapRows(f), MoreGaps: max(0, len(f.Gaps.Gaps)-gapsShown),
		Topics: topicRows(f), Entries: entryRows(f), Sources: sources(f.Corpus), Data: newData(f, p.Map),
	}
	var b bytes.Buffer
	if err := pageTemplate.Execute(&b, v); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// policy lets the page run its own style and script and nothing else.
func policy() string {
	return fmt.Sprintf("default-src 'none'; style-src %s; script-src %s; img-src data:; base-uri 'none'; form-action 'none'",
		hash(style), hash(script))
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func title(lists []string) string {
	if len(lists) == 0 {
		return "A corpus and its citations"
	}
	names := make([]string, len(lists))
	for i, l := range lists {
		if names[i] = render.Clean(filepath.Base(l)); l == "-" {
			names[i] = "standard input"
		}
	}
	return strings.Join(names, ", ")
}

// drawing cuts an SVG file down to its element, to stand in a page. There it is
// no image, whose parts a screen reader passes over, but a group of links.
func drawing(svg []byte) template.HTML {
	if i := bytes.Index(svg, []byte("<svg")); i > 0 {
		svg = svg[i:]
	}
	return template.HTML(bytes.Replace(svg, []byte(`role="img"`), []byte(`role="group"`), 1))
}

func roles(m *render.Map) []roleView {
	var out []roleView
	for _, r := range []struct {
		role  render.Role
		means string
	}{{render.Listed, "on the list"}, {render.Gap, "missing from the list"}, {render.Context, "context"}} {
		if n := m.Count(r.role); n > 0 {
			out = append(out, roleView{r.role.String(), r.means, n})
		}
	}
	return out
}

func coverage(f *study.Findings) []figure {
	v := f.Coverage
	figures := []figure{{fmt.Sprint(v.Papers), "papers in the corpus"}, {fmt.Sprint(v.Citations), "citations among them"}}
	if v.Entries == 0 {
		return figures
	}
	return append([]figure{
		{fmt.Sprintf("%d of %d", v.Resolved, v.Entries), "entries have a paper"},
		{fmt.Sprintf("%d of %d", v.WithReferences, v.Listed), "reference lists are known"},
	}, figures...)
}

// notes say what is not known or was left out.
func notes(f *study.Findings) []string {
	var out []string
	states := map[graph.State][]string{}
	for _, n := range f.Graph.Listed() {
		p := f.Graph.Paper(n)
		if s := p.References.State; s != graph.Known {
			states[s] = append(states[s], render.Clean(p.Byline()))
		}
	}
	for _, s := range []struct {
		state graph.State
		says  string
	}{
		{graph.Unasked, "No reference list is known of %s. What they cite cannot count."},
		{graph.Empty, "The source has an empty reference list for %s, which may be its gap and not theirs."},
		{graph.Withheld, "The publisher withholds the reference list of %s."},
		{graph.Failed, "The source could not give the reference list of %s."},
	} {
		if names := states[s.state]; len(names) > 0 {
			out = append(out, fmt.Sprintf(s.says, strings.Join(names, ", ")))
		}
	}
	left := f.Coverage.LeftOut
	if !f.Corpus.AsOf.IsZero() {
		out = append(out, fmt.Sprintf("As of %s: %d later and %d undated papers are left out.", f.Corpus.AsOf, left.Later, left.Undated))
	}
	if left.Without > 0 {
		out = append(out, fmt.Sprintf("%d papers are left out by request.", left.Without))
	}
	return out
}

func sources(c *graph.Corpus) []string {
	var out []string
	for _, s := range c.Sources {
		out = append(out, fmt.Sprintf("Source: %s (%s).", render.Clean(s.Name), render.Clean(s.Licence)))
	}
	if !c.Newest.IsZero() {
		out = append(out, fmt.Sprintf("Facts of %s to %s.", c.Oldest, c.Newest))
	}
	return out
}

// A rankRow is one influential paper, with its scores by rank.Shown.
type rankRow struct {
	Rank   int
	Scores []string
	Paper  paperView
}

func rankRows(f *study.Findings) []rankRow {
	order := rank.Order(f.Graph, f.ScoresBy(rank.Default))
	var rows []rankRow
	for i, n := range order[:min(influential, len(order))] {
		row := rankRow{Rank: i + 1, Paper: newPaperView(f, n)}
		for _, m := range rank.Shown {
			row.Scores = append(row.Scores, render.Score(m, f.ScoresBy(m)[n]))
		}
		rows = append(rows, row)
	}
	return rows
}

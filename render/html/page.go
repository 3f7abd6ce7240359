// Package html writes the report: one self-contained page that asks nothing of
// the network, is whole without scripts and explorable with them.
package html

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"path/filepath"
	"strings"

	"citemap/graph/study"
	"citemap/render"
	"citemap/render/record"
)

// A Page is what a report is made of.
type Page struct {
	Findings *study.Findings
	Map      *render.Map
	SVG      []byte   // Map, drawn
	Glance   []byte   // a map of few papers for the first screen, drawn; nil: there Map is the only one
	Lists    []string // as the user named them; none: the corpus is a snapshot alone
	Add      string   // the command that puts papers on the list, to be followed by their ids; "": none
	Record   record.Record
	Version  string
	Live     *Live // the page changes its list; nil: it is a file
}

// Generator stands in the head of every page, and tells it from the pages of
// others.
const Generator = `<meta name="generator" content="citemap `

//go:embed page.html
var pageSource string

//go:embed table.html
var tableSource string

//go:embed field.html
var fieldSource string

//go:embed answer.html
var answerSource string

//go:embed record.html
var recordSource string

//go:embed live.html
var liveSource string

var pageTemplate = template.Must(template.New("page").Parse(pageSource + tableSource + fieldSource + answerSource + recordSource + liveSource))

// content is the page as its templates read it.
type content struct {
	Title, Version string
	Policy         string
	Style          template.CSS
	Script         template.JS
	Answer         answer
	Map, Glance    template.HTML
	Controls       controls
	Influence      string // which papers are ranked
	Thin           string
	Strengths      []choice
	Statuses       []choice
	Topics         []topicRow
	Route          *route
	Spectrum       *spectrum
	Contributors   []contributorRow
	Whose          string // authors and venues
	Ranked, Gaps   more   // how much of each table is where
	Entries        more
	Legend         []string
	Record         *searchRecord // nil: there is none
	Live           *Live
	Data           *data
}

// gapRows are gaps with the data in which their papers stand.
type gapRows struct {
	Rows []gapRow
	Data *data
}

// Rows puts gaps beside their data.
func (c content) Rows(rows []gapRow) gapRows { return gapRows{rows, c.Data} }

// more says how many rows there are beyond those in the page: in its data, and
// in the corpus alone.
type more struct{ Hidden, Absent int }

func newMore(there, all int) more { return more{max(0, there-static), all - there} }

// Write writes the page. The same page gives the same bytes.
func Write(w io.Writer, p Page) error {
	f := p.Findings
	d, err := newData(f, p.Map)
	if err != nil {
		return err
	}
	v := newContent(p, d)
	v.Map, v.Glance, v.Controls, v.Legend = drawing(p.SVG), glance(p.Glance), newControls(p.Map), p.Map.Legend.Lines()
	v.Influence, v.Topics, v.Route, v.Spectrum = influence(d.ranking), d.topics, d.route, d.spectrum
	v.Contributors, v.Whose = contributorRows(f), contributorsAbout(f)
	v.Ranked, v.Record = newMore(len(d.Ranked), len(d.ranking.Papers)), newSearchRecord(p.Record)
	return v.write(w, "page")
}

// newContent is what the page says of the list itself.
func newContent(p Page, d *data) content {
	f := p.Findings
	d.Title, d.Add = p.title(), p.Add
	sheet, code := style, script
	if p.Live != nil {
		sheet, code = liveStyle, liveScript
	}
	return content{
		Title: d.Title, Version: p.Version, Policy: policy(p.Live != nil), Style: template.CSS(sheet), Script: template.JS(code),
		Answer: newAnswer(f, d), Thin: f.Gaps.Thin, Strengths: strengthChoices(d.Gaps), Statuses: statuses(d.Entries),
		Gaps: newMore(len(d.Gaps), len(f.Gaps.Gaps)), Entries: newMore(len(d.Entries), len(d.Entries)), Live: p.Live, Data: d,
	}
}

func (c content) write(w io.Writer, template string) error {
	var b bytes.Buffer
	if err := pageTemplate.ExecuteTemplate(&b, template, c); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// title is what the lists are called; else the names of their files.
func (p Page) title() string {
	if p.Map != nil {
		if called := render.Clean(p.Map.Options.Title); called != "" {
			return called
		}
	}
	if len(p.Lists) == 0 {
		return "A corpus and its citations"
	}
	names := make([]string, len(p.Lists))
	for i, l := range p.Lists {
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

// glance makes the map of the first screen of an SVG file. Its parts have other
// ids than those of the map below.
func glance(svg []byte) template.HTML {
	out := string(drawing(svg))
	for _, attribute := range []string{` id="`, ` aria-labelledby="`, `url(#`} {
		out = strings.ReplaceAll(out, attribute, attribute+"glance-")
	}
	return template.HTML(strings.Replace(out, "map-title map-desc", "map-title", 1))
}

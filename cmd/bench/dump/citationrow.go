package main

import (
	"encoding/json"
	"strconv"

	"citemap/graph"
)

// noCorpusID stands for null.
const noCorpusID = -1

// A citationRow is a row of citations.
type citationRow struct {
	citing, cited int64
	context       graph.Context
}

// citationRows gives the citations of a paper, and rows that are none.
func (d *dump) citationRows(out []byte, place int, s shard) []byte {
	for _, cited := range d.References(place) {
		to := int(cited)
		row := citationRow{d.called(place, to, byDouble), d.called(to, place, toDouble), d.context(place, to)}
		if d.faults.one(100, repeatedCitation, place, to) {
			earlier := row
			earlier.context.Texts = row.context.Texts[:len(row.context.Texts)/2]
			out = appendRow(out, earlier, s)
			row.context.Influential = false // which the earlier row says
		}
		out = d.besides(appendRow(out, row, s), place, to, s)
	}
	return out
}

// besides adds rows that the citations among the papers know nothing of.
func (d *dump) besides(out []byte, place, to int, s shard) []byte {
	if d.faults.one(50, unlinked, place, to) {
		out = appendRow(out, citationRow{d.corpus[place], noCorpusID, graph.Context{Texts: []string{"A reference that was not linked."}}}, s)
	}
	if d.faults.one(500, byNobody, place, to) {
		out = appendRow(out, citationRow{noCorpusID, d.corpus[to], graph.Context{}}, s)
	}
	if d.faults.one(100, toUnknown, place, to) {
		out = appendRow(out, citationRow{d.corpus[place], firstUnknown + int64(to), graph.Context{}}, s)
	}
	if d.faults.one(2000, toItself, place, to) {
		out = appendRow(out, citationRow{d.corpus[place], d.corpus[place], graph.Context{}}, s)
	}
	return out
}

// called gives the corpus id by which a row calls a paper, which may be its double's.
func (d *dump) called(place, other, kind int) int64 {
	if d.doubled[place] && d.faults.one(3, kind, place, other) {
		return firstDouble + int64(place)
	}
	return d.corpus[place]
}

// appendRow writes a row of which there are very many.
func appendRow(out []byte, row citationRow, s shard) []byte {
	out = append(out, `{"citationid":`...)
	out = strconv.AppendInt(out, row.citing*31+row.cited, 10)
	out = appendID(append(out, `,"citingcorpusid":`...), row.citing, s)
	out = appendID(append(out, `,"citedcorpusid":`...), row.cited, s)
	out = append(out, `,"isinfluential":`...)
	out = strconv.AppendBool(out, row.context.Influential)
	out = appendTexts(append(out, `,"contexts":`...), row.context.Texts)
	out = appendIntents(append(out, `,"intents":`...), row.context, s)
	return append(out, "}\n"...)
}

func appendID(out []byte, n int64, s shard) []byte {
	switch {
	case n == noCorpusID:
		return append(out, "null"...)
	case s.stringIDs:
		return strconv.AppendQuote(out, strconv.FormatInt(n, 10))
	}
	return strconv.AppendInt(out, n, 10)
}

func appendTexts(out []byte, texts []string) []byte {
	if len(texts) == 0 {
		return append(out, "null"...)
	}
	b, _ := json.Marshal(texts) // strings can be written
	return append(out, b...)
}

// appendIntents writes a list for each passage, or one list in the older files.
func appendIntents(out []byte, c graph.Context, s shard) []byte {
	switch {
	case len(c.Intents) == 0:
		return append(out, "null"...)
	case s.stringIDs:
		return appendTexts(out, c.Intents)
	}
	out = append(out, '[')
	for i := range max(1, len(c.Texts)) {
		if i > 0 {
			out = append(out, ',')
		}
		out = appendTexts(out, c.Intents)
	}
	return append(out, ']')
}

package api

import (
	"html"
	"regexp"
	"strings"
)

// markup are the tags that printers leave in titles.
var markup = regexp.MustCompile(`(?i)</?(?:(?:jats|mml):[a-z0-9-]+|i|b|u|p|br|em|strong|bold|italic|roman|sub|sup|inf|scp|sc|tt|span|monospace)(?:\s+[a-z:-]+\s*=[^<>]*)?\s*/?>`)

// Title is the plain text, on one line, of a title in which the printer's
// markup was left: "<i>", "<jats:sub>", "&amp;amp;". Other angle brackets stay.
func Title(text string) string {
	text = html.UnescapeString(html.UnescapeString(text))
	return strings.Join(strings.Fields(Plain(markup.ReplaceAllString(text, ""))), " ")
}

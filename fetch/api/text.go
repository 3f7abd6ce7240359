package api

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"citemap/graph/titles"
)

// Title is a title as a person reads it: on one line, without the markup that
// the printer left, letters and accents in one.
func Title(text string) string { return norm.NFC.String(titles.Plain(text)) }

// Plain is a text without the spaces around it and without control characters;
// those that space words out become a space.
func Plain(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, text))
}

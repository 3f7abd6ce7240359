package span

import (
	"bytes"
	"iter"
)

// A Text is the text of a list, in UTF-8. Offsets are in bytes.
type Text []byte

func (t Text) LineStart(at int) int { return bytes.LastIndexByte(t[:at], '\n') + 1 }

// LineEnd gives the end of the line at an offset, without its line break.
func (t Text) LineEnd(at int) int {
	end := len(t)
	if n := bytes.IndexByte(t[at:], '\n'); n >= 0 {
		end = at + n
	}
	if end > at && t[end-1] == '\r' {
		end--
	}
	return end
}

// Line gives the line at an offset.
func (t Text) Line(at int) string { return string(t[t.LineStart(at):t.LineEnd(at)]) }

// NextLine gives the offset of the line below; the end of the text where there
// is none.
func (t Text) NextLine(at int) int {
	if n := bytes.IndexByte(t[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(t)
}

func (t Text) LineBelow(at int) string {
	if next := t.NextLine(at); next < len(t) {
		return t.Line(next)
	}
	return ""
}

// LineCounter turns rising offsets into line numbers.
type LineCounter struct {
	text   []byte
	offset int
	line   int
}

func CountLines(text []byte) *LineCounter { return &LineCounter{text: text, line: 1} }

func (c *LineCounter) At(offset int) int {
	for ; c.offset < min(offset, len(c.text)); c.offset++ {
		if c.text[c.offset] == '\n' {
			c.line++
		}
	}
	return c.line
}

// Lines runs through the lines of a text and where they begin.
func Lines(text []byte) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for start := 0; start < len(text); {
			end := len(text)
			if n := bytes.IndexByte(text[start:], '\n'); n >= 0 {
				end = start + n
			}
			if !yield(start, string(text[start:end])) {
				return
			}
			start = end + 1
		}
	}
}

package list

import "bytes"

// A sourceText is the text of a list, in UTF-8. Offsets are in bytes.
type sourceText []byte

func (t sourceText) lineStart(at int) int { return bytes.LastIndexByte(t[:at], '\n') + 1 }

// lineEnd gives the end of the line at an offset, without its line break.
func (t sourceText) lineEnd(at int) int {
	end := len(t)
	if n := bytes.IndexByte(t[at:], '\n'); n >= 0 {
		end = at + n
	}
	if end > at && t[end-1] == '\r' {
		end--
	}
	return end
}

// line gives the line at an offset.
func (t sourceText) line(at int) string { return string(t[t.lineStart(at):t.lineEnd(at)]) }

// nextLine gives the offset of the line below; the end of the text where there
// is none.
func (t sourceText) nextLine(at int) int {
	if n := bytes.IndexByte(t[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(t)
}

func (t sourceText) lineBelow(at int) string {
	if next := t.nextLine(at); next < len(t) {
		return t.line(next)
	}
	return ""
}

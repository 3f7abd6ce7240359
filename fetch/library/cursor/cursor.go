// Package cursor reads JSON from a line without decoding what nobody asks for. What it
// takes, encoding/json takes; what it does not, encoding/json may: then it says no, and
// the line is to be decoded there.
package cursor

import (
	"encoding/binary"
	"math/bits"
)

// A Cursor is a place in a line.
type Cursor struct {
	B []byte // the line
	I int    // the place
}

// mostDeep is deeper than anything a snapshot holds.
const mostDeep = 64

func (c *Cursor) space() {
	for c.I < len(c.B) {
		switch c.B[c.I] {
		case ' ', '\t', '\r', '\n':
			c.I++
		default:
			return
		}
	}
}

// Next gives the byte ahead behind white space, 0 at the end.
func (c *Cursor) Next() byte {
	if c.I < len(c.B) && c.B[c.I] > ' ' {
		return c.B[c.I]
	}
	c.space()
	if c.I == len(c.B) {
		return 0
	}
	return c.B[c.I]
}

// Take passes a mark, if it is ahead.
func (c *Cursor) Take(mark byte) bool {
	if c.Next() != mark {
		return false
	}
	c.I++
	return true
}

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// special marks the bytes of x that end a run of plain characters in a string: a
// quote, a backslash, a control character. The lowest mark is right; those
// above it need not be.
func special(x uint64) uint64 {
	quote, backslash := x^('"'*ones), x^('\\'*ones)
	return ((quote-ones)&^quote | (backslash-ones)&^backslash | (x-' '*ones)&^x) & highs
}

// Text passes a string and gives what stands between its quotes; plain is whether
// no escape stands in it.
func (c *Cursor) Text() (raw []byte, plain, ok bool) {
	if !c.Take('"') {
		return nil, false, false
	}
	begin := c.I
	plain = true
	for {
		for c.I+8 <= len(c.B) {
			if m := special(binary.LittleEndian.Uint64(c.B[c.I:])); m != 0 {
				c.I += bits.TrailingZeros64(m) / 8
				break
			}
			c.I += 8
		}
		if c.I >= len(c.B) {
			return nil, false, false
		}
		switch ch := c.B[c.I]; {
		case ch == '"':
			c.I++
			return c.B[begin : c.I-1], plain, true
		case ch == '\\':
			plain = false
			if !c.escape() {
				return nil, false, false
			}
		case ch < ' ':
			return nil, false, false
		default: // of the last seven bytes of the line
			c.I++
		}
	}
}

func (c *Cursor) escape() bool {
	if c.I+1 >= len(c.B) {
		return false
	}
	switch c.B[c.I+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		c.I += 2
		return true
	case 'u':
		if c.I+6 > len(c.B) {
			return false
		}
		for _, d := range c.B[c.I+2 : c.I+6] {
			if !isHex(d) {
				return false
			}
		}
		c.I += 6
		return true
	}
	return false
}

func isHex(d byte) bool { return IsDigit(d) || d|0x20 >= 'a' && d|0x20 <= 'f' }

// IsDigit reports whether a byte is a digit.
func IsDigit(d byte) bool { return d >= '0' && d <= '9' }

// word passes null, true or false.
func (c *Cursor) word(w string) bool {
	c.space()
	if len(c.B)-c.I < len(w) || string(c.B[c.I:c.I+len(w)]) != w {
		return false
	}
	c.I += len(w)
	return true
}

// Null passes null, if it is ahead.
func (c *Cursor) Null() bool { return c.Next() == 'n' && c.word("null") }

// Number passes a number and gives its digits.
func (c *Cursor) Number() (raw []byte, ok bool) {
	c.space()
	begin := c.I
	if c.at('-') {
		c.I++
	}
	switch {
	case c.at('0'):
		c.I++
	case !c.digits():
		return nil, false
	}
	if c.at('.') {
		c.I++
		if !c.digits() {
			return nil, false
		}
	}
	if c.at('e') || c.at('E') {
		c.I++
		if c.at('+') || c.at('-') {
			c.I++
		}
		if !c.digits() {
			return nil, false
		}
	}
	return c.B[begin:c.I], true
}

func (c *Cursor) at(mark byte) bool { return c.I < len(c.B) && c.B[c.I] == mark }

// digits passes one digit or more.
func (c *Cursor) digits() bool {
	begin := c.I
	for c.I < len(c.B) && IsDigit(c.B[c.I]) {
		c.I++
	}
	return c.I > begin
}

// Whole passes a whole number and gives it; null gives none. Longer ones than an
// int may hold are left to encoding/json.
func (c *Cursor) Whole(none int) (n int, ok bool) {
	if c.Null() {
		return none, true
	}
	raw, ok := c.Number()
	if !ok || len(raw) > 18 {
		return 0, false
	}
	digits := raw
	if raw[0] == '-' {
		digits = raw[1:]
	}
	for _, d := range digits {
		if !IsDigit(d) {
			return 0, false
		}
		n = 10*n + int(d-'0')
	}
	if raw[0] == '-' {
		n = -n
	}
	return n, true
}

// Truth passes true, false or null, which leaves what is known.
func (c *Cursor) Truth() bool {
	switch c.Next() {
	case 't':
		return c.word("true")
	case 'f':
		return c.word("false")
	}
	return c.Null()
}

// Value passes any value.
func (c *Cursor) Value(deep int) bool {
	switch c.Next() {
	case '"':
		_, _, ok := c.Text()
		return ok
	case '{':
		return deep < mostDeep && c.Object(func(_ []byte, _ bool) bool { return c.Value(deep + 1) })
	case '[':
		return deep < mostDeep && c.Array(func() bool { return c.Value(deep + 1) })
	case 't', 'f', 'n':
		return c.Truth()
	}
	_, ok := c.Number()
	return ok
}

// Object passes an object: member is called behind each colon, with the key and
// whether no escape stands in it, and passes the value.
func (c *Cursor) Object(member func(key []byte, plain bool) bool) bool {
	if !c.Take('{') {
		return false
	}
	if c.Take('}') {
		return true
	}
	for {
		c.space()
		key, plain, ok := c.Text()
		if !ok || !c.Take(':') || !member(key, plain) {
			return false
		}
		if c.Take(',') {
			continue
		}
		return c.Take('}')
	}
}

// Array passes an array: item is called ahead of each, and passes it.
func (c *Cursor) Array(item func() bool) bool {
	if !c.Take('[') {
		return false
	}
	if c.Take(']') {
		return true
	}
	for {
		if !item() {
			return false
		}
		if c.Take(',') {
			continue
		}
		return c.Take(']')
	}
}

// End reports whether nothing but white space is ahead.
func (c *Cursor) End() bool { return c.Next() == 0 && c.I == len(c.B) }

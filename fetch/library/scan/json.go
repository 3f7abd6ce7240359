package scan

import (
	"encoding/binary"
	"math/bits"
)

// A cursor reads JSON from a line. What it takes, encoding/json takes; what it
// does not, encoding/json may: then it says no and the line is decoded there.
type cursor struct {
	b []byte
	i int
}

// mostDeep is deeper than anything a snapshot holds.
const mostDeep = 64

func (c *cursor) space() {
	for c.i < len(c.b) {
		switch c.b[c.i] {
		case ' ', '\t', '\r', '\n':
			c.i++
		default:
			return
		}
	}
}

// next gives the byte ahead behind white space, 0 at the end.
func (c *cursor) next() byte {
	if c.i < len(c.b) && c.b[c.i] > ' ' {
		return c.b[c.i]
	}
	c.space()
	if c.i == len(c.b) {
		return 0
	}
	return c.b[c.i]
}

// take passes a mark, if it is ahead.
func (c *cursor) take(mark byte) bool {
	if c.next() != mark {
		return false
	}
	c.i++
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

// text passes a string and gives what stands between its quotes; plain is whether
// no escape stands in it.
func (c *cursor) text() (raw []byte, plain, ok bool) {
	if !c.take('"') {
		return nil, false, false
	}
	begin := c.i
	plain = true
	for {
		for c.i+8 <= len(c.b) {
			if m := special(binary.LittleEndian.Uint64(c.b[c.i:])); m != 0 {
				c.i += bits.TrailingZeros64(m) / 8
				break
			}
			c.i += 8
		}
		if c.i >= len(c.b) {
			return nil, false, false
		}
		switch ch := c.b[c.i]; {
		case ch == '"':
			c.i++
			return c.b[begin : c.i-1], plain, true
		case ch == '\\':
			plain = false
			if !c.escape() {
				return nil, false, false
			}
		case ch < ' ':
			return nil, false, false
		default: // of the last seven bytes of the line
			c.i++
		}
	}
}

func (c *cursor) escape() bool {
	if c.i+1 >= len(c.b) {
		return false
	}
	switch c.b[c.i+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		c.i += 2
		return true
	case 'u':
		if c.i+6 > len(c.b) {
			return false
		}
		for _, d := range c.b[c.i+2 : c.i+6] {
			if !isHex(d) {
				return false
			}
		}
		c.i += 6
		return true
	}
	return false
}

func isHex(d byte) bool { return isDigit(d) || d|0x20 >= 'a' && d|0x20 <= 'f' }

func isDigit(d byte) bool { return d >= '0' && d <= '9' }

// word passes null, true or false.
func (c *cursor) word(w string) bool {
	c.space()
	if len(c.b)-c.i < len(w) || string(c.b[c.i:c.i+len(w)]) != w {
		return false
	}
	c.i += len(w)
	return true
}

// null passes null, if it is ahead.
func (c *cursor) null() bool { return c.next() == 'n' && c.word("null") }

// number passes a number and gives its digits.
func (c *cursor) number() (raw []byte, ok bool) {
	c.space()
	begin := c.i
	if c.at('-') {
		c.i++
	}
	switch {
	case c.at('0'):
		c.i++
	case !c.digits():
		return nil, false
	}
	if c.at('.') {
		c.i++
		if !c.digits() {
			return nil, false
		}
	}
	if c.at('e') || c.at('E') {
		c.i++
		if c.at('+') || c.at('-') {
			c.i++
		}
		if !c.digits() {
			return nil, false
		}
	}
	return c.b[begin:c.i], true
}

func (c *cursor) at(mark byte) bool { return c.i < len(c.b) && c.b[c.i] == mark }

// digits passes one digit or more.
func (c *cursor) digits() bool {
	begin := c.i
	for c.i < len(c.b) && isDigit(c.b[c.i]) {
		c.i++
	}
	return c.i > begin
}

// whole passes a whole number and gives it; null gives none. Longer ones than an
// int may hold are left to encoding/json.
func (c *cursor) whole(none int) (n int, ok bool) {
	if c.null() {
		return none, true
	}
	raw, ok := c.number()
	if !ok || len(raw) > 18 {
		return 0, false
	}
	digits := raw
	if raw[0] == '-' {
		digits = raw[1:]
	}
	for _, d := range digits {
		if !isDigit(d) {
			return 0, false
		}
		n = 10*n + int(d-'0')
	}
	if raw[0] == '-' {
		n = -n
	}
	return n, true
}

// truth passes true, false or null, which leaves what is known.
func (c *cursor) truth() bool {
	switch c.next() {
	case 't':
		return c.word("true")
	case 'f':
		return c.word("false")
	}
	return c.null()
}

// value passes any value.
func (c *cursor) value(deep int) bool {
	switch c.next() {
	case '"':
		_, _, ok := c.text()
		return ok
	case '{':
		return deep < mostDeep && c.object(func(_ []byte, _ bool) bool { return c.value(deep + 1) })
	case '[':
		return deep < mostDeep && c.array(func() bool { return c.value(deep + 1) })
	case 't', 'f', 'n':
		return c.truth()
	}
	_, ok := c.number()
	return ok
}

// object passes an object: member is called behind each colon, with the key and
// whether no escape stands in it, and passes the value.
func (c *cursor) object(member func(key []byte, plain bool) bool) bool {
	if !c.take('{') {
		return false
	}
	if c.take('}') {
		return true
	}
	for {
		c.space()
		key, plain, ok := c.text()
		if !ok || !c.take(':') || !member(key, plain) {
			return false
		}
		if c.take(',') {
			continue
		}
		return c.take('}')
	}
}

// array passes an array: item is called ahead of each, and passes it.
func (c *cursor) array(item func() bool) bool {
	if !c.take('[') {
		return false
	}
	if c.take(']') {
		return true
	}
	for {
		if !item() {
			return false
		}
		if c.take(',') {
			continue
		}
		return c.take(']')
	}
}

// end reports whether nothing but white space is ahead.
func (c *cursor) end() bool { return c.next() == 0 && c.i == len(c.b) }

package scan

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"math/bits"
)

// A key is a paperId of 40 hex digits in lower case, two digits a byte. Keys
// are ordered as the ids they stand for.
type key [20]byte

const keyDigits = 2 * len(key{})

func (k *key) String() string { return hex.EncodeToString(k[:]) }

func compareKeys(a, b *key) int { return bytes.Compare(a[:], b[:]) }

// parseKey reads 40 hex digits in lower case.
func parseKey(digits []byte) (k key, ok bool) {
	if len(digits) != keyDigits {
		return k, false
	}
	bad := uint64(0)
	for i := range 5 {
		four, wrong := eightDigits(binary.LittleEndian.Uint64(digits[8*i:]))
		binary.LittleEndian.PutUint32(k[4*i:], four)
		bad |= wrong
	}
	return k, bad == 0
}

const ones = 0x0101010101010101

// eightDigits turns eight hex digits into four bytes; wrong is 0 where all of them
// are digits or letters from a to f.
func eightDigits(x uint64) (four uint32, wrong uint64) {
	letter := x >> 6 & ones
	v := x&(0x0f*ones) + 9*letter
	wrong = (v + 0x30*ones + 0x27*letter) ^ x // it does not read back
	wrong |= v & (0xf0 * ones)                // behind f
	wrong |= (v+6*ones)>>4&ones ^ letter      // a digit above 9, a letter below a
	v = v<<4 | v>>8
	v &= 0x00ff00ff00ff00ff
	v = (v | v>>8) & 0x0000ffff0000ffff
	return uint32(v | v>>16), wrong
}

func (k *key) hash() uint64 {
	a, b, c := binary.LittleEndian.Uint64(k[:]), binary.LittleEndian.Uint64(k[8:]), binary.LittleEndian.Uint32(k[16:])
	high, low := bits.Mul64(a^0x9e3779b97f4a7c15, b^0xd1b54a32d192ed03)
	high, low = bits.Mul64(high^low^uint64(c), 0xaf251af3b0f025b5)
	return high ^ low
}

// A numbering gives ids numbers in the order in which it meets them.
type numbering struct {
	keys  []key
	slots []uint64 // a tag of the hash above, the number and one below; 0: free
	other map[string]uint32
	names []string // the ids that are no keys; their numbers have the bit isOther
}

// isOther marks the numbers of ids that are no keys.
const isOther = 1 << 31

func newNumbering() *numbering {
	return &numbering{slots: make([]uint64, 1<<10), other: map[string]uint32{}}
}

// ofKey gives the number of a key.
func (n *numbering) ofKey(k *key) uint32 {
	slot, number := n.find(k)
	if slot < 0 {
		return number
	}
	number = uint32(len(n.keys))
	n.keys = append(n.keys, *k)
	n.slots[slot] = k.hash()&^(1<<32-1) | uint64(number+1)
	if 2*len(n.keys) > len(n.slots) {
		n.grow()
	}
	return number
}

// A batch is keys that are numbered together. Each takes two looks at memory that no
// cache holds: the processor waits for many of them at once.
type batch struct {
	n     int
	keys  [64]key
	slots [64]uint64
}

func (b *batch) add(k *key, ids *numbering) {
	b.keys[b.n] = *k
	h := k.hash()
	b.slots[b.n] = ids.slots[int(h)&(len(ids.slots)-1)] ^ h&^(1<<32-1)
	b.n++
}

// numbers appends the numbers of the batch and empties it.
func (b *batch) numbers(ids *numbering, out []uint32) []uint32 {
	for i := range b.n {
		k := &b.keys[i]
		// The tag is 0 where it was that of the hash.
		if s := b.slots[i]; s>>32 == 0 && s != 0 && ids.keys[uint32(s)-1].equals(k) {
			out = append(out, uint32(s)-1)
			continue
		}
		out = append(out, ids.ofKey(k))
	}
	b.n = 0
	return out
}

func (k *key) equals(l *key) bool {
	return binary.LittleEndian.Uint64(k[:]) == binary.LittleEndian.Uint64(l[:]) &&
		binary.LittleEndian.Uint64(k[8:]) == binary.LittleEndian.Uint64(l[8:]) &&
		binary.LittleEndian.Uint32(k[16:]) == binary.LittleEndian.Uint32(l[16:])
}

// find gives the number of a key, or the free slot for it; slot is -1 where it has
// a number.
func (n *numbering) find(k *key) (slot int, number uint32) {
	h := k.hash()
	for at := int(h) & (len(n.slots) - 1); ; at = (at + 1) & (len(n.slots) - 1) {
		s := n.slots[at]
		if s == 0 {
			return at, 0
		}
		if s>>32 == h>>32 && n.keys[uint32(s)-1].equals(k) {
			return -1, uint32(s) - 1
		}
	}
}

func (n *numbering) grow() {
	n.slots = make([]uint64, 2*len(n.slots))
	for i := range n.keys {
		h := n.keys[i].hash()
		at := int(h) & (len(n.slots) - 1)
		for n.slots[at] != 0 {
			at = (at + 1) & (len(n.slots) - 1)
		}
		n.slots[at] = h&^(1<<32-1) | uint64(i+1)
	}
}

// ofID gives the number of any id.
func (n *numbering) ofID(id []byte) uint32 {
	if k, ok := parseKey(id); ok {
		return n.ofKey(&k)
	}
	number, met := n.other[string(id)]
	if !met {
		number = uint32(len(n.names)) | isOther
		n.names = append(n.names, string(id))
		n.other[n.names[len(n.names)-1]] = number
	}
	return number
}

// met gives the number that another numbering has for the id of a number in n.
func (n *numbering) met(number uint32, by *numbering) (uint32, bool) {
	if number&isOther != 0 {
		theirs, met := by.other[n.names[number&^isOther]]
		return theirs, met
	}
	slot, theirs := by.find(&n.keys[number])
	return theirs, slot < 0
}

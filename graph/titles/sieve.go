package titles

import "strings"

// A Sieve says quickly of most titles that none of some keys is theirs.
type Sieve struct{ met map[string]bool }

// sieved is how many letters of a word are looked at. Shorter words may be articles
// or numerals, which a key has in another form.
const sieved = 6

// NewSieve makes a sieve of keys, as Key gives them.
func NewSieve(keys []string) *Sieve {
	s := &Sieve{map[string]bool{}}
	for _, k := range keys {
		for i := 0; i+sieved <= len(k); i++ {
			s.met[k[i:i+sieved]] = true
		}
	}
	return s
}

// May reports whether one of the keys may be that of a title, or of what stands
// ahead of its first colon. It goes by the longest word there: a word of plain
// letters stands in the key as it is, unless it is British.
func (s *Sieve) May(title string) bool {
	word := title[:0]
	begin := 0
	for i := 0; i <= len(title); i++ {
		if i < len(title) && letter(title[i]) {
			continue
		}
		beside := begin > 0 && joins(title[begin-1]) || i < len(title) && joins(title[i])
		if i-begin > len(word) && !beside { // what stands beside another letter, or a control character, may be part of a British word
			word = title[begin:i]
		}
		begin = i + 1
		if i < len(title) && strings.IndexByte(`<&\$`, title[i]) >= 0 {
			return true
		}
		if i < len(title) && title[i] == ':' {
			break
		}
	}
	if len(word) < sieved {
		return true
	}
	word = strings.ToLower(word)
	return s.met[word[:sieved]] || american.Replace(word) != word
}

// joins reports whether a byte may be of a letter, or of what is taken out between two.
func joins(b byte) bool { return b < ' ' || b >= 0x7f }

func letter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

package api

import "fmt"

// What an answer may hold. Semantic Scholar answers 10 MB at most, OpenAlex and
// Crossref a few; a reference of which there is only the id takes 57 bytes there,
// and a value hardly less than 12, so that an honest answer of 10 MB stays below
// all of these. Nothing of theirs is nested more than ten deep.
const (
	maxBody    = 32 << 20 // bytes, unpacked
	maxObjects = 200_000
	maxValues  = 1_000_000
	maxDepth   = 32
)

// weigh looks over an answer before it is decoded, since a few bytes of JSON may
// become hundreds in memory, and what is nested deeply is read once for each
// level. It takes no memory and time by the length. What is no JSON is left for
// the decoder to refuse. ErrTooLarge is what a smaller question may mend.
func weigh(body []byte) error {
	depth, objects, values := 0, 0, 0
	for i := 0; i < len(body); i++ {
		switch body[i] {
		case '"':
			i = stringEnd(body, i)
		case ',':
			values++
		case '{', '[':
			values++
			if depth++; depth > maxDepth {
				return fmt.Errorf("it is nested more than %d deep", maxDepth)
			}
			if body[i] == '{' {
				objects++
			}
		case '}', ']':
			depth--
		}
	}
	if objects > maxObjects || values > maxValues {
		return ErrTooLarge
	}
	return nil
}

// stringEnd gives the place of the quote that ends the string begun at start,
// or the end of the body.
func stringEnd(body []byte, start int) int {
	for i := start + 1; i < len(body); i++ {
		switch body[i] {
		case '\\':
			i++
		case '"':
			return i
		}
	}
	return len(body)
}

// Package limit says how much a list may be, so that reading one ends.
package limit

import (
	"fmt"

	"citemap/fetch/list/span"
)

// MaxEntries is how many entries a list may have.
const MaxEntries = 100_000

// maxMarkup is how long a text in Markdown or HTML may be, in bytes.
const maxMarkup = 8 << 20

func TooMany() *span.Fault {
	return &span.Fault{Line: 1, What: fmt.Sprintf("begins more than %d entries, which no reading list has: cut it into several lists", MaxEntries)}
}

// MaxDepth is how deep the structure of an entry may go, in JSON and in XML.
const MaxDepth = 64

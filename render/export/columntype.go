package export

// A column is one attribute of a paper. Its name is a word of ASCII letters
// and digits, the same in every format.
type column struct {
	name  string
	kind  kind
	value func(place int) any // of its kind, nil where it is not known
}

// kind is the type of the values of a column.
type kind uint8

const (
	text    kind = iota // string, clean, not ""
	texts               // []string, clean, not empty
	integer             // int
	real                // float64, finite
	truth               // bool
)

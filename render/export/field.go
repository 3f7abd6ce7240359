package export

// A field is one member of a JSON object.
type field struct {
	name  string
	value any // nil: left out
}

package settings

// A setting is one key of a file.
type setting struct {
	verb   string // whose table it stands in; "": every verb's that has the flag
	key    string // as it is written
	flag   string
	values []string
	list   bool // it is written as a list
	table  bool // it is no value at all
	line   int
}

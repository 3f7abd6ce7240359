package html

// Live makes a page one that changes its list, by asking the server that it is from.
// A part of such a page has the same form, so that it can take the place of an older
// one.
type Live struct {
	State int // the number of what the page shows
}

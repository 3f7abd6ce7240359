package export

import "strings"

// asWritten names the source of a record, where formats have a field for that,
// whose title holds what others would take for HTML and is to be read as it
// stands. Reference managers leave HTML in titles, so readers take it away.
const asWritten = "citemap"

// hasMarkup tells whether a title may be taken for HTML.
func hasMarkup(title string) bool { return strings.ContainsAny(title, "<&$\\") }

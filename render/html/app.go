package html

import "bytes"

// App gives a page that Write wrote the words which it exchanges with the client of an
// assistant that shows it, by the extension MCP Apps. Nothing else of it changes.
func App(page []byte) []byte {
	code := joined("script", ".js", "app")
	page = bytes.Replace(page, []byte("script-src "), []byte("script-src "+hash(code)+" "), 1)
	return bytes.Replace(page, []byte("</body>"), []byte("<script type=\"module\">"+code+"</script>\n</body>"), 1)
}

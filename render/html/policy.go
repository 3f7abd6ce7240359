package html

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"strings"
)

//go:embed script style
var files embed.FS

// The script is one module and the style one sheet, each in a few files that
// are put together in this order.
var (
	script = joined("script", ".js", "data", "map", "light", "filter", "copy", "take", "years", "panel", "cell", "table", "search", "glance", "start")
	style  = joined("style", ".css", "page", "answer", "map", "panel", "table", "field", "record", "dark", "small", "print")
)

// joined puts files of a folder together.
func joined(folder, extension string, names ...string) string {
	var b strings.Builder
	for _, name := range names {
		text, err := files.ReadFile(folder + "/" + name + extension)
		if err != nil {
			panic(err)
		}
		b.Write(text)
	}
	return b.String()
}

// policy lets the page run its own style and script and nothing else: no request
// goes out, and no text becomes markup.
func policy() string {
	return fmt.Sprintf("default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'; "+
		"require-trusted-types-for 'script'; trusted-types 'none'", hash(style), hash(script))
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

package html

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
)

//go:embed script style
var files embed.FS

// The script is one module and the style one sheet, each in a few files that
// are put together in this order. A live page has a few more.
var (
	script     = joined("script", ".js", scripts("start")...)
	style      = joined("style", ".css", styles...)
	liveScript = joined("script", ".js", scripts("desk", "deed", "moved", "change", "place", "further", "triage", "start", "live")...)
	liveStyle  = joined("style", ".css", slices.Concat(styles, []string{"live"})...)
)

var styles = []string{"page", "answer", "map", "panel", "table", "field", "record", "dark", "small", "print"}

func scripts(last ...string) []string {
	return append([]string{"data", "map", "light", "filter", "copy", "take", "years", "panel", "cell", "table", "search", "glance"}, last...)
}

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
// goes out, but to the server of a live page, and no text becomes markup.
func policy(live bool) string {
	sheet, code, connect := style, script, ""
	if live {
		sheet, code, connect = liveStyle, liveScript, "connect-src 'self'; "
	}
	return fmt.Sprintf("default-src 'none'; style-src %s; script-src %s; %sbase-uri 'none'; form-action 'none'; "+
		"require-trusted-types-for 'script'; trusted-types 'none'", hash(sheet), hash(code), connect)
}

// LivePolicy is the policy of live pages, for the head of the answer that carries one.
func LivePolicy() string { return policy(true) }

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

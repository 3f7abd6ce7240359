package export

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
)

// escapeXML writes a text so that it stands for itself between tags and in a
// quoted attribute. A failed write is kept by the buffer.
func escapeXML(b *bufio.Writer, s string) { _ = xml.EscapeText(b, []byte(s)) }

// element writes strings as they are and the marked ones escaped.
func element(b *bufio.Writer, parts ...any) {
	for _, p := range parts {
		if s, ours := p.(string); ours {
			b.WriteString(s)
			continue
		}
		escapeXML(b, fmt.Sprint(p))
	}
}

// foreign is a text that is not ours.
type foreign string

// written writes the value of a column for formats whose values are strings of characters.
func written(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case []string:
		return strings.Join(v, "; ")
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

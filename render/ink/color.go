package ink

import (
	"encoding/hex"
	"image/color"
	"strings"

	"golang.org/x/image/colornames"
)

var black = color.NRGBA{A: 0xFF}

// parseColor reads #rrggbb, #rrggbbaa, the names that SVG shares with X11, and
// transparent. Anything else is black, so that it is seen.
func parseColor(s string) color.NRGBA {
	if digits, found := strings.CutPrefix(s, "#"); found {
		return parseHex(digits)
	}
	name := strings.ToLower(s)
	if name == "transparent" || name == "none" {
		return color.NRGBA{}
	}
	if c, known := colornames.Map[name]; known {
		return color.NRGBA(c)
	}
	return black
}

func parseHex(digits string) color.NRGBA {
	b, err := hex.DecodeString(digits)
	switch {
	case err == nil && len(b) == 3:
		return color.NRGBA{b[0], b[1], b[2], 0xFF}
	case err == nil && len(b) == 4:
		return color.NRGBA{b[0], b[1], b[2], b[3]}
	}
	return black
}

package console

import (
	"os"
	"slices"
	"strconv"
	"strings"
)

// Hyperlinks reports whether the terminal that a stream is takes texts as links
// (OSC 8), by the rule of the packages called supports-hyperlinks for Node and Rust:
// FORCE_HYPERLINK says so outright (0 for no), else the variables do by which the
// terminals that are known to take links can be told. A stream that is no terminal
// takes none, whatever the variables say.
func Hyperlinks(stream any) bool {
	return IsTerminal(stream) && !NoColor() && takesLinks(os.LookupEnv)
}

// takesLinks goes by the environment alone.
func takesLinks(lookup func(string) (string, bool)) bool {
	if forced, set := lookup("FORCE_HYPERLINK"); set {
		return strings.TrimSpace(forced) != "0"
	}
	for _, own := range []string{"DOMTERM", "WT_SESSION", "KONSOLE_VERSION"} {
		if value, _ := lookup(own); value != "" {
			return true
		}
	}
	if vte, _ := lookup("VTE_VERSION"); vte != "" { // GNOME Terminal and others on VTE, from 0.50 on
		version, err := strconv.Atoi(vte)
		return err == nil && version >= 5000
	}
	term, _ := lookup("TERM")
	program, _ := lookup("TERM_PROGRAM")
	color, _ := lookup("COLORTERM")
	return slices.Contains([]string{"Hyper", "iTerm.app", "terminology", "WezTerm", "vscode", "ghostty", "rio"}, program) ||
		slices.Contains([]string{"xterm-kitty", "xterm-ghostty", "alacritty", "alacritty-direct", "foot"}, term) ||
		color == "xfce4-terminal"
}

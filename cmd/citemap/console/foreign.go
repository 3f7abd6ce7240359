package console

import (
	"fmt"
	"strings"

	"citemap/render"
)

// Harmless makes of a text, whoever wrote parts of it, one line that may be said:
// clean, and no command to a program that reads what we say, as GitHub's runner
// does.
func Harmless(text string) string { return noCommand(render.Clean(text)) }

// noCommand takes out of a text what would make it a command of GitHub's: "::"
// at its beginning, "##[" anywhere.
func noCommand(text string) string {
	text = strings.ReplaceAll(text, "##[", "## [")
	if rest, is := strings.CutPrefix(text, "::"); is {
		return ": :" + rest
	}
	return text
}

// cleaned makes the texts and errors among arguments clean; the format around
// them is ours.
func cleaned(args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		switch a := a.(type) {
		case string:
			out[i] = cleanLines(a)
		case error:
			out[i] = render.Clean(a.Error())
		case fmt.Stringer:
			out[i] = render.Clean(a.String())
		default:
			out[i] = a
		}
	}
	return out
}

func cleanLines(s string) string {
	if strings.TrimSpace(s) == "" {
		return s
	}
	return render.Clean(s)
}

package console

import (
	"os"

	"golang.org/x/term"
)

// Width gives the columns of the terminal that a stream is, 0 where it is none.
func Width(stream any) int {
	f, ok := stream.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width <= 0 {
		return 80
	}
	return width
}

// IsTerminal reports whether a stream is one.
func IsTerminal(stream any) bool { return Width(stream) > 0 }

// NoColor honours https://no-color.org.
func NoColor() bool { return os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" }

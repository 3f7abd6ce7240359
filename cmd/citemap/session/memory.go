package session

import (
	"math"

	"github.com/dustin/go-humanize"

	"citemap/cmd/citemap/usage"
)

// ParseMemory reads the value of --memory in bytes; 0 where none is given.
func ParseMemory(text string) (int64, error) {
	if text == "" {
		return 0, nil
	}
	n, err := humanize.ParseBytes(text)
	if err != nil || n == 0 || n > math.MaxInt64 {
		return 0, usage.Errorf("--memory %s: want a number and a unit, such as 4GB or 800MB", text)
	}
	return int64(n), nil
}

package service

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"runtime/debug"
)

// usualMemory is what is taken for free where nobody says how much is.
const usualMemory = 2 << 30

// memory is how many bytes the process may take for a large reckoning: GOMEMLIMIT, else
// three quarters of what the machine says is available, else 2 GB.
func memory() int64 {
	if limit := debug.SetMemoryLimit(-1); limit != math.MaxInt64 {
		return limit
	}
	if available := available("/proc/meminfo"); available > 0 {
		return available / 4 * 3
	}
	return usualMemory
}

// available reads what Linux says; 0 where nothing is said.
func available(file string) int64 {
	f, err := os.Open(file)
	if err != nil {
		return 0
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var kB int64
		if _, err := fmt.Sscanf(lines.Text(), "MemAvailable: %d kB", &kB); err == nil {
			return kB << 10
		}
	}
	return 0
}

package semanticscholar

import (
	"os"
	"syscall"
)

// peakOf gives the most memory, in kB, that a process took.
func peakOf(p *os.ProcessState) int64 {
	return p.SysUsage().(*syscall.Rusage).Maxrss
}

//go:build unix

package build

import (
	"os"
	"syscall"
)

// exclusive holds a file until it is closed, also by the end of the process. It is
// an error where another process holds it.
func exclusive(f *os.File) error {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
}

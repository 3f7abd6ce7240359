//go:build unix

package cachedir

import (
	"io/fs"
	"os"
	"syscall"
)

// mine reports whether a file belongs to the user this process acts for.
func mine(info fs.FileInfo) bool { return owner(info) == os.Geteuid() }

// administrators reports whether a file belongs to root, who can change
// everything anyway.
func administrators(info fs.FileInfo) bool { return owner(info) == 0 }

// open reports whether others than its owner may write to a file.
func open(info fs.FileInfo) bool { return info.Mode().Perm()&0o022 != 0 }

func owner(info fs.FileInfo) int {
	if at, ok := info.Sys().(*syscall.Stat_t); ok {
		return int(at.Uid)
	}
	return -1
}

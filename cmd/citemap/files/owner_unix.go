//go:build unix

package files

import (
	"io/fs"
	"os"
	"syscall"
)

// keepOwner gives a file the group and the owner that another has, as far as this
// user may.
func keepOwner(f *os.File, info fs.FileInfo) {
	if at, ok := info.Sys().(*syscall.Stat_t); ok {
		_ = f.Chown(-1, int(at.Gid))
		_ = f.Chown(int(at.Uid), -1)
	}
}

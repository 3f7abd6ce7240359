//go:build !unix

package cachedir

import "io/fs"

// Where a mode does not tell who may write, the cache folder of the system is
// taken for the user's own, as it is on Windows.

func mine(fs.FileInfo) bool           { return true }
func administrators(fs.FileInfo) bool { return true }
func open(fs.FileInfo) bool           { return false }

package build

import (
	"context"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A disk that is full is named.
func TestFullDisk(t *testing.T) {
	program(t, "duckdb")
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=64k"); err != nil {
		t.Skipf("a small disk cannot be made here: %v", err)
	}
	defer func() {
		if err := syscall.Unmount(folder, 0); err != nil {
			t.Error(err)
		}
	}()
	dump, _ := dumped(t, "-papers", "2000", "-citations", "20000")
	_, err := Build(context.Background(), options(dump, filepath.Join(folder, "field")))
	if err == nil || !strings.Contains(err.Error(), "no room left on the disk") {
		t.Error(err)
	}
}

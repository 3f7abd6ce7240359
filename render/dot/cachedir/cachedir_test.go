//go:build unix

package cachedir

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// inFresh gives a folder that only the user can write to, all the way down from
// the root.
func inFresh(t *testing.T) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err == nil {
		err = outOfReach(dir)
	}
	if err != nil {
		t.Skip(err)
	}
	return dir
}

func TestPrivate(t *testing.T) {
	const code = "citemap/go-graphviz/wazero-v1/code"
	for _, tt := range []struct {
		name    string
		prepare func(root string) error
		trusted bool
	}{
		{"nothing there yet", func(string) error { return nil }, true},
		{"made by an earlier run", func(root string) error { return plant(filepath.Join(root, code)) }, true},
		{"anybody may read it", func(root string) error { return mode(root, "citemap", 0o755) }, true},
		{"a link to another folder of the user", func(root string) error {
			return firstOf(os.MkdirAll(filepath.Join(root, "elsewhere"), 0o700), os.Symlink("elsewhere", filepath.Join(root, "citemap")))
		}, true},
		{"anybody may write to it", func(root string) error { return mode(root, "citemap", 0o777) }, false},
		{"the group may write to it", func(root string) error { return mode(root, "citemap", 0o770) }, false},
		{"anybody may write to it, and remove only what is theirs", func(root string) error { return mode(root, "citemap", 0o777|fs.ModeSticky) }, false},
		{"anybody may write to the folder in it", func(root string) error { return mode(root, "citemap/go-graphviz", 0o777) }, false},
		{"anybody may write to the code", func(root string) error {
			return firstOf(plant(filepath.Join(root, code)), os.Chmod(filepath.Join(root, code), 0o666))
		}, false},
		{"the code is a link", func(root string) error {
			return firstOf(os.MkdirAll(filepath.Join(root, filepath.Dir(code)), 0o700), os.Symlink("/etc/passwd", filepath.Join(root, code)))
		}, false},
		{"anybody may exchange the folder it is in", func(root string) error { return mode(root, ".", 0o777) }, false},
		{"a link into a folder that anybody may write to", func(root string) error {
			return firstOf(mode(root, "open", 0o777), mode(root, "open/in", 0o700), os.Symlink("open/in", filepath.Join(root, "citemap")))
		}, false},
		{"a link to nothing", func(root string) error { return os.Symlink("nothing", filepath.Join(root, "citemap")) }, false},
		{"a file in its place", func(root string) error { return plant(filepath.Join(root, "citemap")) }, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			root := inFresh(t)
			if err := tt.prepare(root); err != nil {
				t.Fatal(err)
			}
			dir, err := private(root, nil)
			if trusted := err == nil; trusted != tt.trusted {
				t.Errorf("%s, %v: want it trusted: %v", dir, err, tt.trusted)
			}
			if info, err := os.Stat(dir); tt.trusted && (err != nil || !info.IsDir() || info.Mode().Perm()&0o022 != 0) {
				t.Errorf("%s: %v, %v", dir, info, err)
			}
		})
	}
}

// Nothing is made in the folder of somebody else, and nothing of theirs trusted.
func TestPrivateOfAnother(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can give files away")
	}
	const another = 65534
	for _, path := range []string{".", "citemap", "citemap/go-graphviz", "citemap/go-graphviz/wazero-v1/code"} {
		root := inFresh(t)
		if err := firstOf(plant(filepath.Join(root, "citemap/go-graphviz/wazero-v1/code")), os.Chown(filepath.Join(root, path), another, another)); err != nil {
			t.Fatal(err)
		}
		if dir, err := private(root, nil); err == nil {
			t.Errorf("%s of another: trusted %s", path, dir)
		}
	}
	home := inFresh(t)
	if err := os.Chown(home, another, another); err != nil {
		t.Fatal(err)
	}
	if _, err := private(filepath.Join(home, ".cache"), nil); err == nil {
		t.Error("a folder in the home of another is trusted")
	}
	if _, err := os.Lstat(filepath.Join(home, ".cache")); err == nil {
		t.Error("a folder was made in the home of another")
	}
}

func TestPrivateNeedsAWholePath(t *testing.T) {
	t.Chdir(inFresh(t))
	if dir, err := private("cache", nil); err == nil {
		t.Errorf("trusted %s", dir)
	}
	if _, err := private("/nothing/there", fs.ErrInvalid); err == nil {
		t.Error("without a home there is a folder all the same")
	}
}

// Where there is no private folder, none can be made where go-graphviz looks.
func TestNowhere(t *testing.T) {
	if err := os.MkdirAll(filepath.Join(nowhere, "go-graphviz"), 0o755); err == nil {
		t.Errorf("made %s", nowhere)
	}
}

// plant makes a file and the folders to it.
func plant(path string) error {
	return firstOf(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte("code"), 0o600))
}

// mode makes a folder of a mode, whatever the umask.
func mode(root, name string, mode fs.FileMode) error {
	path := filepath.Join(root, name)
	return firstOf(os.MkdirAll(path, 0o700), os.Chmod(path, mode))
}

// firstOf gives the first error.
func firstOf(all ...error) error {
	for _, err := range all {
		if err != nil {
			return err
		}
	}
	return nil
}

package files

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// put makes a file of a mode, whatever the umask.
func put(t *testing.T, name, text string, mode fs.FileMode) {
	t.Helper()
	if err := errors.Join(os.WriteFile(name, []byte(text), 0o600), os.Chmod(name, mode)); err != nil {
		t.Fatal(err)
	}
}

func link(t *testing.T, target, name string) {
	t.Helper()
	if err := os.Symlink(target, name); err != nil {
		t.Skip("no symbolic links here")
	}
}

// holds checks what files hold, and that no other is left in the folder.
func holds(t *testing.T, want map[string]string) {
	t.Helper()
	for name, text := range want {
		if got, err := os.ReadFile(name); err != nil || string(got) != text {
			t.Errorf("%s: holds %q, %v; want %q", name, got, err, text)
		}
	}
	there, err := os.ReadDir(".")
	if err != nil || len(there) != len(want) {
		t.Errorf("%d files in the folder, %v: %v, want %d", len(there), err, there, len(want))
	}
}

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

// wantError checks that an error says something.
func wantError(t *testing.T, err error, want string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error %v, want %q", err, want)
	}
}

// An input is not overwritten, whatever it is called.
func TestInputsStay(t *testing.T) {
	t.Chdir(t.TempDir())
	put(t, "list.md", "list", 0o600)
	put(t, "noted", "link", 0o600)
	put(t, "later.db", "library", 0o600)
	link(t, "list.md", "link.md")
	link(t, "noted", "read-through")
	if err := os.Link("list.md", "hard.md"); err != nil {
		t.Skip("no hard links here")
	}
	if err := os.Remove("later.db"); err != nil {
		t.Fatal(err)
	}
	var g Guard
	for _, name := range []string{"./list.md", "read-through", "later.db"} {
		g.Reads(name)
	}
	for _, name := range []string{"list.md", "link.md", "hard.md", "../" + filepath.Base(must(os.Getwd())) + "/list.md", "noted", "read-through", "later.db"} {
		var input *InputError
		if err := g.Save(name, text("lost")); !errors.As(err, &input) {
			t.Errorf("%s: %v, want an input that stays", name, err)
		}
	}
	put(t, "later.db", "library", 0o600) // it is there now
	wantError(t, g.Save("later.db", text("lost")), "would overwrite later.db")
	if err := g.Save("free.md", text("free")); err != nil {
		t.Error(err)
	}
	// An editor may have saved the list meanwhile, which makes it another file.
	put(t, "new.md", "list", 0o600)
	if err := os.Rename("new.md", "list.md"); err != nil {
		t.Fatal(err)
	}
	wantError(t, g.Save("link.md", text("lost")), "would overwrite ./list.md")
	wantError(t, g.Save("hard.md", text("lost")), "would overwrite ./list.md")
	holds(t, map[string]string{"list.md": "list", "hard.md": "list", "link.md": "list", "noted": "link", "read-through": "link", "later.db": "library", "free.md": "free"})
}

func must(folder string, err error) string {
	if err != nil {
		panic(err)
	}
	return folder
}

func TestReadsOpen(t *testing.T) {
	t.Chdir(t.TempDir())
	put(t, "list.md", "list", 0o600)
	f, err := os.Open("list.md")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var g Guard
	g.ReadsOpen(f, "standard input")
	wantError(t, g.Save("list.md", text("lost")), "list.md: would overwrite standard input, which this run reads; name another file")
}

// A name that nobody gave does not lead to a file that nobody gave.
func TestUnnamed(t *testing.T) {
	t.Chdir(t.TempDir())
	put(t, "x", "x", 0o600)
	link(t, "x", "page.html")
	link(t, "nothing", "dangling.html")
	var g Guard
	wantError(t, g.CheckUnnamed("page.html"), "write page.html: it is a symbolic link to x")
	wantError(t, g.CheckUnnamed("dangling.html"), "write dangling.html: it is a symbolic link to nothing")
	wantError(t, g.Save("page.html", text("lost")), "it is a symbolic link to x")
	if err := g.CheckUnnamed("other.html"); err != nil {
		t.Error(err)
	}
	link(t, "x", "other.html") // while the run gathers
	wantError(t, g.Save("other.html", text("lost")), "it is a symbolic link to x")
	if err := os.Remove("dangling.html"); err != nil {
		t.Fatal(err)
	}
	holds(t, map[string]string{"x": "x", "page.html": "x", "other.html": "x"})
}

func TestSave(t *testing.T) {
	t.Chdir(t.TempDir())
	put(t, "old", "old", 0o640)
	link(t, "old", "link")
	var g Guard
	if err := errors.Join(g.Save("link", text("new")), g.Save("fresh", text("fresh")), g.Save(os.DevNull, text("gone"))); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat("old"); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if info, err := os.Lstat("link"); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
	broken := errors.New("cannot be drawn")
	for _, name := range []string{"old", "another", os.DevNull} {
		if err := g.Save(name, func(w io.Writer) error { return errors.Join(text("half")(w), broken) }); !errors.Is(err, broken) || strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	wantError(t, g.Save(".", text("lost")), "write .: is a folder")
	wantError(t, g.Check("none/file"), "write none/file: no such file or directory")
	holds(t, map[string]string{"old": "new", "link": "new", "fresh": "fresh"})
	if got := strings.Join(g.Written(), " "); got != "link fresh "+os.DevNull {
		t.Errorf("written: %s", got)
	}
}

// Whether a file may be written is the file's to say, not only its folder's.
func TestReadOnlyStays(t *testing.T) {
	t.Chdir(t.TempDir())
	put(t, "other", "old", 0o444)
	var g Guard
	wantError(t, g.Check("other"), "write other: is read-only")
	wantError(t, g.Save("other", text("lost")), "write other: is read-only")
	g.Reads("other")
	wantError(t, g.Rewrite("other", []byte("old"), []byte("lost")), "write other: is read-only")
	holds(t, map[string]string{"other": "old"})
}

func TestFullDisk(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip(err)
	}
	var g Guard
	wantError(t, g.Save("/dev/full", text("lost")), "write /dev/full: no space left on device")
}

func TestRewrite(t *testing.T) {
	t.Chdir(t.TempDir())
	put(t, "list.md", "old", 0o600)
	put(t, "other.md", "old", 0o600)
	link(t, "list.md", "link.md")
	link(t, "nothing.md", "dangling.md")
	var g Guard
	g.Reads("link.md")
	g.Reads("dangling.md")
	if err := g.Rewrite("link.md", []byte("old"), []byte("new")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat("link.md"); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
	if info, err := os.Stat("list.md"); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	wantError(t, g.Rewrite("link.md", []byte("old"), []byte("newer")), "link.md: was changed by another program: nothing was written")
	wantError(t, g.Rewrite("list.md", nil, []byte("newer")), "list.md: was changed by another program")
	wantError(t, g.Rewrite("dangling.md", nil, []byte("newer")), "it is a symbolic link to nothing.md")
	wantError(t, g.Rewrite("dangling.md", []byte{}, []byte("newer")), "write dangling.md: no such file")
	if err := errors.Join(os.Remove("link.md"), os.Symlink("other.md", "link.md")); err != nil {
		t.Fatal(err)
	}
	wantError(t, g.Rewrite("link.md", []byte("old"), []byte("newer")), "link.md: now leads to another file than when it was read: nothing was written")
	if err := errors.Join(g.Rewrite("made.txt", nil, []byte("made")), os.Remove("dangling.md")); err != nil {
		t.Error(err)
	}
	holds(t, map[string]string{"list.md": "new", "other.md": "old", "link.md": "old", "made.txt": "made"})
}

// TestRemove: what this run made goes, and nothing else does.
func TestRemove(t *testing.T) {
	folder := t.TempDir()
	made, foreign := filepath.Join(folder, "made"), filepath.Join(folder, "foreign")
	var g Guard
	if err := g.Rewrite(made, nil, []byte("a")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(foreign, []byte("a"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, text string
		goes       bool
	}{{foreign, "a", false}, {made, "b", false}, {made, "a", true}, {made, "a", false}} {
		if err := g.Remove(test.name, []byte(test.text)); (err == nil) != test.goes {
			t.Errorf("remove %s that holds %q: %v", filepath.Base(test.name), test.text, err)
		}
	}
	if _, err := os.Stat(foreign); err != nil {
		t.Error(err)
	}
}

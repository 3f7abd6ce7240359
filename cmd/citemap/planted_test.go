//go:build unix

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// Compiled code that others may have planted is not run: here it is code whose
// checksum is wrong, over which the program would break down. It lies wherever
// go-graphviz or an earlier citemap would have looked for it.
func TestPlantedCodeIsNotRun(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles Graphviz five times")
	}
	temporary := t.TempDir()
	good := filepath.Join(t.TempDir(), "cache")
	if out, err := runIn(t, temporary, []string{"XDG_CACHE_HOME=" + good}, "version").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	code, err := filepath.Glob(filepath.Join(good, "citemap", "go-graphviz", "*", "*"))
	if err != nil || len(code) != 1 {
		t.Fatalf("compiled code of a good run: %v, %v", code, err)
	}
	inCache, err := filepath.Rel(filepath.Join(good, "citemap"), code[0])
	if err != nil {
		t.Fatal(err)
	}
	bad := broken(t, code[0])

	homeOfAll := filepath.Join(t.TempDir(), "home")
	file := filepath.Join(t.TempDir(), "file")
	plant(t, file, nil)
	plant(t, filepath.Join(temporary, inCache), bad)
	plant(t, filepath.Join(temporary, "relative", "citemap", inCache), bad)
	plant(t, filepath.Join(homeOfAll, ".cache", "citemap", inCache), bad)
	if err := os.Chmod(homeOfAll, 0o777); err != nil {
		t.Fatal(err)
	}
	for name, environment := range map[string][]string{
		"no home":                         nil,
		"a home that cannot be":           {"HOME=" + filepath.Join(file, "home")},
		"a home that others can write to": {"HOME=" + homeOfAll},
		"a relative cache folder":         {"XDG_CACHE_HOME=relative"},
	} {
		environment = append(environment, "TMPDIR="+temporary)
		if out, err := runIn(t, temporary, environment, "version").CombinedOutput(); err != nil {
			t.Errorf("%s: %v: %s", name, err, out[:min(len(out), 300)])
		}
	}
	// It is what breaks a program down that trusts it.
	plant(t, code[0], bad)
	if err := runIn(t, temporary, []string{"XDG_CACHE_HOME=" + good}, "version").Run(); err == nil {
		t.Error("the broken code breaks nothing")
	}
}

// runIn is a run in a folder, with no environment but that given.
func runIn(t *testing.T, folder string, environment []string, args ...string) *exec.Cmd {
	c := exec.CommandContext(t.Context(), "citemap", args...)
	c.Dir, c.Env = folder, append(slices.Clone(environment), "CITEMAP_CONFIG=none")
	return c
}

// broken gives compiled code with another checksum than it should have.
func broken(t *testing.T, path string) []byte {
	t.Helper()
	code, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	code = bytes.Clone(code)
	for i := len(code) / 2; i < len(code)/2+64; i++ {
		code[i] ^= 0xff
	}
	return code
}

// plant makes a file and the folders to it.
func plant(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// Dist builds the archives of a release: for each system the program, its manual,
// completions and the papers that go with it. The same source gives the same
// bytes.
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// A target is a system to build for.
type target struct{ system, processor string }

func (t target) String() string { return t.system + "-" + t.processor }

var targets = []target{
	{"darwin", "amd64"}, {"darwin", "arm64"}, {"linux", "amd64"}, {"linux", "arm64"}, {"windows", "amd64"}, {"windows", "arm64"},
}

func main() {
	into := flag.String("o", "dist", "put the archives into this `folder`")
	version := flag.String("version", "", "what to call the release (default: what git describe says)")
	flag.Parse()
	if err := run(*into, *version); err != nil {
		fmt.Fprintln(os.Stderr, "dist:", err)
		os.Exit(1)
	}
}

// run builds all archives and their sums.
func run(into, version string) error {
	if version == "" {
		said, err := output("git", "describe", "--tags", "--always", "--dirty")
		if err != nil {
			return err
		}
		version = strings.TrimPrefix(said, "v")
	}
	when, err := sourceDate()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(into, 0o755); err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "dist")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	common, err := documents(work)
	if err != nil {
		return err
	}
	var sums strings.Builder
	for _, t := range targets {
		name, archive, err := build(t, version, work, common, when)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(into, name), archive, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(archive), name)
		fmt.Println(filepath.Join(into, name))
	}
	return os.WriteFile(filepath.Join(into, "SHA256SUMS"), []byte(sums.String()), 0o644)
}

// build makes the archive of one target.
func build(t target, version, work string, common []file, when time.Time) (name string, archive []byte, err error) {
	program := "citemap"
	if t.system == "windows" {
		program += ".exe"
	}
	path := filepath.Join(work, t.String(), program)
	if err := compile(path, "GOOS="+t.system, "GOARCH="+t.processor); err != nil {
		return "", nil, fmt.Errorf("%s: %w", t, err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return "", nil, err
	}
	name = "citemap-" + version + "-" + t.String()
	all := append([]file{{program, content, true}}, common...)
	if t.system == "windows" {
		archive, err = zipped(name, all, when)
		return name + ".zip", archive, err
	}
	archive, err = tarred(name, all, when)
	return name + ".tar.gz", archive, err
}

func compile(path string, environment ...string) error {
	c := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w -buildid=", "-o", path, "./cmd/citemap")
	c.Env = append(append(os.Environ(), "CGO_ENABLED=0"), environment...)
	c.Stderr = os.Stderr
	return c.Run()
}

// sourceDate is SOURCE_DATE_EPOCH, else when the last commit was made.
func sourceDate() (time.Time, error) {
	seconds := os.Getenv("SOURCE_DATE_EPOCH")
	if seconds == "" {
		var err error
		if seconds, err = output("git", "log", "-1", "--format=%ct"); err != nil {
			return time.Time{}, err
		}
	}
	var n int64
	if _, err := fmt.Sscan(seconds, &n); err != nil {
		return time.Time{}, fmt.Errorf("the date of the source is %q: want seconds since 1970", seconds)
	}
	return time.Unix(n, 0).UTC(), nil
}

func output(name string, args ...string) (string, error) {
	said, err := exec.Command(name, args...).Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w", name, strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(said)), nil
}

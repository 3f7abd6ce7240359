package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"citemap/fetch/semanticscholar/apitest"
)

// A readingField is a reading list in a folder of its own and a server that knows
// its papers; the command runs there as a process.
type readingField struct {
	t      *testing.T
	server *apitest.Server
	folder string
	vars   []string
}

func newReadingField(t *testing.T, listed, references, citing int) *readingField {
	t.Helper()
	papers := apitest.Neighbourhood(listed, references, citing, 3)
	f := &readingField{t: t, server: apitest.New(papers), folder: t.TempDir()}
	server := httptest.NewServer(f.server)
	t.Cleanup(server.Close)
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	f.vars = append(os.Environ(), "CITEMAP_API_URL="+server.URL, "XDG_DATA_HOME="+filepath.Join(f.folder, "data"), "HOME="+f.folder, "XDG_CONFIG_HOME="+f.folder, "XDG_CACHE_HOME="+cache)
	var ids, titles strings.Builder
	for i := range listed {
		fmt.Fprintln(&ids, papers[i].ID)
		fmt.Fprintf(&titles, "@article{p%d, title = {%s}}\n", i, papers[i].Title)
	}
	f.write("list.txt", ids.String())
	f.write("titles.bib", titles.String())
	return f
}

func (f *readingField) write(name, text string) {
	f.t.Helper()
	if err := os.WriteFile(filepath.Join(f.folder, name), []byte(text), 0o644); err != nil {
		f.t.Fatal(err)
	}
}

func (f *readingField) command(args ...string) *exec.Cmd {
	f.t.Helper()
	c := exec.Command("citemap", args...)
	c.Dir, c.Env = f.folder, f.vars
	return c
}

// run runs the command to its end and gives its exit status.
func (f *readingField) run(args ...string) (status int, stdout, stderr string) {
	f.t.Helper()
	c := f.command(args...)
	var out, talk bytes.Buffer
	c.Stdout, c.Stderr = &out, &talk
	var exit *exec.ExitError
	if err := c.Run(); errors.As(err, &exit) {
		status = exit.ExitCode()
	} else if err != nil {
		f.t.Fatal(err)
	}
	return status, out.String(), talk.String()
}

// snapshot freezes the corpus of a list and gives the papers of the file.
func (f *readingField) snapshot(list string, args ...string) string {
	f.t.Helper()
	if status, _, said := f.run(append([]string{"snapshot", list, "-o", "out.jsonl", "--rate", "1000"}, args...)...); status != 0 {
		f.t.Fatalf("snapshot: exit %d: %s", status, said)
	}
	text, err := os.ReadFile(filepath.Join(f.folder, "out.jsonl"))
	if err != nil {
		f.t.Fatal(err)
	}
	_, papers, _ := strings.Cut(string(text), "\n")
	return papers
}

// Killed at any instant, the next run goes on from there: the corpus in the end
// is the same, and each kill costs one request at most.
func TestKilledTwentyTimes(t *testing.T) {
	if testing.Short() {
		t.Skip("long: runs without -short")
	}
	f := newReadingField(t, 60, 20, 20)
	want := f.snapshot("titles.bib", "--library", "whole.sqlite", "--budget", "200")
	whole := f.server.Requests()
	random := rand.New(rand.NewPCG(1, 2))
	kills := 0
	for range 20 {
		if f.killed(time.Duration(random.IntN(60))*time.Millisecond, "fetch", "titles.bib", "--budget", "200", "--rate", "40", "-q") {
			kills++
		}
	}
	if got := f.snapshot("titles.bib", "--budget", "200"); got != want {
		t.Error("another corpus than without the kills")
	}
	t.Logf("%d requests without kills, %d with %d kills", whole, f.server.Requests()-whole, kills)
	if more := f.server.Requests() - 2*whole; more > kills || kills < 15 {
		t.Errorf("%d kills cost %d requests", kills, more)
	}
}

// killed runs the command and kills it some time after its first request;
// false where it had ended by then.
func (f *readingField) killed(after time.Duration, args ...string) bool {
	f.t.Helper()
	before := f.server.Requests()
	c := f.command(args...)
	if err := c.Start(); err != nil {
		f.t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		_ = c.Wait()
		close(ended)
	}()
	for f.server.Requests() == before {
		select {
		case <-ended:
			return false
		case <-time.After(time.Millisecond):
		}
	}
	select {
	case <-ended:
		return false
	case <-time.After(after):
	}
	_ = c.Process.Signal(syscall.SIGKILL)
	<-ended
	return true
}

// Ctrl-C stops within moments, says how to go on and loses nothing.
func TestInterrupted(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no interrupt to send on Windows")
	}
	f := newReadingField(t, 30, 40, 50)
	c := f.command("report", "list.txt", "--rate", "0.5")
	var said bytes.Buffer
	c.Stderr = &said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	for f.server.Requests() == 0 {
		time.Sleep(time.Millisecond)
	}
	if err := c.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	_ = c.Wait()
	t.Logf("stopped after %s", time.Since(began).Round(time.Millisecond))
	if c.ProcessState.ExitCode() != exitInterrupted || !strings.Contains(said.String(), "run the same command to continue") || time.Since(began) > 10*time.Second {
		t.Errorf("exit %d after %s: %s", c.ProcessState.ExitCode(), time.Since(began), said.String())
	}
	if _, err := os.Stat(filepath.Join(f.folder, "list.report.html")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a report of half a corpus: %v", err)
	}
}

// When the whole API is down the command gives up within the patience and says
// what is there and how to go on; a warm library still answers.
func TestWholeOutage(t *testing.T) {
	f := newReadingField(t, 8, 10, 10)
	f.server.Down.Store(true)
	for _, verb := range []string{"fetch", "report", "gaps"} {
		status, out, said := f.run(verb, "list.txt", "--patience", "1s", "--rate", "100")
		if status != exitFailed || out != "" || strings.Count(said, "\n") != 1 || !strings.Contains(said, "gave no answer for") || !strings.Contains(said, "run the same command later") {
			t.Errorf("%s, cold: exit %d, %q, %q", verb, status, out, said)
		}
	}
	f.server.Down.Store(false)
	if status, _, said := f.run("fetch", "list.txt", "--rate", "100"); status != exitDone {
		t.Fatalf("fetch: exit %d: %s", status, said)
	}
	f.server.Down.Store(true)
	status, out, said := f.run("report", "list.txt", "--refresh", "0s", "--patience", "1s", "--rate", "100")
	if status != exitDone || !strings.Contains(out, "Facts of 20") || !strings.Contains(said, "continuing with what was fetched from") {
		t.Errorf("report, warm: exit %d, %q, %q", status, out, said)
	}
}

// The key is in no log, error, file or process title.
func TestKeyIsNowhere(t *testing.T) {
	const key = "k3y-that-nobody-may-see"
	f := newReadingField(t, 8, 10, 10)
	f.vars = append(f.vars, "SEMANTIC_SCHOLAR_API_KEY="+key, "OPENALEX_API_KEY="+key+"-2")
	look := func(what, text string) {
		if strings.Contains(text, key) {
			t.Errorf("%s tells the key", what)
		}
	}
	for _, args := range [][]string{
		{"fetch", "list.txt", "-v", "--rate", "100"}, {"report", "list.txt", "-v", "--refresh", "0s", "--rate", "100"},
		{"gaps", "list.txt", "--format", "json"}, {"snapshot", "list.txt", "-o", "s.jsonl"}, {"check", "list.txt", "--format", "json"},
	} {
		_, out, said := f.run(args...)
		look(strings.Join(args, " "), out+said)
	}
	if calls := f.server.Log(); len(calls) == 0 || !calls[0].Keyed {
		t.Error("the key was not sent")
	}
	c := f.command("fetch", "list.txt", "--refresh", "0s", "--rate", "0.2")
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(300 * time.Millisecond)
	if title, err := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", c.Process.Pid)); err == nil {
		look("the process title", string(title))
	}
	_ = c.Process.Kill()
	_ = c.Wait()
	err := filepath.WalkDir(f.folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		look(path, string(text))
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

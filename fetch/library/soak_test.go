package library

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"reflect"
	"strconv"
	"testing"
	"time"

	"citemap/fetch"
)

// TestSoak works on one library for as long as CITEMAP_SOAK says: two processes
// at once write into it, one of them is killed, bytes of it are changed between
// rounds. Each round opens it again and holds that every answer is the right one
// or none; what is damaged is repaired, and where the file itself is, it is begun
// anew.
func TestSoak(t *testing.T) {
	if path := os.Getenv("CITEMAP_SOAK_LIBRARY"); path != "" {
		writeForEver(t, path)
		return
	}
	length, err := time.ParseDuration(os.Getenv("CITEMAP_SOAK"))
	if err != nil {
		t.Skip("CITEMAP_SOAK says how long; make soak sets it")
	}
	model := libraryFile(t)
	about := fillMany(t, model)
	want := recalled(t, model, about)
	path := libraryFile(t)
	random := rand.New(rand.NewPCG(uint64(os.Getpid()), 1))
	rounds, lost, repaired := 0, 0, 0
	for end := time.Now().Add(length); time.Now().Before(end); rounds++ {
		twoWriters(t, path, time.Duration(random.IntN(400))*time.Millisecond)
		if rounds%3 == 2 {
			flip(t, path, random)
		}
		l, err := Open(path, Options{})
		if err != nil {
			t.Logf("round %d: begun anew: %v", rounds, err)
			lost++
			forget(path)
			continue
		}
		got, err := l.Source(nil).Recall(t.Context(), fetch.References, about)
		for i := range got {
			if err == nil && got[i].Outcome == fetch.Found && !reflect.DeepEqual(got[i].Paper, want[i].Paper) {
				t.Errorf("round %d: another answer of %s", rounds, about[i].ID)
			}
		}
		n, failed := l.Repair(t.Context())
		if l.Close(); err != nil || failed != nil {
			t.Logf("round %d: begun anew: %v, %v", rounds, err, failed)
			lost++
			forget(path)
		}
		repaired += n
	}
	t.Logf("%d rounds, %d records repaired, begun anew %d times", rounds, repaired, lost)
}

// twoWriters lets two processes write for a while and kills them.
func twoWriters(t *testing.T, path string, length time.Duration) {
	var writers []*exec.Cmd
	for n := range 2 {
		c := exec.Command(os.Args[0], "-test.run=^TestSoak$", "-test.count=1")
		c.Env = append(os.Environ(), "CITEMAP_SOAK_LIBRARY="+path, "CITEMAP_SOAK_WRITER="+strconv.Itoa(n))
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		writers = append(writers, c)
	}
	time.Sleep(100*time.Millisecond + length)
	for _, c := range writers {
		_ = c.Process.Kill()
		_ = c.Wait()
	}
}

func writeForEver(t *testing.T, path string) {
	for {
		fillMany(t, path)
		l, err := Open(path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := l.Prune(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		l.Close()
	}
}

func flip(t *testing.T, path string, random *rand.Rand) {
	bytes, err := os.ReadFile(path)
	if err != nil || len(bytes) < 200 {
		return
	}
	bytes[100+random.IntN(len(bytes)-100)] ^= byte(1 + random.IntN(255))
	if err := os.WriteFile(path, bytes, 0o600); err != nil {
		t.Fatal(err)
	}
}

func forget(path string) {
	for _, end := range []string{"", "-wal", "-shm"} {
		_ = os.Remove(fmt.Sprint(path, end))
	}
}

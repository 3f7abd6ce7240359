package library

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// newcomer names the library that a child process of the test opens.
const newcomer = "CITEMAP_TEST_NEWCOMER"

// openOnce opens a library and counts what it holds, as library info does.
func openOnce(path string) {
	l, err := Open(path, Options{})
	if err == nil {
		_, err = l.Info(context.Background())
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	os.Exit(0)
}

// Several processes that open a library that is not there yet all find one.
func TestManyProcessesAtOnce(t *testing.T) {
	rounds := 8
	if testing.Short() {
		rounds = 1 // the race detector sees into one process only
	}
	for round := range rounds {
		path := filepath.Join(t.TempDir(), "library.db")
		said := make(chan string)
		const many = 8
		for range many {
			go func() {
				c := exec.Command(os.Args[0])
				c.Env = append(os.Environ(), newcomer+"="+path)
				out, err := c.CombinedOutput()
				if err != nil {
					out = fmt.Appendf(out, "%v", err)
				}
				said <- string(out)
			}()
		}
		for range many {
			if text := <-said; text != "" {
				t.Errorf("round %d: %s", round, text)
			}
		}
	}
}

// A meddler has another process make the library between the first statement
// and the second.
type meddler struct {
	queryer
	statements int
	make       func()
}

func (m *meddler) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	if m.statements++; m.statements == 2 {
		m.make()
	}
	return m.queryer.QueryRowContext(ctx, query, args...)
}

// What tells whose file it is must be of one moment: a library that is made
// meanwhile is not there, or is there whole.
func TestInspectIsOfOneMoment(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	m := &meddler{queryer: db, make: func() {
		if _, err := db.Exec(fmt.Sprintf("%s; PRAGMA application_id = %d; PRAGMA user_version = %d", schema, applicationID, schemaVersion)); err != nil {
			t.Fatal(err)
		}
	}}
	l := &Library{path: path}
	for range 2 {
		if _, err := l.inspect(t.Context(), m); err != nil {
			t.Error(err)
		}
	}
	if found, err := l.inspect(t.Context(), db); err != nil || found != schemaVersion {
		t.Errorf("in the end: version %d, %v", found, err)
	}
}

package list_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"citemap/fetch/list"
	"citemap/graph"
	"citemap/graph/titles"
)

// trueTitles gives the titles of papers by their ids, as sources write them.
func trueTitles(t *testing.T, paths ...string) map[graph.ExternalID]string {
	t.Helper()
	titles := map[graph.ExternalID]string{}
	for _, path := range paths {
		f, err := os.Open(path)
		if os.IsNotExist(err) {
			t.Skipf("%s is not here", path)
		}
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		var r io.Reader = f
		if strings.HasSuffix(path, ".gz") {
			if r, err = gzip.NewReader(f); err != nil {
				t.Fatal(err)
			}
		}
		lines := bufio.NewScanner(r)
		for lines.Buffer(nil, 16<<20); lines.Scan(); {
			var p struct {
				Title       string
				ExternalIDs map[string]any
			}
			if json.Unmarshal(lines.Bytes(), &p) != nil || p.Title == "" {
				continue
			}
			for scheme, value := range p.ExternalIDs {
				text, _ := value.(string)
				if x, ok := graph.NewExternalID(graph.Scheme(scheme), text); ok {
					titles[x] = p.Title
				}
			}
		}
	}
	return titles
}

// The titles of real lists beside the true ones, wherever those are known. What
// does not agree was read: the lists misspell, add a word or use another name.
func TestTitlesOfRealListsAgree(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs side by side")
	}
	own := trueTitles(t, "../../../shared/graphs/aan.snapshot.jsonl.gz", "../../../shared/graphs/hepth.snapshot.jsonl.gz",
		"../../../shared/graphs/paperscape.snapshot.jsonl.gz", "../../testdata/snapshots/finetune.jsonl")
	wrong := map[string]bool{ // the list's own faults
		"OPT-1.3|6.7|13|30|66B": true, "LaMBDA: Language Models for Dialog Applications": true,
		"Training language models to follow human instructions with human feedback": true, "2024 DINO Direct Nash Optimization": true,
	}
	paths, err := filepath.Glob("../../../shared/lists/*.md")
	if err != nil {
		t.Fatal(err)
	}
	met, agree := 0, 0
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		l, err := list.Parse(path, text, list.Auto)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range l.Entries {
			for _, x := range e.IDs {
				if own[x] == "" || e.Title == "" {
					continue
				}
				met++
				if titles.Same(e.Title, own[x]) {
					agree++
				} else if !wrong[e.Title] {
					t.Errorf("%s: %q is %q", e.Place(), e.Title, own[x])
				}
			}
		}
	}
	t.Logf("%d of %d titles agree", agree, met)
	if met < 30 {
		t.Errorf("only %d titles were compared", met)
	}
}

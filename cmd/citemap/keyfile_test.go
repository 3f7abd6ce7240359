package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
)

// The key goes to an API that the same command line or the environment names, not
// to one that a file of settings does.
func TestKeyGoesToNoAPIOfAFile(t *testing.T) {
	var asked, keyed atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		if strings.Contains(strings.Join(r.Header.Values("x-api-key"), ""), "secret") {
			keyed.Add(1)
		}
		http.Error(w, "[]", http.StatusNotFound)
	}))
	defer server.Close()
	folder := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	list, settings := write("l.txt", "arXiv:2305.11206\n"), write("config.toml", "api-url = \""+server.URL+"\"\n")
	t.Setenv("CITEMAP_API_URL", "")
	t.Setenv("SEMANTIC_SCHOLAR_API_KEY", "secret")
	for name, test := range map[string]struct {
		args []string
		key  bool
	}{
		"by a file": {[]string{"--config", settings}, false},
		"by a flag": {[]string{"--config", "none", "--api-url", server.URL}, true},
	} {
		asked.Store(0)
		keyed.Store(0)
		var out, errs bytes.Buffer
		run("", append([]string{"check", list, "--library", filepath.Join(t.TempDir(), "l.db"), "--fallback", "none", "--patience", "1s", "--rate", "100"}, test.args...), nil, &out, &errs)
		if asked.Load() == 0 || (keyed.Load() > 0) != test.key {
			t.Errorf("%s: %d requests, %d of them with the key; %s", name, asked.Load(), keyed.Load(), errs.String())
		}
	}
}

package main

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/fetch/crossref"
	"citemap/fetch/library"
	"citemap/fetch/openalex"
	"citemap/fetch/semanticscholar"
)

// sources is whom a run may ask, each with the library in front of it.
type sources struct {
	source    fetch.Source
	fallbacks []fetch.Source
	close     func()
}

// open opens the library, with the APIs behind it.
func (s *session) open() (sources, error) {
	if s.flags.rate <= 0 {
		return sources{}, usagef("--rate %v: want more than 0 requests a second", s.flags.rate)
	}
	if s.flags.budget < 0 {
		return sources{}, usagef("--budget %d: want 0 for none, or more", s.flags.budget)
	}
	clients, err := s.fallbacks()
	if err != nil {
		return sources{}, err
	}
	lib, err := s.openLibrary()
	if err != nil {
		return sources{}, err
	}
	out := sources{source: lib.Source(s.semanticScholar()), close: func() {
		s.sayDamage(lib)
		lib.Close()
	}}
	for _, c := range clients {
		out.fallbacks = append(out.fallbacks, lib.Source(c))
	}
	return out, nil
}

func (s *session) openLibrary() (*library.Library, error) {
	path, err := s.libraryPath()
	if err != nil {
		return nil, err
	}
	refresh := max(time.Duration(s.flags.refresh), 1) // to the library, 0 is its default
	return library.Open(path, library.Options{Refresh: refresh, Offline: s.flags.offline})
}

// libraryPath is where the library is, or is to be.
func (s *session) libraryPath() (string, error) {
	if s.flags.library != "" {
		return s.flags.library, nil
	}
	folder, err := dataFolder()
	return filepath.Join(folder, "citemap", "library.sqlite"), err
}

// dataFolder is where programs of this user keep their data.
func dataFolder() (string, error) {
	if folder := os.Getenv("XDG_DATA_HOME"); folder != "" {
		return folder, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("find your data folder: %w; name a library with --library", err)
	}
	switch runtime.GOOS {
	case "darwin":
		return filepath.Join(home, "Library", "Application Support"), nil
	case "windows":
		return os.UserConfigDir()
	}
	return filepath.Join(home, ".local", "share"), nil
}

func (s *session) semanticScholar() *semanticscholar.Client {
	name := "SEMANTIC_SCHOLAR_API_KEY"
	if os.Getenv(name) == "" && os.Getenv("S2_API_KEY") != "" {
		name = "S2_API_KEY"
	}
	key := os.Getenv(name)
	if s.urlOfFile {
		key, name = "", "" // it goes to an API that was named in this run, by flag or environment
	}
	c := s.apiConfig()
	c.BaseURL, c.Key, c.KeyName, c.Rate = s.apiURL(), key, name, s.flags.rate
	return semanticscholar.NewClient(c)
}

// apiConfig is what a run says to all clients alike.
func (s *session) apiConfig() api.Config {
	return api.Config{
		Patience: s.patience(), Version: version(), Warn: s.caution, Waiting: s.waiting, Network: &s.network, Log: s.log(),
	}
}

// waiting shows what a client waits for.
func (s *session) waiting(w api.Wait) { s.bar.await(w) }

// patience is the flag's; to a client 0 is its default and less is none.
func (s *session) patience() time.Duration {
	if s.flags.patience == 0 {
		return -1
	}
	return time.Duration(s.flags.patience)
}

func (s *session) apiURL() string { return firstOf(s.flags.apiURL, os.Getenv("CITEMAP_API_URL")) }

// fallbackNames are the sources that --fallback takes.
var fallbackNames = []string{"openalex", "crossref"}

// fallbackPatience is short: the run goes on without an answer.
const fallbackPatience = 20 * time.Second

// fallbacks are the sources asked for reference lists that Semantic Scholar
// does not know. Whoever puts another address in its place is not sent past it
// to the public ones: there a fallback takes an address of its own too.
func (s *session) fallbacks() ([]fetch.Source, error) {
	var out []fetch.Source
	mail, err := s.mail()
	if err != nil {
		return nil, err
	}
	for _, name := range strings.Split(s.flags.fallback, ",") {
		c := s.apiConfig()
		c.BaseURL, c.Patience = os.Getenv("CITEMAP_"+strings.ToUpper(name)+"_URL"), min(c.Patience, fallbackPatience)
		switch {
		case name == "none" || name == "":
		case !slices.Contains(fallbackNames, name):
			return nil, usagef("--fallback %s: want none, or some of %s", name, strings.Join(fallbackNames, ", "))
		case c.BaseURL == "" && s.apiURL() != "":
		case name == "openalex":
			c.Key, c.KeyName = os.Getenv("OPENALEX_API_KEY"), "OPENALEX_API_KEY"
			out = append(out, openalex.NewClient(c))
		default:
			c.Mail = mail
			out = append(out, crossref.NewClient(c))
		}
	}
	return out, nil
}

func (s *session) caution(text string) { s.say("warning: %s", text) }

// log is where requests are logged; nil without -v.
func (s *session) log() func(string) {
	if !s.flags.verbose {
		return nil
	}
	log := slog.New(slog.NewTextHandler(s.stderr, nil))
	return func(text string) { log.Info(text) }
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

package service

import (
	"cmp"
	"os"
	"strings"
	"time"

	"citemap/cmd/citemap/progress"
	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/fetch/crossref"
	"citemap/fetch/openalex"
	"citemap/fetch/semanticscholar"
)

// sources is whom a run may ask, each with the library in front of it.
type sources struct {
	source    fetch.Source
	fallbacks []fetch.Source
	close     func()
}

// open opens the library, with the APIs behind it. The bar, which may be nil, shows
// what they wait for.
func (s *Service) open(bar *progress.Bar) (sources, error) {
	clients, err := s.fallbacks(bar)
	if err != nil {
		return sources{}, err
	}
	lib, err := s.OpenLibrary()
	if err != nil {
		return sources{}, err
	}
	out := sources{source: lib.Source(s.semanticScholar(bar)), close: func() {
		s.sayDamage(lib)
		lib.Close()
	}}
	for _, c := range clients {
		out.fallbacks = append(out.fallbacks, lib.Source(c))
	}
	return out, nil
}

func (s *Service) semanticScholar(bar *progress.Bar) *semanticscholar.Client {
	name := "SEMANTIC_SCHOLAR_API_KEY"
	if os.Getenv(name) == "" && os.Getenv("S2_API_KEY") != "" {
		name = "S2_API_KEY"
	}
	key := os.Getenv(name)
	if s.o.WithholdKey {
		key, name = "", "" // it goes to an API that was named in this run, by flag or environment
	}
	c := s.apiConfig(bar)
	c.BaseURL, c.Key, c.KeyName, c.Rate = s.apiURL(), key, name, s.o.Rate
	return semanticscholar.NewClient(c)
}

// apiConfig is what a run says to all clients alike.
func (s *Service) apiConfig(bar *progress.Bar) api.Config {
	return api.Config{
		Patience: s.patience(), Version: s.o.Version, Warn: s.console.Warn, Waiting: bar.Await, Network: &s.network, Log: s.console.Log(),
	}
}

// patience is the user's; to a client 0 is its default and less is none.
func (s *Service) patience() time.Duration {
	if s.o.Patience == 0 {
		return -1
	}
	return s.o.Patience
}

// URLVariable is the environment's say about the URL of the API.
const URLVariable = "CITEMAP_API_URL"

func (s *Service) apiURL() string { return cmp.Or(s.o.APIURL, os.Getenv(URLVariable)) }

// FallbackNames are the sources that Options.Fallback may name.
func FallbackNames() []string { return []string{"openalex", "crossref"} }

// fallbackPatience is short: the run goes on without an answer.
const fallbackPatience = 20 * time.Second

// fallbacks are the sources asked for reference lists that Semantic Scholar
// does not know. Whoever puts another address in its place is not sent past it
// to the public ones: there a fallback takes an address of its own too.
func (s *Service) fallbacks(bar *progress.Bar) ([]fetch.Source, error) {
	var out []fetch.Source
	mail, err := s.mail()
	if err != nil {
		return nil, err
	}
	for _, name := range strings.Split(s.o.Fallback, ",") {
		c := s.apiConfig(bar)
		c.BaseURL, c.Patience = os.Getenv("CITEMAP_"+strings.ToUpper(name)+"_URL"), min(c.Patience, fallbackPatience)
		switch {
		case name == "none" || name == "":
		case c.BaseURL == "" && s.apiURL() != "":
		case name == "openalex":
			c.Key, c.KeyName = os.Getenv("OPENALEX_API_KEY"), "OPENALEX_API_KEY"
			out = append(out, openalex.NewClient(c))
		case name == "crossref":
			c.Mail = mail
			out = append(out, crossref.NewClient(c))
		}
	}
	return out, nil
}

package api

import (
	"cmp"
	"net/http"
	"strings"
	"time"
)

// A Service is what the package of an API knows of it. Name is wanted, and Home
// or else Config.BaseURL; the rest has useful zero values.
type Service struct {
	Name      string  // what messages call it
	Home      string  // the address that is asked where Config gives no other
	Rate      float64 // requests a second where Config says nothing; 0: 1
	KeyHeader string  // the header that carries the key; "": none does
	KeyQuery  string  // the parameter that carries the key; "": none does
	TakesMail bool    // the User-Agent tells the user's address; other services are not told it

	// Allowed reads the rate that a service allows out of the headers of an
	// answer, in requests a second; 0 where it does not say. nil: none does.
	Allowed func(http.Header) float64
}

// A Config is what a run says about asking a service, whichever it is. The zero
// value asks the service at home, without a key, at its usual rate.
type Config struct {
	BaseURL   string            // asked in place of the service's own address, the paths stay; "": that
	Key       string            // sent to the host that is asked and nowhere else; "": none
	KeyName   string            // where the user puts the key, for advice; "": none is given
	Mail      string            // the user's address, sent where the service takes one; "": none
	Rate      float64           // requests a second, less where the service allows less; 0: the service's usual
	Patience  time.Duration     // how long to go on without an answer since the last one; 0: 10 minutes, negative: ask once only
	Version   string            // of citemap, for the User-Agent
	Now       func() time.Time  // dates the answers; nil: time.Now
	Log       func(string)      // a line for each request and each wait; nil: silence
	Warn      func(string)      // what the user should know; nil: silence
	Waiting   func(Wait)        // is called with what is waited for, each time that changes; nil: silence
	Network   *Network          // shared by the clients of a run; nil: one of its own
	Transport http.RoundTripper // nil: Go's own, with the environment's proxies
}

// withDefaults fills in what nobody set.
func (c Config) withDefaults(s Service) Config {
	c.BaseURL = cmp.Or(c.BaseURL, s.Home)
	c.Key = strings.TrimSpace(c.Key)
	if !(c.Rate > 0) {
		c.Rate = cmp.Or(s.Rate, 1)
	}
	c.Patience = cmp.Or(c.Patience, 10*time.Minute)
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Network == nil {
		c.Network = &Network{}
	}
	if c.Transport == nil {
		c.Transport = c.Network.transport()
	}
	return c
}

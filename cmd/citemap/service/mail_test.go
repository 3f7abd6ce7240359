package service

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"citemap/cmd/citemap/console"
	"citemap/fetch"
	"citemap/graph"
)

// The address goes to Crossref: the flag's, else the environment's.
func TestWhereTheMailAddressGoes(t *testing.T) {
	var asked []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.RawQuery+" "+r.UserAgent())
		_, _ = io.WriteString(w, `{"message":{"DOI":"10.1000/a","reference-count":0}}`)
	}))
	defer server.Close()
	t.Setenv("CITEMAP_CROSSREF_URL", server.URL)
	t.Setenv("CITEMAP_OPENALEX_URL", server.URL)
	for _, test := range []struct{ flag, environment, want string }{
		{"", "", ""}, {"ada@example.org", "", "ada@example.org"}, {"", "eve@example.org", "eve@example.org"}, {"ada@example.org", "eve@example.org", "ada@example.org"},
	} {
		t.Setenv(MailVariable, test.environment)
		s := New(Options{Mail: MailAddress(test.flag), Fallback: "openalex,crossref", Rate: 1}, nil, console.New(io.Discard))
		sources, err := s.fallbacks(nil)
		if err != nil {
			t.Fatal(err)
		}
		for i, source := range sources {
			asked = nil
			_ = source.Ask(t.Context(), fetch.References, []fetch.Subject{{ID: graph.ExternalID{Scheme: graph.DOI, Value: "10.1000/a"}}}, func([]fetch.Reply) error { return nil })
			got := strings.Contains(strings.Join(asked, "\n"), strings.ReplaceAll(test.want, "@", "%40"))
			named := strings.Contains(strings.Join(asked, "\n"), "mailto")
			if crossref := i == 1; len(asked) == 0 || named != (crossref && test.want != "") || crossref && !got {
				t.Errorf("%+v: %s was asked %q", test, source.Provenance().Name, asked)
			}
		}
	}
}

package exchange_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"citemap/graph/graphtest"
	"citemap/graph/study"
	"citemap/render/exchange"
)

// TestSchemas holds each answer to its schema, also where much is unknown, and the schema
// to the answer: without one of its keys it is another.
func TestSchemas(t *testing.T) {
	for verb := range answers(small()) {
		s, err := exchange.Schema(verb)
		if verb == "report" || verb == "coverage" {
			if err == nil {
				t.Errorf("%s has a schema, and no tool has it for an answer", verb)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		whole, err := s.Resolve(&jsonschema.ResolveOptions{})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range []*study.Findings{small(), study.Of(graphtest.Nasty(), study.Options{Topics: true})} {
			var b bytes.Buffer
			if err := answers(f)[verb](&b); err != nil {
				t.Fatal(err)
			}
			var a map[string]any
			if err := json.Unmarshal(b.Bytes(), &a); err != nil {
				t.Fatal(err)
			}
			if err := whole.Validate(a); err != nil {
				t.Errorf("%s: %v", verb, err)
			}
			a["added"] = "in a later version"
			if err := whole.Validate(a); err != nil {
				t.Errorf("%s with another key: %v", verb, err)
			}
			if delete(a, "coverage"); whole.Validate(a) == nil {
				t.Errorf("%s without its coverage passes", verb)
			}
		}
	}
}

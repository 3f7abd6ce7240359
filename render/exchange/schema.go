package exchange

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"

	"github.com/google/jsonschema-go/jsonschema"

	"citemap/graph"
	"citemap/graph/gap"
)

// Schema describes the JSON of a verb's answer, in JSON Schema of the draft 2020-12. Keys
// may be added within version 1, so that more of them are allowed.
func Schema(verb string) (*jsonschema.Schema, error) {
	answer, found := answers()[verb]
	if !found {
		return nil, fmt.Errorf("no JSON is known of the verb %q", verb)
	}
	known := map[reflect.Type]*jsonschema.Schema{}
	for _, word := range []reflect.Type{
		reflect.TypeFor[graph.Status](), reflect.TypeFor[graph.State](), reflect.TypeFor[graph.NoticeKind](),
		reflect.TypeFor[gap.Kind](), reflect.TypeFor[gap.Strength](),
	} {
		known[word] = &jsonschema.Schema{Type: "string"}
	}
	known[reflect.TypeFor[json.Number]()] = &jsonschema.Schema{Type: "number"}
	one, err := jsonschema.ForType(reflect.TypeFor[paper](), &jsonschema.ForOptions{TypeSchemas: known})
	if err != nil {
		return nil, err
	}
	known[reflect.TypeFor[paper]()] = &jsonschema.Schema{Ref: "#/$defs/paper"}
	s, err := jsonschema.ForType(answer, &jsonschema.ForOptions{TypeSchemas: known})
	if err != nil {
		return nil, err
	}
	s.Defs = map[string]*jsonschema.Schema{"paper": one}
	loosen(s)
	return s, nil
}

// answers are the types of the answers, by their verbs.
func answers() map[string]reflect.Type {
	return map[string]reflect.Type{
		"check": reflect.TypeFor[checkAnswer](), "gaps": reflect.TypeFor[gapsAnswer](), "rank": reflect.TypeFor[rankAnswer](),
		"topics": reflect.TypeFor[topicsAnswer](), "path": reflect.TypeFor[pathsAnswer](), "fetch": reflect.TypeFor[planAnswer](),
		"search": reflect.TypeFor[searchAnswer](), "neighbours": reflect.TypeFor[neighboursAnswer](),
	}
}

// loosen allows keys of later versions, and takes out what a list is not: null.
func loosen(s *jsonschema.Schema) {
	if s.Properties != nil {
		s.AdditionalProperties = nil
	}
	switch {
	case s.Ref != "" && len(s.Types) > 0: // a paper or null
		*s = jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Ref: s.Ref}, {Type: "null"}}}
	case s.Items != nil && slices.Contains(s.Types, "array"):
		s.Type, s.Types = "array", nil
	}
	for _, p := range s.Properties {
		loosen(p)
	}
	for _, p := range s.Defs {
		loosen(p)
	}
	if s.Items != nil {
		loosen(s.Items)
	}
	if s.AdditionalProperties != nil {
		loosen(s.AdditionalProperties)
	}
}

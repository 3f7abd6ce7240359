package tree

import (
	"encoding/json"
	"strings"

	"citemap/fetch/citation/words"
	"citemap/fetch/list/record"
	"citemap/graph"
)

// looseText reads text, a number, or the first of several; else it is empty.
type looseText string

// UnmarshalJSON never fails on what is JSON.
func (t *looseText) UnmarshalJSON(b []byte) error {
	switch {
	case len(b) == 0:
	case b[0] == '"':
		return json.Unmarshal(b, (*string)(t))
	case b[0] == '-' || b[0] >= '0' && b[0] <= '9':
		*t = looseText(b)
	case b[0] == '[':
		var several []json.RawMessage
		if err := json.Unmarshal(b, &several); err != nil || len(several) == 0 || several[0][0] == '[' {
			return err
		}
		return t.UnmarshalJSON(several[0])
	}
	return nil
}

// cslNames are the names of authors.
type cslNames []string

// UnmarshalJSON reads the forms in which programs write names: in parts, whole,
// or as plain text.
func (n *cslNames) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		var s string
		err := json.Unmarshal(b, &s)
		*n = record.People(strings.ReplaceAll(s, " and ", "; "))
		return err
	}
	var parts []json.RawMessage
	if len(b) == 0 || b[0] != '[' || json.Unmarshal(b, &parts) != nil {
		return nil
	}
	for _, part := range parts {
		if name := cslName(part); name != "" {
			*n = append(*n, name)
		}
	}
	return nil
}

// cslName writes a name family first, as RIS and BibTeX have it.
func cslName(b []byte) string {
	var p struct {
		Family, Given, Suffix, Literal, Name looseText
		Dropping                             looseText `json:"dropping-particle"`
		NonDropping                          looseText `json:"non-dropping-particle"`
		LastName, FirstName, CreatorType     looseText
		Author                               struct {
			DisplayName looseText `json:"display_name"`
		} // of OpenAlex
	}
	if len(b) > 0 && b[0] != '{' {
		var s looseText
		_ = s.UnmarshalJSON(b)
		return words.OneLine(string(s))
	}
	if json.Unmarshal(b, &p) != nil || p.CreatorType != "" && p.CreatorType != "author" && p.CreatorType != "presenter" {
		return ""
	}
	family := words.OneLine(string(p.Dropping + " " + p.NonDropping + " " + p.Family + p.LastName))
	given := words.OneLine(string(p.Given + p.FirstName))
	if family == "" {
		return words.OneLine(string(p.Literal + p.Name + p.Author.DisplayName + looseText(given)))
	}
	for _, part := range []string{given, words.OneLine(string(p.Suffix))} {
		if part != "" {
			family += ", " + part
		}
	}
	return family
}

// cslDate is a date in parts, raw or as text.
type cslDate struct{ graph.Date }

// UnmarshalJSON takes the beginning of a period.
func (d *cslDate) UnmarshalJSON(b []byte) error {
	var o struct {
		Parts        [][]looseText `json:"date-parts"`
		Raw, Literal looseText
	}
	if len(b) == 0 {
		return nil
	}
	if b[0] != '{' {
		var s looseText
		err := s.UnmarshalJSON(b)
		d.Date = record.LooseDate(string(s))
		return err
	}
	if json.Unmarshal(b, &o) == nil && len(o.Parts) > 0 {
		var parts []string
		for _, part := range o.Parts[0][:min(3, len(o.Parts[0]))] {
			parts = append(parts, string(part))
		}
		d.Date = record.LooseDate(strings.Join(parts, "/"))
	}
	if d.IsZero() {
		begin, _, _ := strings.Cut(string(o.Raw), "/")
		d.Date = record.Finer(record.LooseDate(begin), record.Finer(record.LooseDate(string(o.Raw)), record.LooseDate(string(o.Literal))))
	}
	return nil
}

package apitest

import (
	"slices"
	"strings"
)

// paperFields are the fields of a paper that the API takes. Of those that the
// corpus knows nothing about the value is null.
var paperFields = []string{
	"paperId", "corpusId", "externalIds", "url", "title", "abstract", "venue", "publicationVenue", "year", "referenceCount", "citationCount",
	"influentialCitationCount", "isOpenAccess", "openAccessPdf", "fieldsOfStudy", "s2FieldsOfStudy", "publicationTypes", "publicationDate",
	"journal", "citationStyles", "authors", "citations", "references", "embedding", "tldr", "textAvailability",
}

var nestedFields = map[string][]string{
	"authors":   {"authorId", "name", "url", "externalIds", "affiliations", "homepage", "paperCount", "citationCount", "hIndex"},
	"embedding": {"specter_v1", "specter_v2"},
}

var nestedLists = map[string]bool{"citations": true, "references": true}

// A fieldTree is the fields asked for, with those of what is nested in them;
// nil stands for what comes without saying more.
type fieldTree map[string]fieldTree

func before(field string) string {
	head, _, _ := strings.Cut(field, ".")
	return head
}

// parseFields reads the fields asked for: none is the title. bad names those
// that the API does not take.
func parseFields(text string) (fields fieldTree, bad string) {
	if text == "" {
		return fieldTree{"title": nil}, ""
	}
	var wrong []string
	fields = fieldTree{}
	for _, f := range strings.Split(text, ",") {
		if supported(f) {
			fields.add(f)
		} else {
			wrong = append(wrong, f)
		}
	}
	return fields, strings.Join(wrong, ", ")
}

func supported(field string) bool {
	head, rest, nested := strings.Cut(field, ".")
	switch {
	case !slices.Contains(paperFields, head):
		return false
	case !nested:
		return true
	case nestedLists[head]:
		return !nestedLists[before(rest)] && supported(rest)
	}
	return slices.Contains(nestedFields[head], rest)
}

func (t fieldTree) add(field string) {
	head, rest, nested := strings.Cut(field, ".")
	if t[head] == nil {
		t[head] = nil
	}
	if nested && t[head] == nil {
		t[head] = fieldTree{}
	}
	if nested {
		t[head].add(rest)
	}
}

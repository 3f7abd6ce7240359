package apitest

import (
	"io"
	"strings"
)

// A HostileAnswer is the body of a 200 that is small on the wire and large, deep
// or long in the making once it is unpacked and decoded.
type HostileAnswer struct {
	Name              string
	head, piece, tail string
	pieces            int
}

// Write writes the body, unpacked, without ever holding it.
func (a HostileAnswer) Write(w io.Writer) error {
	const together = 4096
	some := strings.Repeat(a.piece, together)
	_, err := io.WriteString(w, a.head)
	for n := a.pieces; n > 0 && err == nil; n -= together {
		_, err = io.WriteString(w, some[:len(a.piece)*min(n, together)])
	}
	if err == nil {
		_, err = io.WriteString(w, a.tail)
	}
	return err
}

// HostileAnswers are answers to a batch of one id that a client must be done
// with in little memory and time.
func HostileAnswers() []HostileAnswer {
	return []HostileAnswer{
		{"references that are empty objects", `[{"paperId":"a","references":[{}`, ",{}", "]}]", 8 << 20},
		{"as many of those as may pass", `[{"paperId":"a","references":[{}`, ",{}", "]}]", 190_000},
		{"an embedding without end", `[{"paperId":"a","embedding":{"model":"specter_v2","vector":[1`, ",1", "]}}]", 10 << 20},
		{"kinds of publication without end", `[{"paperId":"a","publicationTypes":["a"`, `,"a"`, "]}]", 6 << 20},
		{"papers that nobody asked for", "[{}", ",{}", "]", 8 << 20},
		{"authors that are numbers", `[{"paperId":"a","authors":[1`, ",1", "]}]", 10 << 20},
		{"a thousand objects in each other", "[" + strings.Repeat(`{"references":[`, 1000), "{},", "{}" + strings.Repeat("]}", 1000) + "]", 1 << 20},
		{"arrays in each other without end", "", "[", "", 20 << 20},
		{"identifiers without number", `[{"paperId":"a","externalIds":{"x":1`, `,"x":1`, "}}]", 4 << 20},
		{"one title of all the bytes there may be", `[{"paperId":"a","title":"`, "a", `"}]`, 30 << 20},
		{"one title of escapes", `[{"paperId":"a","title":"`, `\u0041`, `"}]`, 5 << 20},
		{"a body over the limit", `[{"paperId":"a","title":"`, "a", `"}]`, 60 << 20},
		{"spaces", "", " ", "", 30 << 20},
		{"a number of many digits", `[{"paperId":"a","year":1`, "0", "}]", 30 << 20},
		{"an error of many objects", `{"error":[{}`, ",{}", "]}", 8 << 20},
	}
}

package main

import (
	"encoding/json"
	"strconv"
)

// A shard is what the rows of a file have in common.
type shard struct {
	stringIDs bool // ids are text, as they were in 2023
}

// A corpusID is a number, or text in some files.
type corpusID struct {
	n    int64
	text bool
}

func (c corpusID) MarshalJSON() ([]byte, error) {
	if c.text {
		return strconv.AppendQuote(nil, strconv.FormatInt(c.n, 10)), nil
	}
	return strconv.AppendInt(nil, c.n, 10), nil
}

// line writes a row. No row has a value that JSON cannot write.
func line(out []byte, row any) []byte {
	b, err := json.Marshal(row)
	if err != nil {
		panic(err)
	}
	return append(append(out, b...), '\n')
}

package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
)

// A Loose is a value that may be null, missing or of another type than it
// should be: all of these are not known, and spoil nothing around them.
type Loose[T any] struct {
	Value T
	Known bool
}

func (l *Loose[T]) UnmarshalJSON(b []byte) error {
	var v *T
	if json.Unmarshal(b, &v) == nil && v != nil {
		l.Value, l.Known = *v, true
	}
	return nil
}

// A Form is what stood in the place of a list.
type Form uint8

const (
	Absent Form = iota // no such key
	Null
	There
	Odd // something else than a list
)

// A List is a list of such values, and what stood in its place.
type List[T any] struct {
	Form  Form
	Items []Loose[T]
}

func (l *List[T]) UnmarshalJSON(b []byte) error {
	var items *[]Loose[T]
	switch err := json.Unmarshal(b, &items); {
	case err != nil:
		l.Form = Odd
	case items == nil:
		l.Form = Null
	default:
		l.Form, l.Items = There, *items
	}
	return nil
}

// DecodeObject reads an object. One that speaks of an error in place of data
// is none of the API's answers.
func DecodeObject(body []byte, into any) error {
	var refusal struct{ Error, Message, Data json.RawMessage }
	if err := DecodeExactly(body, '{', &refusal); err != nil {
		return err
	}
	if refusal.Data == nil && (refusal.Error != nil || refusal.Message != nil) {
		return errors.New("an error where data should be")
	}
	return json.Unmarshal(body, into)
}

// DecodeExactly is json.Unmarshal of a text that begins as it should.
func DecodeExactly(body []byte, opening byte, into any) error {
	body = bytes.TrimSpace(body)
	if len(body) == 0 {
		return errors.New("it is empty")
	}
	if body[0] != opening {
		return fmt.Errorf("it begins with %q", body[:min(len(body), 16)])
	}
	return json.Unmarshal(body, into)
}

package main

import (
	"errors"
	"net/mail"
	"os"
	"strings"
)

// A mailAddress is the user's, as a flag.
type mailAddress string

// Set reads an address and nothing else: no name, no brackets.
func (m *mailAddress) Set(s string) error {
	a, err := mail.ParseAddress(s)
	if s != "" && (err != nil || a.Address != s || !strings.Contains(s[strings.LastIndex(s, "@"):], ".")) {
		return errors.New("want a mail address such as ada@example.org")
	}
	*m = mailAddress(s)
	return nil
}

func (m *mailAddress) String() string { return string(*m) }

// Type names the flag's value in help texts.
func (m *mailAddress) Type() string { return "address" }

// mailVariable is the environment's say about the address.
const mailVariable = "CITEMAP_MAIL"

// mail is the user's address, "" where nobody gave one.
func (s *session) mail() (string, error) {
	if s.flags.mail != "" {
		return string(s.flags.mail), nil
	}
	var m mailAddress
	if err := m.Set(os.Getenv(mailVariable)); err != nil {
		return "", usagef("%s %q: %w", mailVariable, os.Getenv(mailVariable), err)
	}
	return string(m), nil
}

package service

import (
	"errors"
	"net/mail"
	"os"
	"strings"

	"citemap/cmd/citemap/usage"
)

// A MailAddress is the user's. It can be a command-line flag.
type MailAddress string

// Set reads an address and nothing else: no name, no brackets.
func (m *MailAddress) Set(s string) error {
	a, err := mail.ParseAddress(s)
	if s != "" && (err != nil || a.Address != s || !strings.Contains(s[strings.LastIndex(s, "@"):], ".")) {
		return errors.New("want an email address such as ada@example.org")
	}
	*m = MailAddress(s)
	return nil
}

func (m *MailAddress) String() string { return string(*m) }

// Type names the flag's value in help texts.
func (m *MailAddress) Type() string { return "address" }

// MailVariable is the environment's say about the address.
const MailVariable = "CITEMAP_MAIL"

// mail is the user's address, "" where nobody gave one.
func (s *Service) mail() (string, error) {
	if s.o.Mail != "" {
		return string(s.o.Mail), nil
	}
	var m MailAddress
	if err := m.Set(os.Getenv(MailVariable)); err != nil {
		return "", usage.Errorf("%s %q: %w", MailVariable, os.Getenv(MailVariable), err)
	}
	return string(m), nil
}

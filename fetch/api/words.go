package api

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"strings"
	"syscall"
)

// words says in plain English what kept host from answering a request. The
// URL of the request is left out: it is long and says nothing.
func words(err error, host string) string {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	if op := connecting(err); op != nil {
		return connectWords(op, host)
	}
	if text := certificateWords(err, host); text != "" {
		return text
	}
	if text := brokenWords(err, host); text != "" {
		return text
	}
	return fmt.Sprintf("the connection to %s failed: %s", host, innermost(err))
}

// connectWords says why there was no connection, to host or to the proxy before
// it.
func connectWords(op *net.OpError, host string) string {
	var err error = op
	if op.Op != "dial" {
		host = "the proxy"
		if inner := connecting(op.Err); inner != nil {
			host, err = proxyName(inner), inner
		}
	}
	return fmt.Sprintf("could not connect to %s: %s", host, connectReason(err))
}

func proxyName(dial *net.OpError) string {
	var name *net.DNSError
	switch {
	case errors.As(dial, &name):
		return "the proxy " + name.Name
	case dial.Addr != nil:
		return "the proxy " + dial.Addr.String()
	}
	return "the proxy"
}

// connectReasons are what the operating system says of a connection.
var connectReasons = []struct {
	is   error
	text string
}{
	{syscall.ECONNREFUSED, "connection refused"},
	{syscall.ECONNRESET, "connection refused"},
	{syscall.ENETUNREACH, "the network is unreachable"},
	{syscall.EHOSTUNREACH, "no route there"},
	{syscall.ENETDOWN, "the network is down"},
	{syscall.EADDRNOTAVAIL, "this computer has no address for it"},
	{syscall.EACCES, "this computer does not permit it (a firewall?)"},
	{syscall.EPERM, "this computer does not permit it (a firewall?)"},
}

func connectReason(err error) string {
	var name *net.DNSError
	if errors.As(err, &name) {
		switch {
		case name.IsNotFound:
			return "name not found"
		case name.IsTimeout:
			return "no answer when asking for its name"
		}
		return "its name could not be asked for"
	}
	for _, r := range connectReasons {
		if errors.Is(err, r.is) {
			return r.text
		}
	}
	if timedOut(err) {
		return "no answer"
	}
	return innermost(err)
}

func timedOut(err error) bool {
	var t interface{ Timeout() bool }
	return errors.As(err, &t) && t.Timeout()
}

// certificateWords says what is wrong with the certificate of host; "" where
// that is not the matter.
func certificateWords(err error, host string) string {
	var refused *tls.CertificateVerificationError
	if !errors.As(err, &refused) {
		return ""
	}
	var unknown x509.UnknownAuthorityError
	var name x509.HostnameError
	var invalid x509.CertificateInvalidError
	why := "it could not be checked"
	switch {
	case errors.As(err, &unknown):
		why = "this computer does not know who signed it (a network login page, or a proxy that reads along?)"
	case errors.As(err, &name):
		why = "it was made out to another name (a network login page?)"
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		why = "it has expired or is not valid yet (is this computer's clock right?)"
	}
	return fmt.Sprintf("could not connect to %s: its certificate is not trusted: %s", host, why)
}

const closedEarly = "the connection to %s was closed before the answer was complete"

// broken are the errors of Go's HTTP that have no type, by what their texts
// hold, and those that have.
var broken = []struct{ holds, text string }{
	{"server gave HTTP response to HTTPS client", "%s does not speak https:// there: should the address begin with http://?"},
	{"does not look like a TLS handshake", "%s does not speak https:// there: should the address begin with http://?"},
	{"TLS handshake timeout", "%s did not agree on encryption in time"},
	{"remote error: tls:", "%s refused to agree on encryption"},
	{"malformed HTTP", "what answers at %s does not speak HTTP"},
	{"malformed MIME header", "what answers at %s does not speak HTTP"},
	{"Proxy Authentication Required", "the proxy before %s wants a name and a password"},
	{"gzip:", "the answer of %s is damaged"},
	{"flate:", "the answer of %s is damaged"},
	{"connection reset", closedEarly},
	{"broken pipe", closedEarly},
	{"closed idle connection", closedEarly},
	{"transport connection broken", closedEarly},
	{"GOAWAY", closedEarly},
	{"stream error", closedEarly},
	{"http2:", closedEarly},
	{"tls:", "%s and this computer do not agree on encryption"},
}

// brokenWords says what happened to a connection that was made.
func brokenWords(err error, host string) string {
	for _, closed := range []error{io.EOF, io.ErrUnexpectedEOF, syscall.ECONNRESET, syscall.EPIPE, net.ErrClosed} {
		if errors.Is(err, closed) {
			return fmt.Sprintf(closedEarly, host)
		}
	}
	for _, b := range broken {
		if strings.Contains(err.Error(), b.holds) {
			return fmt.Sprintf(b.text, host)
		}
	}
	if timedOut(err) {
		return host + " did not answer in time"
	}
	return ""
}

// innermost is the text of an error without those around it, and without the
// names of Go's packages before it.
func innermost(err error) string {
	for inner := errors.Unwrap(err); inner != nil; inner = errors.Unwrap(err) {
		err = inner
	}
	text := err.Error()
	for _, name := range []string{"net/http: ", "http: ", "x509: ", "net: ", "lookup: "} {
		text = strings.TrimPrefix(text, name)
	}
	return text
}

package apitest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
)

// A reply is an answer before it is sent.
type reply struct {
	status int
	body   []byte
	kind   string // Content-Type; "": JSON
	error  string // X-Amzn-ErrorType
}

// encode writes an answer of the application: JSON and a line's end.
func encode(status int, body any) reply {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(body); err != nil {
		panic(err)
	}
	return reply{status: status, body: b.Bytes()}
}

// fromApplication reports whether the service behind the gateway answered.
func (a reply) fromApplication() bool {
	return a.status == http.StatusOK || a.status == http.StatusBadRequest || a.status == http.StatusNotFound
}

// gatewayReplies are what the gateway in front of the application says: a
// message, not an error, and no Retry-After.
var gatewayReplies = map[int]reply{
	http.StatusForbidden: {error: "ForbiddenException", body: []byte(`{"message":"Forbidden"}` + "\n")},
	http.StatusTooManyRequests: {error: "TooManyRequestsException", body: []byte(`{"message":"Too Many Requests. Please wait and try again or apply for a key for higher rate limits. ` +
		`https://www.semanticscholar.org/product/api#api-key-form","code":"429"}` + "\n")},
	http.StatusInternalServerError: {body: []byte(`{"message":"Internal server error"}` + "\n")},
	http.StatusServiceUnavailable:  {body: []byte(`{"message":"Service Unavailable"}` + "\n")},
	http.StatusGatewayTimeout:      {body: []byte(`{"message":"Endpoint request timed out"}` + "\n")},
}

func gateway(status int) reply {
	a := gatewayReplies[status]
	a.status = status
	return a
}

// waitPage is what stands in for an answer now and then, with status 200.
var waitPage = reply{
	status: http.StatusOK, kind: "text/html; charset=utf-8",
	body: []byte("<!DOCTYPE html>\n<html><head><title>Just a moment</title></head><body><p>Please wait.</p></body></html>\n"),
}

// send writes the first n bytes of a reply under a Content-Length, none where
// length is negative. It reports whether they were taken.
func (a reply) send(w http.ResponseWriter, n, length int) bool {
	kind := a.kind
	if kind == "" {
		kind = "application/json"
	}
	w.Header().Set("Content-Type", kind)
	if a.error != "" {
		w.Header().Set("X-Amzn-ErrorType", a.error)
	}
	if length >= 0 {
		w.Header().Set("Content-Length", strconv.Itoa(length))
	}
	w.WriteHeader(a.status)
	_, err := w.Write(a.body[:n])
	return err == nil
}

// refuse answers as the application says no: with an error, not a message.
func refuse(c *Call, status int, format string, args ...any) reply {
	c.Error = fmt.Sprintf(format, args...)
	return encode(status, map[string]string{"error": c.Error})
}

func notFound(c *Call) reply {
	return refuse(c, http.StatusNotFound, "Paper with id %s not found", strings.Join(c.IDs, ","))
}

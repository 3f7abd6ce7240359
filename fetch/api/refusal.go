package api

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/go-resty/resty/v2"
)

// message is what an answer says is wrong: the application speaks "error", the
// gateway in front of it "message", others a line of plain text.
func (c *Client) message(response *resty.Response) string {
	if said := c.said(response.Body()); said != "" {
		return said
	}
	if plain := c.Line(string(response.Body())); plain != "" && len(plain) <= 100 && isPlain(response.Header(), plain) {
		return plain
	}
	if text := http.StatusText(response.StatusCode()); text != "" {
		return text
	}
	return "no reason given"
}

// isPlain tells a line that a server wrote for people from a page and from
// data.
func isPlain(h http.Header, line string) bool {
	kind := h.Get("Content-Type")
	return (kind == "" || strings.HasPrefix(kind, "text/plain")) && !strings.ContainsAny(line[:1], "<{[")
}

// said is what an object says is wrong; "" where it says nothing.
func (c *Client) said(body []byte) string {
	var object struct{ Error, Message Loose[string] }
	if json.Unmarshal(body, &object) != nil {
		return ""
	}
	for _, m := range []Loose[string]{object.Error, object.Message} {
		if line := c.Line(m.Value); line != "" {
			return line
		}
	}
	return ""
}

// redirect says where an answer sends on to. What stands in place of a service
// sends to itself, as the login pages of networks do.
func (c *Client) redirect(response *resty.Response) string {
	to, err := response.RawResponse.Location()
	if err != nil {
		return "a redirect to nowhere"
	}
	where := c.Line((&url.URL{Scheme: to.Scheme, Host: to.Host, Path: to.Path}).String())
	if to.Host != c.base.Host {
		return fmt.Sprintf("a redirect to %s: a network login page? open it in a browser", where)
	}
	return fmt.Sprintf("a redirect to %s, which citemap does not follow: is %s the API's address?", where, c.base.Redacted())
}

// keyAdvice says what a key would do about a refusal; "" where it would do
// nothing, or where nobody said how one is given.
func (c *Client) keyAdvice(status int) string {
	if c.config.KeyName == "" {
		return ""
	}
	switch status {
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusConflict, http.StatusTooManyRequests:
	default:
		return ""
	}
	switch {
	case c.config.Key == "":
		return "; a key in " + c.config.KeyName + " may help"
	case c.currentKey() == "":
		return "; the key in " + c.config.KeyName + " was refused"
	}
	return "; asked with the key in " + c.config.KeyName
}

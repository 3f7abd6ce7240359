package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/go-resty/resty/v2"
)

var pageTitle = regexp.MustCompile(`(?is)<title[^>]*>(.*?)</title>`)

// unusable says what came in place of the API's answer, and err what was
// wrong with it.
func (c *Client) unusable(response *resty.Response, err error) string {
	body := bytes.TrimSpace(response.Body())
	switch {
	case len(body) == 0:
		return "an empty answer"
	case body[0] == '<':
		return c.page(body)
	case body[0] != '{' && body[0] != '[':
		return fmt.Sprintf("text that is not the API's, %q", c.Line(string(body[:min(len(body), 40)])))
	}
	if said := c.said(body); said != "" {
		return "an error in place of the answer: " + said
	}
	return "an answer that cannot be used: " + c.Line(jsonWords(err))
}

// page names a web page by its title.
func (c *Client) page(body []byte) string {
	name := ""
	if m := pageTitle.FindSubmatch(body); m != nil {
		name = fmt.Sprintf(" (%q)", c.Line(Title(string(m[1]))))
	}
	return "a web page" + name + " in place of the answer: a network login page? open a browser and see"
}

// jsonWords says what is wrong with an answer in JSON, without the names of
// Go's types.
func jsonWords(err error) string {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax) && strings.Contains(syntax.Error(), "unexpected end"):
		return "it is cut short"
	case errors.As(err, &syntax):
		return fmt.Sprintf("it is damaged at byte %d", syntax.Offset)
	case errors.As(err, &kind) && kind.Field != "":
		return fmt.Sprintf("its %s is of another kind, %s", kind.Field, kind.Value)
	case errors.As(err, &kind):
		return fmt.Sprintf("it holds another kind of value, %s", kind.Value)
	}
	return err.Error()
}

package main

import (
	"net/url"
	"strings"

	"citemap/cmd/citemap/edit"
)

// commandLine writes the command of a run as a shell reads it back, to be published:
// without a mail address, and without what opens a door in the address of an API.
// withheld names what is left out, in words.
func commandLine(args []string) (line string, withheld []string) {
	words := []string{"citemap"}
	for i := 0; i < len(args); i++ {
		flag, value, joined := strings.Cut(args[i], "=")
		if flag != "--mail" && flag != "--api-url" {
			words = append(words, edit.Quoted(args[i]))
			continue
		}
		if !joined && i+1 < len(args) {
			i++
			value = args[i]
		}
		if flag == "--mail" {
			withheld = append(withheld, "the address of --mail")
			continue
		}
		open := withoutSecrets(value)
		if open != value {
			withheld = append(withheld, "what stood in --api-url beside the place")
		}
		words = append(words, flag, edit.Quoted(open))
	}
	return strings.Join(words, " "), withheld
}

// withoutSecrets takes user, password, query and fragment out of an address.
func withoutSecrets(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "URL"
	}
	u.User, u.RawQuery, u.ForceQuery, u.Fragment = nil, "", false, ""
	return u.String()
}

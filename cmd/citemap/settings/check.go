package settings

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"citemap/cmd/citemap/usage"
)

// shown are the settings that a file beside a list may hold: what is shown of
// the answer. A list that was cloned must not redirect requests, files or
// the key.
var shown = []string{"all-citations", "color", "exclude-file", "format", "kind", "labels", "layout", "number", "page", "papers", "wide"}

// secrets are keys that are looked for here in vain.
var secrets = []string{"key", "api-key", "apikey", "semantic-scholar-api-key", "s2-api-key", "openalex-api-key"}

// Check finds the settings that are none, or that do not belong where they are.
func (f *File) Check(root *cobra.Command, r Rules) error {
	met := map[[2]string]string{}
	for _, x := range f.settings {
		if err := x.check(root, f.beside, r); err != nil {
			return usage.Errorf("%s: %w", f.at(x), err)
		}
		place := [2]string{x.verb, x.flag}
		if other, twice := met[place]; twice {
			return usage.Errorf("%s: %s and %s are the same setting: leave one out", f.at(x), other, x.key)
		}
		met[place] = x.key
	}
	return nil
}

func (x setting) check(root *cobra.Command, beside bool, r Rules) error {
	if slices.Contains(secrets, strings.ReplaceAll(strings.ToLower(x.key), "_", "-")) {
		return errors.New("keys do not belong in a settings file: set the environment variable SEMANTIC_SCHOLAR_API_KEY, S2_API_KEY or OPENALEX_API_KEY")
	}
	known, err := x.known(root)
	if err != nil {
		return err
	}
	switch found := slices.Contains(known, x.flag); {
	case beside && !slices.Contains(shown, x.flag) && (found || usage.DidYouMean(x.flag, shown) == ""):
		return fmt.Errorf("%q may not be set beside a list, which may come from somebody else: want one of %s; set the others in your own settings", x.key, strings.Join(shown, ", "))
	case !found:
		return fmt.Errorf("unknown key %q%s", x.key, usage.DidYouMean(x.flag, known))
	case x.table:
		return fmt.Errorf("%s: want a value, not a table", x.key)
	}
	if x.flag == "format" && x.verb == "" {
		return checkFormat(x.values, r.AllFormats)
	}
	return nil
}

// checkFormat wants a format of answers. Drawings and exports have formats of
// their own, which one for all verbs does not mean.
func checkFormat(values, all []string) error {
	if len(values) == 1 && !slices.Contains(all, values[0]) {
		return fmt.Errorf("format: unknown format %q: want one of %s, or put it under [map] or [export]", values[0], strings.Join(all, ", "))
	}
	return nil
}

// known are the flags that there are where the setting stands.
func (x setting) known(root *cobra.Command) ([]string, error) {
	names := map[string]bool{}
	met := map[string]bool{}
	for _, c := range Verbs(root) {
		verb := verbOf(c)
		met[verb] = true
		if x.verb == "" || x.verb == verb {
			for _, name := range FlagNames(c) {
				names[name] = true
			}
		}
	}
	if x.verb != "" && !met[x.verb] {
		return nil, fmt.Errorf("unknown verb %q%s", x.verb, usage.DidYouMean(x.verb, slices.Sorted(maps.Keys(met))))
	}
	return slices.Sorted(maps.Keys(names)), nil
}

// teach says what a flag wants in place of a value.
func teach(flag *pflag.Flag, value string, err error) error {
	wants := map[string]string{"int": "a whole number", "uint64": "a whole number, not below 0", "float64": "a number", "bool": "true or false"}
	var number *strconv.NumError
	if want, found := wants[flag.Value.Type()]; found && errors.As(err, &number) {
		return fmt.Errorf("%q: want %s", value, want)
	}
	if inner := errors.Unwrap(err); inner != nil { // without the name that it has on the command line
		return inner
	}
	return err
}

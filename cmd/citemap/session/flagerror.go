package session

import (
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"citemap/cmd/citemap/settings"
	"citemap/cmd/citemap/usage"
)

// flagError turns pflag's word on a flag into a usage error that says what was given
// and what is wanted.
func flagError(c *cobra.Command, err error) error {
	var value *pflag.InvalidValueError
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	switch {
	case errors.As(err, &value):
		return usage.Errorf("%s %s: %s", dashed(value.GetFlag()), value.GetValue(), wanted(c, value))
	case errors.As(err, &unknown):
		return unknownFlag(c, unknown.GetSpecifiedName(), unknown.GetSpecifiedShortnames())
	case errors.As(err, &bare):
		return usage.Errorf("%s: want a value; see %s --help", dashed(bare.GetFlag()), c.CommandPath())
	}
	return usage.Errorf("%s; see %s --help", err, c.CommandPath())
}

// dashed is a flag as most people write it.
func dashed(flag *pflag.Flag) string {
	if flag.Name == "number" {
		return "-n"
	}
	return "--" + flag.Name
}

// unknownFlag proposes the flags nearest to one that there is not. Of short ones
// typed in a row it knows the first that there is not.
func unknownFlag(c *cobra.Command, typed, row string) error {
	if row != "" {
		return usage.Errorf("unknown flag -%s; see %s --help", typed, c.CommandPath())
	}
	hint := usage.DidYouMean(typed, append(settings.FlagNames(c), "config", "help"))
	if hint == "" {
		return usage.Errorf("unknown flag --%s; see %s --help", typed, c.CommandPath())
	}
	hint = strings.Replace(strings.ReplaceAll(hint, " or ", " or --"), "mean ", "mean --", 1)
	return usage.Errorf("unknown flag --%s%s", typed, hint)
}

// wanted says what a flag wants, and of a closed set what was probably meant.
func wanted(c *cobra.Command, value *pflag.InvalidValueError) string {
	var number *strconv.NumError
	if errors.As(value, &number) {
		return wantedNumber(value.GetFlag().Value.Type(), number)
	}
	said := errors.Unwrap(value).Error()
	if i := strings.Index(said, "want "); i >= 0 {
		said = said[i:] // without what was given, which stands ahead already
	}
	if choices, found := c.GetFlagCompletionFunc(value.GetFlag().Name); found {
		all, _ := choices(c, nil, "")
		said += usage.DidYouMean(value.GetValue(), all)
	}
	return said
}

func wantedNumber(kind string, wrong *strconv.NumError) string {
	switch {
	case errors.Is(wrong, strconv.ErrRange):
		return "want a smaller number"
	case wrong.Func == "ParseFloat":
		return "want a number"
	case wrong.Func == "ParseBool":
		return "want true or false"
	case strings.HasPrefix(kind, "uint"):
		return "want a whole number, 0 or more"
	}
	return "want a whole number"
}

package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// farthest is how many letters a mistyped name may be wrong by.
const farthest = 2

// didYouMean proposes the names nearest to a mistyped one; "" where none is near.
func didYouMean(typed string, names []string) string {
	best := farthest + 1
	var near []string
	for _, name := range names {
		switch d := edits(strings.ToLower(typed), name); {
		case d < best:
			best, near = d, []string{name}
		case d == best && d <= farthest:
			near = append(near, name)
		}
	}
	if len(near) == 0 || best >= len(typed) {
		return ""
	}
	return ": did you mean " + strings.Join(near, " or ") + "?"
}

// edits counts the letters to put in, take out, change or swap with the next, to
// make one word of another (restricted Damerau-Levenshtein distance).
func edits(a, b string) int {
	rows := [3][]int{make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)}
	for j := range rows[1] {
		rows[1][j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row := rows[0], rows[1], rows[2]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		rows = [3][]int{last, row, before}
	}
	return rows[1][len(b)]
}

// flagError turns pflag's word on a flag into a usage error that helps.
func flagError(c *cobra.Command, err error) error {
	if typed, unknown := strings.CutPrefix(err.Error(), "unknown flag: --"); unknown {
		if hint := didYouMean(typed, append(flagNames(c), "config", "help")); hint != "" {
			return usagef("unknown flag --%s%s", typed, strings.Replace(strings.ReplaceAll(hint, " or ", " or --"), "mean ", "mean --", 1))
		}
	}
	return usagef("%s; see %s --help", flagWords(err), c.CommandPath())
}

// flagWords says what a flag wants where its value is no number, or no truth.
func flagWords(err error) string {
	var value *pflag.InvalidValueError
	var number *strconv.NumError
	if !errors.As(err, &value) || !errors.As(err, &number) {
		return err.Error()
	}
	want := "a whole number"
	switch {
	case number.Func == "ParseFloat":
		want = "a number"
	case number.Func == "ParseBool":
		want = "true or false"
	}
	if errors.Is(number, strconv.ErrRange) {
		want = "a smaller number"
	}
	return fmt.Sprintf("--%s %s: want %s", value.GetFlag().Name, value.GetValue(), want)
}

// noArgument refuses arguments of a command that takes none; one that has parts
// proposes the nearest.
func noArgument(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if !c.HasSubCommands() {
		return usagef("%s: takes no argument, not %q", c.CommandPath(), args[0])
	}
	var names []string
	for _, sub := range c.Commands() {
		names = append(names, sub.Name())
	}
	if hint := didYouMean(args[0], names); hint != "" {
		return usagef("%s: there is no %q%s", c.CommandPath(), args[0], hint)
	}
	return usagef("%s: there is no %q: want one of %s", c.CommandPath(), args[0], strings.Join(names, ", "))
}

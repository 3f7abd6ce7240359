package build

import (
	"errors"
	"fmt"
	"os/exec"
	"regexp"
	"strings"
)

// failure says in one line why an engine failed, as it said itself.
func failure(program string, err error, said string) error {
	why := reason(said)
	switch {
	case full.MatchString(said):
		return fmt.Errorf("%s: no room left on the disk: %s: make room and run the same command again; finished stages are kept", program, why)
	case short.MatchString(said):
		return fmt.Errorf("%s: not enough memory: %s: give it more with --memory, and run the same command again; finished stages are kept", program, why)
	case why == "":
		return fmt.Errorf("%s: ended without a word: %w: run the same command again; finished stages are kept", program, exitOf(err))
	}
	return fmt.Errorf("%s: %s", program, why)
}

var (
	full  = regexp.MustCompile(`(?i)no space left on device|max_temp_directory_size|disk quota exceeded|file too large`)
	short = regexp.MustCompile(`(?i)out of memory|OutOfMemoryError|could not allocate`)

	// telling are the lines that say why, the best first: DuckDB's own, the cause at
	// the root of a Java exception, and what names an error at all.
	telling = []*regexp.Regexp{
		regexp.MustCompile(`(?m)^[A-Z][A-Za-z ]*Error: (.+)$`),
		regexp.MustCompile(`(?m)^Caused by: (?:[a-z][\w.]*\.)?(.+)$`),
		regexp.MustCompile(`(?m)(\[[A-Z_.]{6,}\] .+)$`),
		regexp.MustCompile(`(?m)(?:^|[ .])(\w+(?:Exception|Error): .+)$`),
	}
)

// reading is how Spark names the file that it could not read.
var reading = regexp.MustCompile(`error while reading file (?:file:(?://)?)?(/\S+?)\.?(?:\s|$)`)

// reason is the line that says why, with the file where one is named apart.
func reason(said string) string {
	why := cause(said)
	if m := reading.FindStringSubmatch(said); m != nil && !strings.Contains(why, m[1]) {
		return m[1] + ": " + why
	}
	return why
}

// cause is the first error of DuckDB's, or the last of a chain of causes.
func cause(said string) string {
	for i, form := range telling {
		all := form.FindAllStringSubmatch(said, -1)
		if len(all) == 0 {
			continue
		}
		if i == 0 {
			return oneLine(all[0][1])
		}
		return oneLine(all[len(all)-1][1])
	}
	lines := strings.Split(strings.TrimSpace(said), "\n")
	return oneLine(lines[len(lines)-1])
}

// longest is more of a line than a person wants to read.
const longest = 300

func oneLine(text string) string {
	text = strings.TrimRight(strings.Join(strings.Fields(strings.ToValidUTF8(text, "")), " "), ".")
	if runes := []rune(text); len(runes) > longest {
		text = string(runes[:longest]) + "..."
	}
	return text
}

// exitOf gives the program's end without what it has said.
func exitOf(err error) error {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return errors.New(exit.ProcessState.String())
	}
	return err
}

// find finds the program of an engine.
func find(program, engine string) (string, error) {
	path, err := exec.LookPath(program)
	if err == nil {
		return path, nil
	}
	hint := map[string]string{
		"duckdb": "pip install duckdb-cli brings it",
		"spark":  "pip install pyspark brings it; it needs Java 17",
	}[engine]
	return "", fmt.Errorf("%s: not found: install it (%s), or name it with --program", program, hint)
}

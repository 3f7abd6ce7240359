// Package sql has the statements that make a field of a dump: a body in the SQL
// that engines have in common, and for each engine a head, which knows how that one
// reads dumps and writes tables.
package sql

import (
	"embed"
	"fmt"
	"strings"
	"text/template"

	"citemap/fetch/field/titlekey"
)

//go:embed *.sql body semanticscholar openalex
var files embed.FS

// A Head is the part of the statements that one engine alone understands.
type Head struct{ parts *template.Template }

// OpenHead reads the head of an engine: duckdb or spark.
func OpenHead(engine string) Head {
	text, err := files.ReadFile(engine + ".sql")
	if err != nil {
		panic(err) // no such engine
	}
	return Head{template.Must(template.New(engine).Parse(string(text)))}
}

// Part gives a part of the head, filled in.
func (h Head) Part(name string, with any) (string, error) {
	var b strings.Builder
	if err := h.parts.ExecuteTemplate(&b, name, with); err != nil {
		return "", fmt.Errorf("fill in %s of the SQL: %w", name, err)
	}
	return b.String(), nil
}

// Views gives the views that put a source's dump into the columns of the body.
func Views(source string) string { return read(source + "/views.sql") }

// Body gives a query of the body, without the semicolon at its end.
func Body(name string) string {
	text := read("body/" + name + ".sql")
	if strings.Contains(text, "{{") {
		text = letters().Replace(text)
	}
	return strings.TrimSpace(text)
}

func read(name string) string {
	text, err := files.ReadFile(name)
	if err != nil {
		panic(err) // a name that the code made up
	}
	return string(text)
}

// letters fills in what package titlekey knows of letters, as SQL quotes it.
func letters() *strings.Replacer {
	quoted := func(s string) string { return strings.ReplaceAll(s, "'", "''") }
	written, plain := titlekey.Letters()
	nearWritten, nearPlain := near(written, plain)
	return strings.NewReplacer("{{.Written}}", written, "{{.Plain}}", plain, "{{.NearWritten}}", nearWritten, "{{.NearPlain}}", nearPlain,
		"{{.Dropped}}", titlekey.Dropped, "{{.Marks}}", quoted(titlekey.Marks), "{{.Enough}}", fmt.Sprint(titlekey.Enough))
}

// near gives those of the letters that are common in titles: up to U+017F, the end
// of what European languages write.
func near(written, plain string) (nearWritten, nearPlain string) {
	to := []rune(plain)
	for i, r := range []rune(written) {
		if r <= 0x17f {
			nearWritten += string(r)
			nearPlain += string(to[i])
		}
	}
	return nearWritten, nearPlain
}

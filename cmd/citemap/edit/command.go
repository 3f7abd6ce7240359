package edit

import (
	"regexp"
	"strings"

	"citemap/cmd/citemap/service"
	"citemap/graph"
	"citemap/render"
)

// Command gives the command line that puts papers on the first of the lists, up to
// their ids: what this run was told of the corpus stands in it. "" where there is no
// list that could be added to.
func Command(lists []string, o service.Options) string {
	if len(lists) == 0 || lists[0] == "-" {
		return ""
	}
	words := append([]string{"citemap", "gaps"}, lists...)
	for _, f := range []struct{ name, value string }{{"--snapshot", o.Snapshot}, {"--field", o.Field}, {"--library", o.Library}, {"--as-of", dated(o.AsOf)}} {
		if f.value != "" {
			words = append(words, f.name, f.value)
		}
	}
	for _, id := range o.Without {
		words = append(words, "--without", id)
	}
	if len(lists) > 1 {
		words = append(words, "--add-to", lists[0])
	}
	for i, w := range words {
		if _, paper := service.PaperNamed(w); paper && i > 1 && i < 2+len(lists) || render.Clean(w) != w {
			return "" // a paper is no file, and what cannot be shown cannot be copied
		}
		words[i] = Quoted(w)
	}
	return strings.Join(append(words, "--add"), " ")
}

func dated(d graph.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

var plainWord = regexp.MustCompile(`^[\w./:=@%+,~-]+$`)

// Quoted writes a word so that a shell reads it back.
func Quoted(word string) string {
	if plainWord.MatchString(word) && !strings.HasPrefix(word, "~") {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}

package citation

import (
	"regexp"
	"strings"

	"citemap/fetch/citation/words"
)

// joinHyphens joins the words that a line break has cut: "recog- nition".
func joinHyphens(s string) string {
	if !strings.Contains(s, "- ") {
		return s
	}
	return cutWord.ReplaceAllStringFunc(s, func(cut string) string {
		m := cutWord.FindStringSubmatch(cut)
		switch {
		case strings.Contains(" and or to und oder ", " "+m[2]+" "):
			return cut
		case compounds[strings.ToLower(m[1])] || words.NextLarge(m[2]):
			return m[1] + "-" + m[2]
		}
		return m[1] + m[2]
	})
}

var cutWord = regexp.MustCompile(`(\pL+)- (\pL+)`)

// compounds are the words that a hyphen joins with the next.
var compounds = map[string]bool{"self": true, "non": true, "multi": true, "pre": true, "semi": true, "co": true, "cross": true,
	"end": true, "few": true, "zero": true, "one": true, "low": true, "high": true, "large": true, "long": true, "short": true,
	"real": true, "fine": true, "coarse": true, "in": true, "state": true, "the": true, "of": true, "first": true, "second": true,
	"well": true, "data": true, "time": true, "open": true, "human": true, "task": true, "image": true, "text": true, "graph": true}

package graph

import (
	"cmp"
	"slices"
	"strings"

	"citemap/graph/titles"
)

// A Context is how a paper cites another, as its source found it in the text.
type Context struct {
	Cited       PaperID
	Texts       []string // the passages that cite it, each as the source cut it
	Intents     []string // what it is cited for, of Intents; sorted
	Influential bool     // the source holds that the citing paper builds on it
}

// What a source tells of one citation, and no more is kept: passages, and
// characters of each.
const (
	mostTexts = 20
	longText  = 1000
)

// Intents are what a paper may be cited for.
func Intents() []string { return []string{"background", "methodology", "result"} }

// NewContext makes a context of what a source tells. Passages are put on one
// line each, cut where they are absurdly long, and kept once; intents that are
// none of Intents are left out. ok is false where nothing is told.
func NewContext(cited PaperID, texts, intents []string, influential bool) (c Context, ok bool) {
	c = Context{Cited: cited, Influential: influential}
	for _, text := range texts {
		if text = shortened(titles.OneLine(text)); text != "" && len(c.Texts) < mostTexts && !slices.Contains(c.Texts, text) {
			c.Texts = append(c.Texts, text)
		}
	}
	for _, intent := range Intents() {
		if slices.Contains(intents, intent) {
			c.Intents = append(c.Intents, intent)
		}
	}
	return c, cited != "" && (len(c.Texts) > 0 || len(c.Intents) > 0 || influential)
}

// shortened cuts a text of more characters than a passage has.
func shortened(text string) string {
	if len(text) <= longText {
		return text
	}
	at, n := len(text), 0
	for i := range text {
		if n++; n > longText {
			at = i
			break
		}
	}
	if at == len(text) {
		return text
	}
	return strings.TrimRight(text[:at], " …") + "…"
}

// SortContexts puts contexts in the order of the cited papers, and makes one of
// those of one paper: all that any of them tells.
func SortContexts(all []Context) []Context {
	slices.SortStableFunc(all, func(a, b Context) int { return compareIDs(a.Cited, b.Cited) })
	var out []Context
	for _, c := range all {
		if n := len(out); n == 0 || out[n-1].Cited != c.Cited {
			out = append(out, c)
			continue
		}
		before := &out[len(out)-1]
		before.Influential = before.Influential || c.Influential
		before.Texts = union(before.Texts, c.Texts)
		before.Texts = before.Texts[:min(len(before.Texts), mostTexts)]
		before.Intents = slices.Sorted(slices.Values(union(before.Intents, c.Intents)))
	}
	return out
}

// union gives what is in either of two lists, in their order.
func union(a, b []string) []string {
	out := slices.Clone(a)
	for _, s := range b {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// CompareContexts orders lists of contexts by all that they tell.
func CompareContexts(a, b []Context) int {
	return slices.CompareFunc(a, b, func(a, b Context) int {
		return cmp.Or(
			compareIDs(a.Cited, b.Cited), slices.Compare(a.Texts, b.Texts), slices.Compare(a.Intents, b.Intents),
			compareTruth(a.Influential, b.Influential),
		)
	})
}

func compareTruth(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// ContextOf says how the paper cites another, by its PaperID or an alias; nil
// where that is not known.
func (p *Paper) ContextOf(cited *Paper) *Context {
	if len(p.Contexts) == 0 {
		return nil
	}
	for _, id := range slices.Concat([]PaperID{cited.ID}, cited.Aliases) {
		i, found := slices.BinarySearchFunc(p.Contexts, id, func(c Context, id PaperID) int { return compareIDs(c.Cited, id) })
		if found {
			return &p.Contexts[i]
		}
	}
	return nil
}

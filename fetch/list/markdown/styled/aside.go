package styled

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
)

// AboutNext gives what of the words between two papers is about the second: what
// stands behind "see also", and else behind marks.
func AboutNext(between []Run, second bool) []Run {
	if !second || len(between) == 0 {
		return between
	}
	first := between[0]
	first = first.Slice(len(first.Text)-len(strings.TrimLeft(first.Text, ";,. ")), len(first.Text))
	if rest, found := strings.CutPrefix(first.Text, "and "); found && words.NextLarge(rest) {
		first = first.Slice(len("and "), len(first.Text))
	}
	if m := seeAlso.FindStringIndex(first.Text); m != nil && first.Link == 0 {
		first = first.Slice(m[1], len(first.Text))
	}
	if n := strings.LastIndex(first.Text, "; "); n >= 0 && words.WordCount(first.Text[n:]) > 0 {
		first = first.Slice(n+len("; "), len(first.Text))
	}
	return append([]Run{first}, between[1:]...)
}

// AboutLast gives what of the words between two papers is about the first.
func AboutLast(between []Run) []Run {
	if len(between) == 0 || between[0].Link > 0 {
		return between
	}
	if m := seeAlso.FindStringIndex(between[0].Text); m != nil {
		return []Run{between[0].Slice(0, m[0])}
	}
	if n := strings.Index(between[0].Text, "; "); n >= 0 {
		return []Run{between[0].Slice(0, n)}
	}
	return between
}

// NamesAnother tells whether the words between two ids name something: "doi:10.1000/a),
// BERT (arXiv:2101.00001".
func NamesAnother(between []Run) bool {
	return slices.ContainsFunc(strings.Fields(Text(between)), func(w string) bool {
		w = strings.Trim(w, "()[],.;:")
		return words.WordCount(w) > 0 && words.NextLarge(w) && !label.IsLabel(w)
	})
}

// seeAlso leads from one paper to another.
var seeAlso = regexp.MustCompile(`[,;.(]* *\b(?:[Ss]ee also|[Ss]ee|[Cc]f\.|[Cc]ompare|[Ff]ollow-up|[Bb]uilds on|[Ee]xtends|[Cc]ited (?:by|in)):? `)

// WithoutField drops the name of a link at the end of the words ahead of it.
func WithoutField(before []Run) []Run {
	if n := len(before) - 1; n >= 0 && before[n].Link == 0 {
		if at := labelAtEnd(before[n].Text); at >= 0 {
			return append(before[:n:n], before[n].Slice(0, at))
		}
	}
	return before
}

// labelAtEnd gives where the name of a link begins at the end of a text; -1 where
// there is none.
func labelAtEnd(s string) int {
	m := fieldAtEnd.FindStringSubmatchIndex(s)
	if m == nil || !label.IsLabel(s[m[2]:m[3]]) && !linkInChinese.MatchString(s[m[2]:m[3]]) {
		return -1
	}
	return m[2]
}

var (
	fieldAtEnd    = regexp.MustCompile(`[\n,;.|，。；]\s*([\pL ]{2,20})[:：]\s*$`)
	linkInChinese = regexp.MustCompile(`^(?:论文|原文|文章)?(?:链接|地址|网址|下载)$`)
)

func IsSummary(s string) bool { return summaryStart.MatchString(s) }

// summaryStart tells what a list says of a paper from its title.
var summaryStart = regexp.MustCompile(`^(?:(?:[Ii]n|[Hh]ere,?)? ?[Tt]his (?:paper|work|article|study|survey|one)\b|We (?:propose|show|introduce|present|study|find|describe|develop|prove|demonstrate)\b` +
	`|(?:The )?[Aa]uthors \p{Ll}+|They \p{Ll}+|(?:Proposes|Shows|Introduces|Presents|Describes|Proves|Demonstrates|Argues|Investigates|Explores|Explains)\b` +
	`|(?:Us|Stud|Discuss|Review|Appl|Extend|Compar|Report|Survey|Analy[sz])(?:es|ies|s) (?:an?|the|that|how|when|why|whether)\b` +
	`|(?:A |Short |Brief )?(?:[Ss]ummary|[Dd]escription|[Rr]eview notes) of how\b|(?:An? )?(?:very |really )?(?:[Gg]reat|[Gg]ood|[Nn]ice|[Cc]lassic|[Ff]amous|[Ss]eminal|[Ee]xcellent|[Mm]ust[ -]read)\b.*\b(?:paper|read|intro|introduction|overview|work)$)`)

// IsSaid tells what is said of a paper, "TL;DR: Proposes a net", from its title.
func IsSaid(s string) bool {
	head, _, found := strings.Cut(s, ":")
	head = strings.ToLower(strings.TrimSpace(head))
	return found && (head == "tl;dr" || head == "tldr" || head == "abstract" || head == "summary")
}

// StartsSentence tells words of prose from a title by how they begin.
func StartsSentence(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return sentenceStart[strings.ToLower(strings.Trim(first, ",.:;"))] || !words.NextLarge(s) && !words.IsCoined(s)
}

// sentenceStart are words with which sentences begin, and titles seldom.
var sentenceStart = words.Set(`in see we as this these that those for however also while recently our it they there then and but
	both other from by following based when where since although because if so e.g i.e cf he she his her their`)

// IsDescribed tells whether a dash and what a name is about follow it.
func IsDescribed(after []Run) bool {
	if len(after) == 0 || after[0].Link > 0 || after[0].Gap != NoGap {
		return false
	}
	text := strings.TrimLeft(after[0].Text, " )")
	return words.WordCount(text) >= 4 && (strings.HasPrefix(text, "-") || strings.HasPrefix(text, "–") || strings.HasPrefix(text, "—"))
}

// AliasStart finds where a name in brackets begins at the end of a title; 0
// where there is none.
func AliasStart(title string) int {
	open := strings.LastIndexByte(title, '(')
	if open < 1 || !strings.HasSuffix(title, ")") || len(strings.Fields(title[open:])) > 4 {
		return 0
	}
	return open
}

// AreLabelWords tells a text of two words or more that each name something
// beside papers, or where papers appear, with the small words between them.
func AreLabelWords(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	names := 0
	for _, w := range strings.Fields(s) {
		switch kind := words.Labels[strings.ToLower(w)]; {
		case words.FunctionWords[strings.ToLower(w)]:
		case (kind == words.OtherLabel || kind == words.VenueLabel) && !words.IsAcronym(w):
			names++
		default:
			return false
		}
	}
	return names > 1 && unicode.IsUpper(r)
}

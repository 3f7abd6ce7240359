package citation

import (
	"regexp"
	"strings"

	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
)

// titleMarks gives the title with which a line begins in the marks that Chinese
// has for titles: 《Title》，作者：...
func titleMarks(s string) Reading {
	m := inTitleMarks.FindStringSubmatch(s)
	if m == nil {
		return Reading{}
	}
	t := Clean(m[1])
	t.Date = dates.Or(t.Date, dates.YearIn(chineseMarks.Replace(m[2])))
	return t
}

var (
	inTitleMarks = regexp.MustCompile(`^[\s\d.)(\]\[*-]*(?:[\pL]{1,8}[：:]\s*)?《([^》]{2,300})》(.*)$`)
	chineseMarks = strings.NewReplacer("，", ", ", "。", ". ", "；", "; ", "：", ": ", "、", ", ")
)

// EndsBeforeVenue tells whether a quotation that ends as a sentence is a title: a
// venue, a year or nothing follows it.
func EndsBeforeVenue(quoted, behind string) bool {
	if !strings.ContainsAny(quoted[len(quoted)-1:], ".?!") {
		return false
	}
	rest := strings.TrimLeft(behind, "\"” ")
	first, _, _ := strings.Cut(rest, " ")
	stop := strings.HasSuffix(quoted, ".")
	switch {
	case strings.HasPrefix(rest, ":"):
		return false // "Why Should I Trust You?": Explaining ...
	case rest == "" || label.IsNote(rest) || stop && (words.IsAcronym(strings.Trim(first, ".,;:()")) || first == "In" || first == "arXiv"):
		return true
	}
	return stop && !dates.YearIn(rest).IsZero() && words.NextLarge(rest)
}

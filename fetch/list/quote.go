package list

import (
	"regexp"
	"strings"
)

// titleMarks gives the title with which a line begins in the marks that Chinese
// has for titles: 《Title》，作者：...
func titleMarks(s string) title {
	m := inTitleMarks.FindStringSubmatch(s)
	if m == nil {
		return title{}
	}
	t := cleanTitle(m[1])
	t.date = orDate(t.date, yearIn(chineseMarks.Replace(m[2])))
	return t
}

var (
	inTitleMarks = regexp.MustCompile(`^[\s\d.)(\]\[*-]*(?:[\pL]{1,8}[：:]\s*)?《([^》]{2,300})》(.*)$`)
	chineseMarks = strings.NewReplacer("，", ", ", "。", ". ", "；", "; ", "：", ": ", "、", ", ")
)

// endsBeforeVenue tells whether a quotation that ends as a sentence is a title: a
// venue, a year or nothing follows it.
func endsBeforeVenue(quoted, behind string) bool {
	if !strings.ContainsAny(quoted[len(quoted)-1:], ".?!") {
		return false
	}
	rest := strings.TrimLeft(behind, "\"” ")
	first, _, _ := strings.Cut(rest, " ")
	stop := strings.HasSuffix(quoted, ".")
	switch {
	case strings.HasPrefix(rest, ":"):
		return false // "Why Should I Trust You?": Explaining ...
	case rest == "" || isNote(rest) || stop && (isAcronym(strings.Trim(first, ".,;:()")) || first == "In" || first == "arXiv"):
		return true
	}
	return stop && !yearIn(rest).IsZero() && nextLarge(rest)
}

// quotedLine gives the title of the one line that begins with a quote and ends
// with where the paper appeared, or with the quotation.
func quotedLine(before []piece) title {
	for len(before) > 0 {
		line := firstLine(before)
		before = before[min(len(line)+1, len(before)):]
		text := strings.TrimRight(plainText(line), " [(")
		quoted, ahead := quotedPart(text)
		if len(text) > maxProse || ahead != "" || wordCount(quoted) < 2 {
			continue
		}
		behind := text[strings.Index(text, quoted)+len(quoted):]
		if rest := strings.Trim(behind, "\"” ,."); rest != "" && !endsBeforeVenue(quoted, behind) && !isNote(rest) && !(wordCount(rest) < 6 && !yearIn(rest).IsZero() && nextLarge(rest)) {
			continue
		}
		t := cleanTitle(quoted)
		return title{t.text, orDate(t.date, orDate(dateIn(behind), yearIn(behind)))}
	}
	return title{}
}

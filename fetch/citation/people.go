package citation

import (
	"regexp"
	"strings"

	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/words"
)

// behindPeople finds the title in a citation that has nothing but commas
// between its parts: "Ada Love, Alan Turing, A Fine Title, ICML, 2015". What
// comes last must be a note, or a comma before the link: a title may begin with
// an enumeration, too.
func behindPeople(s string) Reading {
	s = strings.TrimRight(words.OneLine(s), " [(")
	people := LeadingPeople(s)
	if people == 0 || !words.NextLarge(s[people:]) {
		return Reading{}
	}
	rest := s[people:]
	t := Loose(rest)
	noted := !t.Date.IsZero() || len(t.Title) < len(strings.TrimRight(rest, " ."))
	if !noted || words.WordCount(t.Title) < 3 || len(t.Title) > MaxTitle {
		return Reading{}
	}
	return t
}

// LeadingPeople gives the length of the people, two at least, with whom a text
// begins, and of the comma behind them; 0 where it does not.
func LeadingPeople(s string) int {
	parts := strings.Split(s, ", ")
	people, length := 0, 0
	for i, part := range parts[:len(parts)-1] {
		switch n := fullNames(part); {
		case n > 0:
			people += n
		case i < 2 && words.WordCount(part) == 1 && len(parts) > 3 && words.IsName(part) && fullNames(parts[2]) > 0: // "Love, Ada, Alan Turing"
		default:
			return peopleLength(people, length)
		}
		length += len(part) + len(", ")
	}
	return peopleLength(people, length)
}

func peopleLength(people, length int) int {
	if people < 2 {
		return 0
	}
	return length
}

// fullNames counts the people of a part, each with two names or more; 0 where
// anything else is in it.
func fullNames(part string) int {
	names := strings.Split(strings.ReplaceAll(strings.TrimPrefix(part, "and "), " & ", " and "), " and ")
	for _, name := range names {
		terms := strings.Fields(name)
		if len(terms) < 2 || !words.IsName(name) || strings.ContainsAny(name, ":0123456789()\"") {
			return 0
		}
		for i, w := range terms {
			if topics[strings.ToLower(strings.TrimSuffix(w, "s"))] && !(i == 1 && len(terms) == 2 && surnames[w]) {
				return 0
			}
		}
	}
	return len(names)
}

// topics are words that titles write large and that nobody is called.
var topics = map[string]bool{"learning": true, "deep": true, "neural": true, "network": true, "model": true, "language": true,
	"graph": true, "data": true, "vision": true, "system": true, "image": true, "text": true, "machine": true, "large": true,
	"knowledge": true, "semantic": true, "question": true, "object": true, "video": true, "speech": true, "method": true,
	"algorithm": true, "application": true, "transformer": true, "attention": true, "reinforcement": true, "optimization": true,
	"the": true, "a": true, "an": true, "representation": true, "detection": true, "generation": true, "recognition": true,
	"reasoning": true, "information": true, "analysi": true, "theory": true, "processing": true, "training": true, "survey": true}

// surnames are words that titles write large and that people are called, too.
var surnames = map[string]bool{"An": true, "Deep": true, "Text": true, "Data": true, "Large": true, "Graph": true, "Long": true}

// beforePeople finds the title in "A Fine Title (2017), A. Love".
func beforePeople(s string) Reading {
	s = words.OneLine(s)
	shut := strings.Index(s, "), ")
	if shut < 0 {
		return Reading{}
	}
	open := strings.LastIndexByte(s[:shut], '(')
	if open < 1 || dates.YearOf(s[open:shut]) == 0 || !isPeople(s[shut+len("), "):]) {
		return Reading{}
	}
	t := Clean(s[:open])
	t.Date = dates.YearIn(s[open : shut+1])
	return t
}

// isPeople tells whether a text is people and nothing else, one alone with an
// initial.
func isPeople(s string) bool {
	s = strings.Trim(s, " ,.[(")
	return words.HasEtAl(s) || words.LooksLikeNames(s) || oneInitialled.MatchString(s)
}

var oneInitialled = regexp.MustCompile(`^(?:\p{Lu}\.[ -]?)+\p{Lu}[\pL'’-]+$`)

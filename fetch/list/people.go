package list

import (
	"regexp"
	"strings"
)

// behindPeople finds the title in a citation that has nothing but commas
// between its parts: "Ada Love, Alan Turing, A Fine Title, ICML, 2015". What
// comes last must be a note, or a comma before the link: a title may begin with
// an enumeration, too.
func behindPeople(s string) title {
	s = strings.TrimRight(oneLine(s), " [(")
	people := leadingPeople(s)
	if people == 0 || !nextLarge(s[people:]) {
		return title{}
	}
	rest := s[people:]
	t := citedTitle(rest)
	noted := !t.date.IsZero() || len(t.text) < len(strings.TrimRight(rest, " ."))
	if !noted || wordCount(t.text) < 3 || len(t.text) > maxTitle {
		return title{}
	}
	return t
}

// leadingPeople gives the length of the people, two at least, with whom a text
// begins, and of the comma behind them; 0 where it does not.
func leadingPeople(s string) int {
	parts := strings.Split(s, ", ")
	people, length := 0, 0
	for i, part := range parts[:len(parts)-1] {
		switch n := fullNames(part); {
		case n > 0:
			people += n
		case i < 2 && wordCount(part) == 1 && len(parts) > 3 && isName(part) && fullNames(parts[2]) > 0: // "Love, Ada, Alan Turing"
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
		words := strings.Fields(name)
		if len(words) < 2 || !isName(name) || strings.ContainsAny(name, ":0123456789()\"") {
			return 0
		}
		for i, w := range words {
			if topics[strings.ToLower(strings.TrimSuffix(w, "s"))] && !(i == 1 && len(words) == 2 && surnames[w]) {
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
func beforePeople(s string) title {
	s = oneLine(s)
	shut := strings.Index(s, "), ")
	if shut < 0 {
		return title{}
	}
	open := strings.LastIndexByte(s[:shut], '(')
	if open < 1 || yearOf(s[open:shut]) == 0 || !isPeople(s[shut+len("), "):]) {
		return title{}
	}
	t := cleanTitle(s[:open])
	t.date = yearIn(s[open : shut+1])
	return t
}

// isPeople tells whether a text is people and nothing else, one alone with an
// initial.
func isPeople(s string) bool {
	s = strings.Trim(s, " ,.[(")
	return hasEtAl(s) || looksLikeNames(s) || oneInitialled.MatchString(s)
}

var oneInitialled = regexp.MustCompile(`^(?:\p{Lu}\.[ -]?)+\p{Lu}[\pL'’-]+$`)

// citedBelow gives the title of the one citation below an item that has no more
// than a short name of its own.
func (b *block) citedBelow(before []piece) title {
	const short = 5
	if b.kind != itemBlock || len(b.papers) != 1 || wordCount(firstTitle(before).text) >= short {
		return title{}
	}
	var found title
	lines := b.pieces[len(firstLine(b.pieces)):]
	for len(lines) > 0 {
		lines = lines[1:]
		line := firstLine(lines)
		lines = lines[len(line):]
		t := peopleTitle(line)
		if t.text != "" && found.text != "" {
			return title{}
		}
		found = orTitle(found, t)
	}
	return found
}

// peopleTitle gives the title in a line that begins with people.
func peopleTitle(line []piece) title {
	if length(line) > maxProse {
		return title{}
	}
	text := plainText(line)
	if leadingPeople(text) == 0 {
		return title{}
	}
	if t := citedTitle(text); wordCount(t.text) >= 2 && !strings.HasPrefix(text, t.text) && len(t.text) <= maxTitle {
		return t
	}
	return title{}
}

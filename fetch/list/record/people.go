package record

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"citemap/fetch/citation/words"
	"citemap/graph/titles"
)

// IsOthers tells what stands for the people who are not named.
func IsOthers(name string) bool {
	switch strings.ToLower(strings.Trim(name, " .,{}")) {
	case "others", "et al", "et. al", "and others", "...", "…":
		return true
	}
	return false
}

// ByComma takes apart names that one cell joins with commas, "Roe AB, Doe J.",
// and writes them family first. Initials tell them from "Roe, Ann", which stays.
func ByComma(cell string) (names []string) {
	if strings.Contains(cell, ";") {
		return People(cell)
	}
	for _, part := range strings.Split(cell, ",") {
		words := strings.Fields(part)
		if len(words) < 2 {
			return People(cell)
		}
		n := len(words) - 1
		switch first, last := isInitials(words[0]), isInitials(words[n]); {
		case first == last && strings.Count(cell, ",") > 1: // several, in full
			names = append(names, strings.Join(words, " "))
		case first == last:
			return People(cell)
		case last:
			names = append(names, strings.Join(words[:n], " ")+", "+words[n])
		default:
			names = append(names, strings.Join(words, " "))
		}
	}
	return names
}

// isInitials tells "A", "AB", "A.B." and "J.-P." from a name and from the number
// of a family's third.
func isInitials(word string) bool {
	letters := strings.NewReplacer(".", "", "-", "").Replace(word)
	return letters != "II" && letters != "III" && letters != "IV" && letters != "" && len(letters) < 7 && utf8.RuneCountInString(letters) < 4 && strings.ToUpper(letters) == letters
}

// inBrackets is what databases say of a person behind the name.
var inBrackets = regexp.MustCompile(`(\pL\.?)\s*\([^()]*\)\s*$`)

// People splits names that one field joins with semicolons.
func People(s string) (names []string) {
	for _, name := range strings.Split(titles.Unescape(s), ";") {
		if name = words.OneLine(strings.Trim(inBrackets.ReplaceAllString(name, "$1"), " ,")); name != "" && !IsOthers(name) {
			names = append(names, name)
		}
	}
	return names
}

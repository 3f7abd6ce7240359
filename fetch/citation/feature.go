package citation

import (
	"regexp"
	"strings"

	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
)

// A feature is something that speaks for a way to read a text, or against it.
type feature struct {
	name   string
	weight int
	holds  func(c *cut) bool
}

// features are all that is asked of a way to read a text. The best sum wins, and
// of equal ones the title that begins earlier, then the longer.
var features = []feature{
	{"people by the form of their names", 7, func(c *cut) bool { return c.who == byForm }},
	{"people by their looks, one of them in full", 6, func(c *cut) bool { return c.who == inFull }},
	{"people by their looks, a word each", 1, func(c *cut) bool { return c.who == bySingle }},
	{"one person in full", 2, func(c *cut) bool { return c.who == alone }},
	{"one word, with a year or a quote behind", -2, func(c *cut) bool { return c.who == oneWord }},
	{"a name and a colon ahead of a quotation", 4, (*cut).isNamedQuotation},
	{"something else ahead of a quotation", -12, func(c *cut) bool { return c.people != "" && c.who == nobody && !c.isNamedQuotation() }},
	{"a number ahead of people", 4, func(c *cut) bool { return c.who != nobody && c.marked }},
	{"a year behind people", 4, func(c *cut) bool { return c.who != nobody && c.dated }},
	{"a quote behind people", 4, func(c *cut) bool { return c.who != nobody && c.quote != 0 }},
	{"only a comma behind people by their looks", -6, func(c *cut) bool { return c.comma && c.quote == 0 && !c.dated && c.who != byForm && !c.initial }},
	{"a comma behind people, and nothing noted", -8, func(c *cut) bool {
		return c.comma && c.quote == 0 && !c.dated && c.behind == "" && !c.year && !c.isNoted()
	}},
	{"a colon behind one name in full, or without a date", -10, func(c *cut) bool {
		return c.colon && c.quote == 0 && !c.bracket && c.lookLikeTitle() && (!c.year || len(c.names) < 2)
	}},
	{"marks for titles", 12, func(c *cut) bool { return c.quote == '《' && c.people == "" }},
	{"a quotation with a venue behind", 4, (*cut).isQuotation},
	{"a quotation of a title that goes on", -6, func(c *cut) bool { return c.quote != 0 && c.quote != '《' && c.people == "" && !c.isQuotation() }},
	{"a colon behind the quotation", -12, func(c *cut) bool { return c.quote != 0 && strings.HasPrefix(strings.TrimLeft(c.behind, "\"”"), ":") }},
	{"a sentence with more behind", 1, func(c *cut) bool { return (!c.comma || c.by == chinese) && c.behind != "" }},
	{"people behind a year", 4, func(c *cut) bool { return c.people == "" && c.isBeforePeople() }},
	{"the sort of work behind", 3, func(c *cut) bool { return strings.HasPrefix(c.behind, "[") && typeMark.MatchString(c.behind) }},
	{"the proceedings behind", 3, func(c *cut) bool {
		m := inVenue.FindStringIndex(c.behind)
		return c.who != nobody && m != nil && m[0] == 0
	}},
	{"a question that goes on", -4, func(c *cut) bool { return c.isQuestion() && strings.HasPrefix(c.behind, " ") && !isVenue(c.behind) }},
	{"volume or pages behind", 1, func(c *cut) bool { return volume.MatchString(c.behind) }},
	{"a title of one word", -14, func(c *cut) bool { return words.WordCount(c.title) < 2 }},
	{"a title of two words, and no sign but names", -5, func(c *cut) bool {
		return words.WordCount(c.title) == 2 && c.who != nobody && c.quote == 0 && !c.dated && !c.initial && !c.marked
	}},
	{"a title of more than 30 words", -8, func(c *cut) bool { return words.WordCount(c.title) > 30 }},
	{"a title that begins small", -12, func(c *cut) bool { return c.who != nobody && !beginsLarge(c.title) }},
	{"a title that ends in the middle", -6, func(c *cut) bool { return c.who != nobody && words.FunctionWords[lastWord(c.title)] }},
	{"a note in place of a title", -12, func(c *cut) bool { return c.who != nobody && label.IsNote(c.title) }},
	{"an address in place of a title", -14, func(c *cut) bool { return strings.HasPrefix(c.title, "URL: ") || strings.HasPrefix(c.title, "http") }},
	{"a venue in place of a title", -12, func(c *cut) bool { return c.who != nobody && venueName.MatchString(c.title) }},
	{"a journal's short name in place of a title", -8, func(c *cut) bool { return c.who != nobody && shortName.MatchString(c.title) }},
	{"more people in place of a title", -8, func(c *cut) bool {
		return c.comma && c.quote == 0 && (beginsWithPeople(c.title+c.behind) || c.by == bareInitials && leadingPeople(c.title).by() == bareInitials)
	}},
}

// score sums the weights of the features that a way to read has.
func (c *cut) score() int {
	sum := 0
	for _, f := range features {
		if f.holds(c) {
			sum += f.weight
		}
	}
	return sum
}

// isNoted tells whether a title has something behind that is taken off it.
func (c *cut) isNoted() bool {
	return len(Clean(c.title).Title) < len(strings.TrimRight(c.title, " ."))
}

// isNamedQuotation knows "Transformer: “Attention Is All You Need”, NeurIPS".
func (c *cut) isNamedQuotation() bool {
	n := words.WordCount(c.title)
	behind := strings.TrimLeft(c.behind, "\"” ")
	ends := behind == "" || strings.ContainsRune(",.([", rune(behind[0]))
	return c.quote != 0 && c.colon && c.who == nobody && words.WordCount(c.people) < 4 && (n >= 3 || n == 2 && ends)
}

// isQuotation tells a title in quotes, with nothing ahead of it, from a
// quotation with which a title begins.
func (c *cut) isQuotation() bool {
	return c.quote != 0 && c.people == "" && words.WordCount(c.title) >= 3 && (strings.HasSuffix(c.title, ",") || strings.ContainsAny(c.title[len(c.title)-1:], ".?!") && (strings.Trim(c.behind, "\"” ") == "" || isVenue(c.behind)))
}

func (c *cut) isBeforePeople() bool {
	return strings.HasPrefix(c.behind, " (") && len(c.behind) > len(" (2017), ") && yearBeforePeople.MatchString(c.behind) && isPeople(c.behind[len(" (2017), "):])
}

func (c *cut) isQuestion() bool {
	return strings.HasSuffix(c.title, "?") || strings.HasSuffix(c.title, "!")
}

// isVenue tells where and when a paper appeared from what else may follow it.
func isVenue(s string) bool {
	s = strings.TrimLeft(s, "\"” ")
	end, _ := sentence(s)
	dated := words.WordCount(s[:end]) < 7 && !dates.YearIn(s[:end]).IsZero() && words.NextLarge(s)
	return label.IsNote(s) || strings.HasPrefix(s, "In ") || dated
}

// beginsWithPeople tells whether a title goes on with the people ahead of it.
func beginsWithPeople(title string) bool {
	p := leadingPeople(strings.TrimPrefix(strings.TrimPrefix(title, "and "), "& "))
	return len(p.ends) > 1 || p.by() == initialsLead || p.by() == initialsLast || p.by() == chinese || p.by() == bareInitials
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

func beginsLarge(s string) bool {
	r := []rune(s + " ")[0]
	return words.NextLarge(s) || words.IsCoined(s) || r > 0x2E80 || strings.ContainsRune("“\"'‘[($«", r)
}

var (
	venueName = regexp.MustCompile(`^(?:In |IEEE |ACM |Proc|Conference |International |Journal |Transactions |Advances in |Annual |Workshop |University |arXiv)|Blog$`)
	shortName = regexp.MustCompile(`^(?:\p{Lu}\p{Ll}+\. ){2}`) // "Phys. Rev. A 49"
	volume    = regexp.MustCompile(`\b\d+ ?\(\d+\)[,:]|\bpp?\. ?\d|\d+[-–]\d+|;\d+`)
)

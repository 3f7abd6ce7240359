package record

import (
	"regexp"
	"strings"
)

// A taggedForm is a way to write records in lines that begin with a tag.
type taggedForm struct {
	line   *regexp.Regexp // takes a line apart into tag and value
	begins string         // the tag that begins a record
	ends   string         // the tag that ends one; "" where none does
	roles  map[string]role
	each   map[string]bool // the tags whose further lines are values of their own
}

// EndNote's own tagged form, which Google Scholar, publishers and BibSonomy
// write too: "%T A Title".
var endNote = taggedForm{
	line: regexp.MustCompile(`^(%[0-9A-Za-z@!?&^<>~()$#*|=+-])(?:[ \t]+(.*))?$`), begins: "%0",
	roles: map[string]role{"%T": title, "%B": text, "%A": person, "%D": date, "%8": date, "%R": doi, "%U": text, "%>": text,
		"%M": text, "%J": text, "%V": text, "%Z": remark, "%1": remark, "%2": pmcText, "%L": text, "%F": text, "%I": text},
}

// webOfScience is the plain text of Web of Science.
var webOfScience = taggedForm{
	line: regexp.MustCompile(`^([A-Z][A-Z0-9])(?: (.*))?$`), begins: "PT", ends: "ER",
	roles: map[string]role{"TI": title, "AF": person, "AU": nil, "PY": date, "PD": nil, "DI": doi, "PM": pmid, "SO": text, "AR": text},
	each:  map[string]bool{"AU": true, "AF": true},
}

// refWorks is the tagged form of RefWorks.
var refWorks = taggedForm{
	line: regexp.MustCompile(`^([A-Z][A-Z0-9])(?: (.*))?$`), begins: "RT", ends: "ER",
	roles: map[string]role{"T1": title, "A1": person, "YR": date, "FD": nil, "DO": doi, "UL": text, "LK": text, "AN": text, "JF": text, "JO": text, "VO": text,
		"NO": remark, "PMID": pmid, "OP": nil},
}

// pmcText takes in a number of PubMed Central, which names itself.
func pmcText(r *Fields, s string) {
	if strings.HasPrefix(strings.ToUpper(s), "PMC") {
		pmcid(r, s)
	}
}

var (
	endNoteTitle  = regexp.MustCompile(`(?m)^%T[ \t]+\S`)
	endNoteFirst  = regexp.MustCompile(`^\s*%[0-9A-Z@][ \t]+\S`)
	scienceFirst  = regexp.MustCompile(`^\s*(?:FN (?:Clarivate|Thomson|ISI|Web of)|PT [A-Z]\s)`)
	scienceField  = regexp.MustCompile(`(?m)^(?:AU|TI|UT) \S`)
	refWorksFirst = regexp.MustCompile(`(?m)^RT [A-Z][a-z]`)
	refWorksField = regexp.MustCompile(`(?m)^(?:T1|A1|SR) \S`)
)

// IsEndNote, IsWebOfScience and IsRefWorks tell a text in their form.
func IsEndNote(text []byte) bool {
	return endNoteFirst.Match(head(text)) && endNoteTitle.Match(text)
}

func IsWebOfScience(text []byte) bool {
	return scienceFirst.Match(head(text)) && scienceField.Match(text)
}

func IsRefWorks(text []byte) bool {
	return refWorksFirst.Match(head(text)) && refWorksField.Match(text)
}

// head gives as much of a text as tells what it is.
func head(text []byte) []byte { return text[:min(len(text), 1<<12)] }

// EndNote, WebOfScience and RefWorks read a text in their form.
func EndNote(text []byte) Found { return endNote.read(text) }

func WebOfScience(text []byte) Found { return webOfScience.read(text) }

func RefWorks(text []byte) Found { return refWorks.read(text) }

// A taggedReader reads one line after the other.
type taggedReader struct {
	form  taggedForm
	out   Found
	open  bool
	typed bool // the record has the tag that begins one
	r     Fields
	short []string // people with initials only
	month string   // a date without its year
	tag   string
	value []string
}

func (f taggedForm) read(text []byte) Found {
	t := taggedReader{form: f}
	blank := false
	for at, line := range lines(text) {
		bare := strings.TrimSpace(line)
		if bare == "" {
			blank = true
			continue
		}
		m := f.line.FindStringSubmatch(strings.TrimRight(line, " \t"))
		if m == nil {
			t.goOn(bare)
		} else {
			t.field(at, m[1], strings.TrimSpace(m[2]), blank)
		}
		if t.open {
			t.r.End = at + len(strings.TrimRight(line, " \t"))
		}
		if m != nil && m[1] == f.ends {
			t.record()
		}
		blank = false
	}
	t.record()
	return t.out
}

// goOn takes in a line that goes on with the field before it.
func (t *taggedReader) goOn(line string) {
	if t.form.each[t.tag] {
		t.value = append(t.value, line)
	} else if len(t.value) > 0 && len(t.value[0]) < maxField {
		t.value[0] += " " + line
	}
}

// field begins a field, and with it a record where the tag says so, or where one
// that has its title is behind a blank line.
func (t *taggedReader) field(at int, tag, value string, blank bool) {
	t.keep()
	begins := tag == t.form.begins
	if t.open && (begins && (t.typed || blank) || blank && t.r.Title != "" && t.form.ends == "") {
		t.record()
	}
	_, told := t.form.roles[tag]
	if !t.open {
		if !begins && !told {
			return
		}
		t.open, t.r = true, Fields{Start: at}
	}
	t.typed = t.typed || begins
	if told {
		t.tag, t.value = tag, []string{value}
	}
}

// keep takes the field that has been read into the record.
func (t *taggedReader) keep() {
	role := t.form.roles[t.tag]
	for _, value := range t.value {
		switch {
		case value == "":
		case role != nil:
			role(&t.r, value)
		case t.tag == "AU":
			t.short = append(t.short, value)
		default:
			t.month = value
		}
	}
	t.tag, t.value = "", nil
}

// record ends a record.
func (t *taggedReader) record() {
	t.keep()
	if t.open {
		if t.r.People == nil {
			t.r.People = t.short
		}
		if t.month != "" && len(t.r.Dates) > 0 {
			date(&t.r, t.month+" "+t.r.Dates[0])
		}
		t.out.Records = append(t.out.Records, t.r)
	}
	t.open, t.typed, t.short, t.month = false, false, nil, ""
}

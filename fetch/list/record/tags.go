package record

import (
	"bytes"
	"regexp"
	"strings"
)

// ris is the form of Research Information Systems. EndNote, Mendeley and
// publishers disagree on which tag holds what: a DOI may stand in DO, DI, M3, L3
// or an address.
var ris = taggedForm{cut: cutRIS, begins: "TY", ends: "ER", retyped: true, roles: each(roles{
	"TI, T1": (*Record).AddTitle, "CT, BT, TT": titleOf(1), "ST": titleOf(2), "T2": addJournal,
	"AU, A1": (*Record).AddPerson, "PY": (*Record).AddYear, "Y1, DA": (*Record).AddDate,
	"DO, DI, M3, L3": (*Record).DOI, "PMID, PM": (*Record).AddPubMed, "C2": (*Record).addCustom,
	"AN": (*Record).addAccession, "ID": (*Record).Key, "DB, DP": (*Record).addDatabase,
	"UR, LK, L1, L2, M1, JO, JF, JA, J2, VL, PB, C1, C6, C7": (*Record).AddText, "N1": (*Record).addRemark,
})}

// medline is the form in which PubMed saves records, .nbib: like RIS, but for
// tags of four letters, and without a line at the end. Other fields than these
// name papers that comment on the paper, and its place in a journal.
var medline = taggedForm{cut: cutMEDLINE, begins: "PMID", roles: each(roles{
	"PMID": (*Record).AddPubMed, "PMC": (*Record).AddPubMedCentral, "TI, BTI": addSentence,
	"FAU": (*Record).AddPerson, "AU": (*Record).addShort, "DP": (*Record).AddDate, "LID, AID": addMarkedDOI,
})}

// endNote is EndNote's own tagged form, which Google Scholar, publishers and
// BibSonomy write too: "%T A Title".
var endNote = taggedForm{cut: cutBy(regexp.MustCompile(`^(%[0-9A-Za-z@!?&^<>~()$#*|=+-])(?:[ \t]+(.*))?$`)), begins: "%0", blanks: true, roles: each(roles{
	"%T": (*Record).AddTitle, "%A": (*Record).AddPerson, "%D": (*Record).AddYear, "%8": (*Record).AddDate, "%R": (*Record).DOI,
	"%B, %U, %>, %M, %J, %V, %L, %F, %I": (*Record).AddText, "%Z, %1": (*Record).addRemark, "%2": (*Record).addCustom,
})}

// webOfScience is the plain text of Web of Science.
var webOfScience = taggedForm{cut: cutLetters, begins: "PT", ends: "ER", listed: " AU AF", roles: each(roles{
	"TI": (*Record).AddTitle, "AF": (*Record).AddPerson, "AU": (*Record).addShort, "PY": (*Record).AddYear, "PD": (*Record).AddDate,
	"DI": (*Record).DOI, "PM": (*Record).AddPubMed, "SO, AR": (*Record).AddText,
})}

// refWorks is the tagged form of RefWorks.
var refWorks = taggedForm{cut: cutLetters, begins: "RT", ends: "ER", roles: each(roles{
	"T1": (*Record).AddTitle, "A1": (*Record).AddPerson, "YR": (*Record).AddYear, "FD": (*Record).AddDate, "DO": (*Record).DOI,
	"UL, LK, AN, JF, JO, VO": (*Record).AddText, "NO": (*Record).addRemark, "PMID": (*Record).AddPubMed,
})}

// addJournal takes in the name of a journal or a volume.
func addJournal(w *Record, s string) {
	titleOf(journalRank)(w, s)
	w.AddText(s)
}

// addSentence takes in a title that ends as a sentence does.
func addSentence(w *Record, s string) { w.AddTitle(strings.TrimSuffix(s, ".")) }

// addMarkedDOI reads "10.1000/x [doi]"; others of these numbers are a publisher's.
func addMarkedDOI(w *Record, s string) {
	if doi, found := strings.CutSuffix(s, "[doi]"); found {
		w.AddDOI(doi)
	}
}

// cutRIS takes a line apart: two capitals or digits, up to three spaces, a hyphen
// and a space. Some programs have tags of four, "PMID  - 7". Behind the two spaces
// that belong there, small letters and no space behind the hyphen do as well.
func cutRIS(line string) (tag, value string, ok bool) {
	line = strings.TrimPrefix(line, "\ufeff")
	tag, _, ok = strings.Cut(line[:min(len(line), 8)], "-")
	value = line[min(len(line), len(tag)+1):]
	name := strings.TrimRight(tag, " ")
	spaces := len(tag) - len(name)
	strict := spaces >= 1 && spaces <= 3 && (value == "" || value[0] == ' ' || value[0] == '\t') && strings.ToUpper(name) == name
	loose := spaces == 2 && len(name) == 2 && !strings.HasPrefix(value, "-")
	return strings.ToUpper(name), value, ok && (strict || loose) && isTag(name)
}

// isTag tells the two or four letters of a tag of RIS, the second of which may be
// a digit.
func isTag(name string) bool {
	for i := range len(name) {
		if c := name[i] | 0x20; (c < 'a' || c > 'z') && (i != 1 || len(name) != 2 || c < '0' || c > '9') {
			return false
		}
	}
	return len(name) == 2 || len(name) == 4
}

func cutMEDLINE(line string) (tag, value string, ok bool) {
	if len(line) < 5 || line[4] != '-' || line[0] == ' ' {
		return "", "", false
	}
	return strings.TrimRight(line[:4], " "), line[5:], true
}

func cutLetters(line string) (tag, value string, ok bool) {
	isLetter := func(c byte) bool { return c >= 'A' && c <= 'Z' }
	if len(line) < 2 || !isLetter(line[0]) || !isLetter(line[1]) && (line[1] < '0' || line[1] > '9') || len(line) > 2 && line[2] != ' ' {
		return "", "", false
	}
	return line[:2], line[2:], true
}

func cutBy(form *regexp.Regexp) func(string) (tag, value string, ok bool) {
	return func(line string) (tag, value string, ok bool) {
		m := form.FindStringSubmatch(line)
		if m == nil {
			return "", "", false
		}
		return m[1], m[2], true
	}
}

var (
	medlineFirst  = regexp.MustCompile(`^\s*PMID-`)
	endNoteTitle  = regexp.MustCompile(`(?m)^%T[ \t]+\S`)
	endNoteFirst  = regexp.MustCompile(`^\s*%[0-9A-Z@][ \t]+\S`)
	scienceFirst  = regexp.MustCompile(`^\s*(?:FN (?:Clarivate|Thomson|ISI|Web of)|PT [A-Z]\s)`)
	scienceField  = regexp.MustCompile(`(?m)^(?:AU|TI|UT) \S`)
	refWorksFirst = regexp.MustCompile(`(?m)^RT [A-Z][a-z]`)
	refWorksField = regexp.MustCompile(`(?m)^(?:T1|A1|SR) \S`)
)

// IsRIS looks for a type among the first lines, or the number that begins MEDLINE;
// a publisher may put a few lines of its own before it, and some programs write the
// type last.
func IsRIS(text []byte) bool {
	most := 20
	for n := 0; n < most && len(text) > 0; {
		line, rest, _ := bytes.Cut(text, []byte("\n"))
		tag, value, ok := cutRIS(strings.TrimRight(string(line[:min(len(line), maxField)]), " \t\r"))
		switch {
		case medlineFirst.Match(line) && n == 0, ok && tag == "TY" && len(value) < 40:
			return true
		case ok && n == 0:
			most = 200
		}
		if len(bytes.TrimSpace(line)) > 0 {
			n++
		}
		text = rest
	}
	return false
}

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

// RIS reads a text in RIS or MEDLINE; EndNote, WebOfScience and RefWorks read one
// in their form.
func RIS(text []byte) Records {
	if medlineFirst.Match(head(text)) {
		return medline.read(text)
	}
	return ris.read(text)
}

func EndNote(text []byte) Records { return endNote.read(text) }

func WebOfScience(text []byte) Records { return webOfScience.read(text) }

func RefWorks(text []byte) Records { return refWorks.read(text) }

package record

import (
	"bytes"
	"regexp"
	"strings"

	"citemap/fetch/citation/words"
)

var (
	arxivLine   = regexp.MustCompile(`(?m)^(?:\[?\d{1,4}[\].]?[ \t]+)?arXiv:[ \t]*((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?)(?:[ \t]+[\[(].*|[ \t]*)$`)
	arxivPeople = regexp.MustCompile(`(?m)^(?:Authors?|Title|Subjects|Comments|Categories):`)
	arxivDate   = regexp.MustCompile(`(?i)(?:^|\b)(?:submitted|date:)\s+(?:on\s+)?([^;(]*\d{4})`)
	arxivOther  = regexp.MustCompile(`^(?:Authors?|Comments?|Subjects?|Journal-ref|Journal ref|Report number|Report-no|MSC|ACM|MSC Class|ACM Class|Abstract|Categories|Date|DOI|License|Submitted|Originally|[△▽])\b`)
	arxivField  = regexp.MustCompile(`^(Title|Authors?|Date|DOI|Journal-ref):[ \t]*(.*)$`)
)

// IsArXivPage tells the page of a search at arXiv, a listing or its mail, as they
// are pasted.
func IsArXivPage(text []byte) bool {
	return arxivLine.Match(text) && arxivPeople.Match(text) && !strings.Contains(string(text), "](")
}

// ArXivPage reads the papers of such a page.
func ArXivPage(text []byte) (out Records) {
	starts := arxivLine.FindAllSubmatchIndex(text, -1)
	for i, at := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		body := strings.TrimRight(string(text[at[0]:end]), " \t\r\n\\-")
		r := &Record{Start: at[0], End: at[0] + len(body)}
		r.ArXiv(string(text[at[2]:at[3]]))
		r.readPage(body)
		out.Add(r)
	}
	return out
}

// readPage reads what stands below the number of a paper.
func (r *Record) readPage(body string) {
	last := ""
	for n, line := range strings.Split(body, "\n") {
		line = strings.TrimRight(line, " \t\r")
		m := arxivField.FindStringSubmatch(line)
		switch {
		case n == 0:
		case m != nil && m[1] == "Title":
			r.Title, last = m[2], "title"
		case m != nil && strings.HasPrefix(m[1], "Author"):
			addJoined(r, m[2])
			last = ""
		case m != nil && m[1] == "DOI":
			r.DOI(m[2])
		case line == "":
			if r.Title != "" {
				last = ""
			}
		case arxivDate.MatchString(line):
			r.AddDate(strings.TrimSpace(strings.ReplaceAll(arxivDate.FindStringSubmatch(line)[1], ",", "")))
			last = ""
		case arxivOther.MatchString(line):
			last = ""
		case last == "title" && strings.HasPrefix(line, " ") && len(r.Title) < maxField:
			r.Title += " " + strings.TrimSpace(line)
		case r.Title == "" && len(line) > 3:
			r.Title = strings.TrimSpace(line)
		}
	}
	r.Title = words.OneLine(r.Title)
}

var (
	pubmedItem     = regexp.MustCompile(`(?m)^\d{1,5}(?:[:.] \S|\r?\nCite\r?\nShare\r?\n)`)
	pubmedNumber   = regexp.MustCompile(`PMID:?\s+(\d{1,8})`)
	pubmedCentral  = regexp.MustCompile(`PMCID:?\s+(PMC\d+)`)
	pubmedDOI      = regexp.MustCompile(`(?i)\bdoi:\s*(10\.\S+?)\.?(?:\s|$)`)
	pubmedDate     = regexp.MustCompile(`\.\s+((?:1[89]|20)\d\d(?: [A-Z][a-z]{2}(?:[ -]\d{1,2})?)?)[^.]{0,20}[;:.]`)
	pubmedSummary  = regexp.MustCompile(`^\s*1(?:: \S|\r?\nCite\r?\nShare\r?\n)`)
	pubmedAbstract = regexp.MustCompile(`^\s*1\. [^\[\n]*\.`)
	pubmedAlone    = regexp.MustCompile(`(?m)^PMID: ?\d+`) // in a list of people's own it stands in its line
	pubmedPeople   = regexp.MustCompile(`^(?:\p{Lu}[\pL' -]* \p{Lu}{1,3}(?:\(\d+\))*(?:, |\.|$))+`)
	pubmedBrackets = regexp.MustCompile(`\(\d+\)`)
)

// IsPubMed tells what PubMed saves as a summary or as abstracts in plain text, a page
// of its results and its XML.
func IsPubMed(text []byte) bool {
	return isPubMedXML(text) || pubmedSummary.Match(head(text)) && pubmedNumber.Match(text) || pubmedAbstract.Match(head(text)) && pubmedAlone.Match(text)
}

// PubMed reads the papers of such a text, of which each has its number at its
// end.
func PubMed(text []byte) (out Records) {
	if isPubMedXML(text) {
		return pubmedXML.entries(text)
	}
	start := 0
	for _, at := range pubmedNumber.FindAllIndex(text, -1) {
		first := pubmedItem.FindIndex(text[start:at[0]])
		if first == nil {
			start = at[1]
			continue
		}
		begin := start + first[0]
		end := at[1]
		if line := bytes.IndexByte(text[end:], '\n'); line >= 0 {
			end += line
		} else {
			end = len(text)
		}
		body := strings.TrimRight(string(text[begin:end]), " \t\r\n")
		out.Add(pubmedRecord(body, begin))
		start = end
	}
	return out
}

func pubmedRecord(body string, start int) *Record {
	r := &Record{Start: start, End: start + len(body)}
	for _, x := range []struct {
		at   *regexp.Regexp
		role Role
	}{{pubmedNumber, (*Record).AddPubMed}, {pubmedCentral, (*Record).AddPubMedCentral}, {pubmedDOI, (*Record).DOI}} {
		if all := x.at.FindAllStringSubmatch(body, -1); all != nil {
			x.role(r, all[len(all)-1][1])
		}
	}
	paragraphs := strings.Split(strings.ReplaceAll(body, "\r\n", "\n"), "\n\n")
	first := words.OneLine(paragraphs[0])
	first = strings.TrimLeft(first, "0123456789:. ")
	if lines := strings.Split(paragraphs[0], "\n"); len(lines) > 5 && lines[1] == "Cite" { // a page of results: the title, the people, the journal
		r.Title, first = strings.TrimRight(lines[3], ". "), strings.Join(lines[5:], " ")
		r.pubmedNames(lines[4])
	} else if len(paragraphs) > 2 { // abstracts: the journal, the title, the people
		r.Title = strings.TrimRight(words.OneLine(paragraphs[1]), ".")
		r.pubmedNames(pubmedBrackets.ReplaceAllString(words.OneLine(paragraphs[2]), ""))
	} else {
		names := pubmedPeople.FindString(first)
		r.pubmedNames(names)
		r.Title, _, _ = strings.Cut(strings.TrimSpace(first[len(names):]), ". ")
	}
	if m := pubmedDate.FindStringSubmatch(". " + first); m != nil {
		r.AddDate(m[1])
	}
	return r
}

func (r *Record) pubmedNames(s string) {
	if !pubmedPeople.MatchString(s) {
		return
	}
	for _, name := range strings.Split(strings.TrimRight(s, ". "), ", ") {
		if at := strings.LastIndexByte(name, ' '); at > 0 {
			name = name[:at] + ", " + name[at+1:]
		}
		r.AddPerson(name)
	}
}

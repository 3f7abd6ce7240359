package record

import (
	"regexp"
	"strings"

	"citemap/graph/latex"
)

var (
	biberEntry = regexp.MustCompile(`(?m)^[ \t]*\\entry\{[^}]*\}\{[^}]*\}`)
	biberField = regexp.MustCompile(`\\(?:field|strng)\{(\w+)\}\{`)
	biberVerb  = regexp.MustCompile(`\\verb\{(\w+)\}\s*\\verb (\S+)`)
	biberNames = regexp.MustCompile(`(?s)\\name\{author\}\{\d+\}\{[^}]*\}\{(.*?)\n\s*\}\s*\n\s*\\`)
	biberName  = regexp.MustCompile(`(?m)^[ \t]*\{\{`)
	biberPart  = regexp.MustCompile(`\b(prefix|family|given)=\{`)
	biberSpace = regexp.MustCompile(`\\bib(?:name|init)delim[a-d]?i? ?|\\bibnamedelim[a-z]+ ?`)
)

// IsBiber tells what biber writes for biblatex.
func IsBiber(text []byte) bool { return biberEntry.Match(text) }

// Biber reads the entries that biber writes. Each stands in one list or in
// several; the first counts.
func Biber(text []byte) (out Records) {
	seen := map[string]bool{}
	starts := biberEntry.FindAllIndex(text, -1)
	for i, at := range starts {
		next := len(text)
		if i+1 < len(starts) {
			next = starts[i+1][0]
		}
		body := string(text[at[0]:next])
		end := strings.Index(body, `\endentry`)
		if end < 0 {
			out.Fault(at[0], `entry without \endentry`)
			continue
		}
		body = body[:end+len(`\endentry`)]
		if head := strings.TrimSpace(string(text[at[0]:at[1]])); !seen[head] {
			seen[head] = true
			out.Add(biberRecord(body, at[0]))
		}
	}
	return out
}

func biberRecord(body string, start int) *Record {
	r := &Record{Start: start, End: start + len(body)}
	fields := map[string]string{}
	for _, m := range biberField.FindAllStringSubmatchIndex(body, -1) {
		if value, found := latex.Group(body[m[1]-1:]); found {
			fields[body[m[2]:m[3]]] = plain(value)
		}
	}
	for _, m := range biberVerb.FindAllStringSubmatch(body, -1) {
		switch m[1] {
		case "doi":
			r.DOI(m[2])
		case "eprint":
			if kind := strings.ToLower(fields["eprinttype"]); kind == "arxiv" || kind == "" {
				r.ArXiv(m[2])
			}
		case "url":
			r.AddText(m[2])
		}
	}
	r.Title = fields["title"]
	if fields["subtitle"] != "" {
		r.Title += ": " + fields["subtitle"]
	}
	if year := fields["year"]; year != "" {
		r.AddDate(strings.Trim(year+"-"+fields["month"]+"-"+fields["day"], "-"))
	}
	for _, name := range []string{"journaltitle", "volume", "note", "howpublished", "pmid"} {
		r.AddText(fields[name])
	}
	if m := biberNames.FindStringSubmatch(body); m != nil {
		for _, name := range biberName.Split(m[1], -1) {
			r.AddPerson(biberPerson(name))
		}
	}
	return r
}

// biberPerson gives the name that biber takes apart, the family first.
func biberPerson(s string) string {
	parts := map[string]string{}
	for _, at := range biberPart.FindAllStringSubmatchIndex(s, -1) {
		inside, _ := latex.Group(s[at[1]-1:])
		parts[s[at[2]:at[3]]] = plain(biberSpace.ReplaceAllString(inside, " "))
	}
	return strings.Trim(strings.TrimSpace(parts["prefix"]+" "+parts["family"])+", "+parts["given"], ", ")
}

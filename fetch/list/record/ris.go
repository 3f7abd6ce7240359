package record

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"

	"citemap/fetch/list/charset"
	"citemap/fetch/list/span"
	"citemap/graph"
)

// A risRecord is what stands between TY and ER: the values of the fields that
// tell of the paper, in their order.
type risRecord struct {
	start, end int
	fields     map[string][]string
	typed      bool // it has a TY, which some programs do not write first
}

// risTold are the fields that tell of a paper; abstracts and the like are not
// kept.
var risTold = map[string]bool{
	"TI": true, "T1": true, "CT": true, "TT": true, "BT": true, "ST": true, "T2": true, "AU": true, "A1": true,
	"PY": true, "Y1": true, "DA": true, "DO": true, "DI": true, "M1": true, "M3": true, "UR": true, "LK": true, "L1": true, "L2": true, "L3": true,
	"AN": true, "ID": true, "N1": true, "C1": true, "C2": true, "C6": true, "C7": true, "DB": true, "DP": true,
	"PMID": true, "PM": true, "JO": true, "JF": true, "JA": true, "J2": true, "VL": true, "PB": true,
}

// risLine takes a line apart into tag and value: two capitals or digits, up to
// three spaces, a hyphen and a space. Some programs have tags of four, "PMID  - 7".
// Behind the two spaces that belong there, small letters and no space behind the
// hyphen do as well.
func risLine(line []byte) (tag string, value []byte, ok bool) {
	line = bytes.TrimPrefix(line, charset.BOMUTF8)
	if m := risLoose.FindSubmatch(line); m != nil {
		return string(bytes.ToUpper(m[1])), bytes.TrimSpace(m[2]), true
	}
	if len(line) < 4 || !risCapital(line[0]) || !risCapital(line[1]) && !(line[1] >= '0' && line[1] <= '9') {
		return "", nil, false
	}
	n := 2
	if len(line) > 6 && risCapital(line[2]) && risCapital(line[3]) && line[4] == ' ' {
		n = 4
	}
	rest := bytes.TrimLeft(line[n:], " ")
	spaces := len(line) - n - len(rest)
	if spaces < 1 || spaces > 3 || len(rest) == 0 || rest[0] != '-' {
		return "", nil, false
	}
	if len(rest) > 1 && rest[1] != ' ' && rest[1] != '\t' && rest[1] != '\r' {
		return "", nil, false
	}
	return string(line[:n]), bytes.TrimSpace(rest[1:]), true
}

var risLoose = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9])  -([^-].*|)$`)

func risCapital(c byte) bool { return c >= 'A' && c <= 'Z' }

// IsRIS looks for a TY among the first lines; a publisher may put a few of its
// own before it.
func IsRIS(text []byte) bool {
	if isMEDLINE(text) {
		return true
	}
	most := 20
	for n := 0; n < most && len(text) > 0; {
		line, rest, _ := bytes.Cut(text, []byte("\n"))
		if tag, _, ok := risLine(line); ok && n == 0 && tag != "" {
			most = 200 // the type may come last
		}
		if tag, value, ok := risLine(line); ok && tag == "TY" && len(value) < 40 {
			return true
		}
		if len(bytes.TrimSpace(line)) > 0 {
			n++
		}
		text = rest
	}
	return false
}

// ReadRIS gives the entries of a RIS file and what is wrong with those that
// are none. A record also ends where the next begins.
func ReadRIS(text []byte) (entries []graph.Entry, broken span.Faults) {
	if isMEDLINE(text) {
		return readMEDLINE(text)
	}
	for _, r := range parseRIS(text) {
		w := r.work()
		e, f := w.Entry(r.start, r.end)
		if f != nil {
			broken.Add(*f)
			continue
		}
		entries = append(entries, e)
	}
	return entries, broken
}

// parseRIS gives the records. A line without a tag goes on with the value
// before it.
func parseRIS(text []byte) (records []risRecord) {
	var r *risRecord
	var last string
	var value strings.Builder
	blank := true
	keep := func() {
		if r != nil && risTold[last] && value.Len() > 0 {
			r.fields[last] = append(r.fields[last], value.String())
		}
		value.Reset()
		last = ""
	}
	for at := 0; at < len(text); {
		line, _, _ := bytes.Cut(text[at:], []byte("\n"))
		start := at
		at = min(len(text), at+len(line)+1)
		end := start + len(bytes.TrimRight(line, " \t\r"))
		tag, v, ok := risLine(line)
		if ok {
			keep()
		}
		begins := tag == "TY" && r != nil && r.endsBefore(v, blank)
		blank = len(bytes.TrimSpace(line)) == 0
		switch {
		case !ok:
			if v = bytes.TrimSpace(line); r != nil && len(v) > 0 && risTold[last] {
				value.WriteByte(' ')
				value.Write(v)
				r.end = end
			}
			continue
		case tag == "ER":
			if r != nil {
				r.end = end
				records, r = append(records, *r), nil
			}
			continue
		case begins || r == nil:
			if r != nil {
				records = append(records, *r)
			}
			r = &risRecord{start: start, fields: map[string][]string{}}
		}
		r.typed = r.typed || tag == "TY"
		last, r.end = tag, end
		if risTold[tag] {
			value.Write(v)
		}
	}
	keep()
	if r != nil {
		records = append(records, *r)
	}
	return records
}

// endsBefore tells whether a line TY begins the next record, behind a blank line
// or not. "TY  - Review" inside a record says its type again, and one that has
// none yet gets it.
func (r *risRecord) endsBefore(kind []byte, blank bool) bool {
	if !r.typed {
		return blank && r.first("TI", "T1") != ""
	}
	return blank || !bytes.ContainsFunc(kind, unicode.IsLower)
}

// first gives the first value of the first tag that has one.
func (r *risRecord) first(tags ...string) string {
	for _, tag := range tags {
		if v := r.fields[tag]; len(v) > 0 {
			return v[0]
		}
	}
	return ""
}

func (r *risRecord) all(tags ...string) (values []string) {
	for _, tag := range tags {
		values = append(values, r.fields[tag]...)
	}
	return values
}

// work reads the fields. EndNote, Mendeley and publishers disagree on which
// holds what: a DOI may stand in DO, DI, M3, L3 or an address.
func (r *risRecord) work() Record {
	w := Record{Title: r.first("TI", "T1", "CT", "BT", "TT", "ST"), Date: r.date()}
	if w.Title == "" && len(r.all("DO", "DI", "UR", "AN")) == 0 {
		w.Title = r.first("T2")
	}
	for _, s := range r.all("A1", "AU") {
		w.Authors = append(w.Authors, People(s)...)
	}
	for _, s := range r.all("DO", "DI", "M3", "L3") {
		w.AddDOI(s)
	}
	w.SetSource(r.first("DP"))
	w.AddPubMed(r.first("PMID", "PM"))
	pubmed := strings.ToLower(strings.Join(r.all("DB", "DP"), " "))
	for _, s := range r.all("AN", "ID") {
		w.AddKey(s)
	}
	if strings.Contains(pubmed, "pubmed") || strings.Contains(pubmed, "medline") {
		w.AddPubMed(r.first("AN"))
	}
	switch s := strings.ToUpper(r.first("C2")); {
	case strings.HasPrefix(s, "PMC"):
		w.AddPubMedCentral(s)
	case strings.Contains(pubmed, "scopus") && len(s) <= 8:
		w.AddPubMed(s)
	}
	for _, s := range r.all("UR", "LK", "L1", "L2", "L3", "M3", "AN", "M1", "JO", "JF", "JA", "J2", "T2", "VL", "PB", "C1", "C6", "C7") {
		w.AddWritten(s)
	}
	for _, s := range r.all("N1") {
		w.AddRemark(s)
	}
	return w
}

// date takes the year, and from the other fields what is known more precisely
// of it. EndNote writes "May 18" beside the year.
func (r *risRecord) date() graph.Date {
	var d graph.Date
	for _, s := range r.all("PY", "Y1", "DA") {
		told := LooseDate(s)
		if told.IsZero() && d.Year > 0 {
			told = LooseDate(s + " " + d.String())
			if told.Month == 0 {
				told = LooseDate(s + ", " + d.String())
			}
			if told.Month == 0 {
				told = LooseDate(d.String() + " " + s)
			}
		}
		d = Finer(d, told)
	}
	return d
}

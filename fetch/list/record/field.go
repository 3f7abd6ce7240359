package record

import (
	"slices"
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/citation/words"
	"citemap/graph"
)

// A Role says what to do with the value of a field.
type Role func(w *Record, value string)

// roles are those of a form by the names of its fields; names that share one
// stand together, parted by a comma.
type roles map[string]Role

// each takes names that stand together apart.
func each(together roles) roles {
	out := roles{}
	for names, role := range together {
		for _, name := range strings.Split(names, ", ") {
			out[name] = role
		}
	}
	return out
}

// journalRank is that of the name of a journal, which stands for the title where
// the record has no other, nor an id.
const journalRank = 3

// titleOf gives the role of a field that holds a title: of several the one of the
// least rank counts, and of one rank the first.
func titleOf(rank int) Role {
	return func(w *Record, s string) {
		if w.Title == "" || rank < w.rank {
			w.Title, w.rank = s, rank
		}
	}
}

// AddTitle takes in the title.
func (w *Record) AddTitle(s string) { titleOf(0)(w, s) }

// AddName takes what a paper is called for its title, unless that is an address
// or an id; which counts as one, then.
func (w *Record) AddName(s string) {
	if _, id := address.LooseID(words.OneLine(s)); id || strings.Contains(s, "://") {
		w.AddLinks(s)
		return
	}
	titleOf(2)(w, s)
}

// AddPerson takes in an author, AddPeople several whom ";", "|" or commas part.
func (w *Record) AddPerson(s string) { w.Authors = append(w.Authors, People(s)...) }

// AddPeople takes in authors of one cell. Of two cells that name as many people the
// one counts that has more of their names.
func (w *Record) AddPeople(s string) {
	if strings.Contains(s, "|") && !strings.Contains(s, ";") {
		s = strings.ReplaceAll(s, "|", ";")
	}
	if !strings.Contains(s, ";") {
		s = strings.ReplaceAll(s, " and ", "; ")
	}
	length := func(names []string) int { return len(strings.Join(names, "")) }
	if names := ByComma(s); w.Authors == nil || len(names) == len(w.Authors) && length(names) > length(w.Authors) {
		w.Authors = names
	}
}

// addShort takes in an author with initials.
func (w *Record) addShort(s string) { w.short = append(w.short, ByComma(s)...) }

// addGiven adds a given name to the family's before it.
func (w *Record) addGiven(s string) {
	if n := len(w.Authors); n > 0 {
		w.Authors[n-1] += ", " + s
	}
}

// AddDate takes in a date, or a part of one; AddYear one that goes before others.
func (w *Record) AddDate(s string) { w.dates = append(w.dates, s) }

// AddYear takes in a date that goes before others.
func (w *Record) AddYear(s string) { w.dates = slices.Insert(w.dates, 0, s) }

// AddOuterYear takes in the year of the conference that a record stands in, where
// it has no date of its own.
func (w *Record) AddOuterYear(s string) {
	if len(w.dates) == 0 && w.Date.IsZero() {
		w.AddDate(s)
	}
}

// DOI takes in what a field for a DOI holds, or what else somebody wrote there.
func (w *Record) DOI(s string) {
	w.AddDOI(s)
	w.AddText(s)
}

// ArXiv does so for a field for an arXiv id.
func (w *Record) ArXiv(s string) {
	w.AddID(graph.ArXiv, ArxivPrefix.ReplaceAllString(strings.TrimSpace(s), ""))
	w.AddText(s)
}

// AddText takes in a text that may name ids of the paper, or its address.
func (w *Record) AddText(s string) { w.after((*Record).AddWritten, s) }

// AddLinks takes in a field of addresses and ids, which may stand there bare.
func (w *Record) AddLinks(s string) {
	w.after(func(w *Record, s string) {
		w.AddWritten(s)
		for _, id := range address.IDsInLine(s[:min(len(s), maxField)]) {
			w.AddID(id.Scheme, id.Value)
		}
	}, s)
}

// AddNote takes in a text a line of which may begin with an id of the paper. Other
// ids in it are those of other papers, as a rule.
func (w *Record) AddNote(s string) {
	for line := range strings.Lines(s) {
		first, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		name, _, _ := strings.Cut(strings.ToLower(first), ":")
		if _, id := address.LooseID(first); id || address.IDNames[name] {
			w.after((*Record).AddRemark, line)
		}
	}
}

// AddLooseNote does so too, and takes the other ids for the paper's where it has
// none of its own.
func (w *Record) AddLooseNote(s string) {
	w.AddNote(s)
	w.after(func(w *Record, s string) {
		w.after(func(w *Record, s string) {
			if !w.HasLookup() {
				w.AddRemarks(s)
			}
		}, s)
	}, s)
}

// Key takes in what may be an id as the key of the record.
func (w *Record) Key(s string) { w.after((*Record).AddKey, s) }

// addRemark takes in a remark behind the other fields.
func (w *Record) addRemark(s string) {
	w.after(func(w *Record, s string) { w.after((*Record).AddRemark, s) }, s)
}

// after puts off a field until those have been read that hold an id alone.
func (w *Record) after(read Role, s string) { w.later = append(w.later, later{read, s}) }

// addDatabase notes who gave the record its numbers.
func (w *Record) addDatabase(s string) {
	w.database += " " + strings.ToLower(s)
	w.SetSource(s)
}

// addAccession notes the number that the database has for the record.
func (w *Record) addAccession(s string) {
	if s = strings.TrimSpace(s); len(s) <= 8 && w.accession == "" {
		w.accession = s
	}
	w.Key(s)
	w.AddText(s)
}

// addCustom takes in a number of PubMed Central, which names itself, and notes
// one that may be PubMed's.
func (w *Record) addCustom(s string) {
	if s = strings.TrimSpace(s); strings.HasPrefix(strings.ToUpper(s), "PMC") {
		w.AddPubMedCentral(s)
	} else {
		w.custom = s
	}
}

// schemeOf gives the role of a field that holds an id of one scheme.
func schemeOf(s graph.Scheme) Role {
	return func(w *Record, value string) { w.AddID(s, strings.TrimSpace(value)) }
}

// maxField is longer, in bytes, than a field that tells of a paper: what goes on
// behind it is left out.
const maxField = 1 << 13

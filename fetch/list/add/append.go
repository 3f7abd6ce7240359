package add

import (
	"fmt"
	"slices"

	"citemap/fetch/citation/words"
	"citemap/fetch/list"
	"citemap/fetch/list/layout"
	"citemap/graph"
)

// An Addition is a list with papers put on it.
type Addition struct {
	Text   []byte          // the new text of the file; the old one where nothing was added
	Added  []graph.PaperID // in the order given
	Passed []Passed        // the others, in the order given
}

// Passed is a paper that was not put on a list, and why: what follows "it" in
// a sentence.
type Passed struct {
	Paper graph.PaperID
	Why   string
}

// Append puts papers on a list that is in a format, as Parse would read it, in
// its own form and encoding, where its order has them: by date if its entries are, under the heading of their year or
// month if it has one, else behind the last entry of the last section with
// papers. Nothing of the old text changes, it only grows; and Append has
// read the new text, in which each old entry still stands and each
// added one has its paper's id.
//
// A paper that has an id in common with an entry is on the list already and
// passed over; so is one that the list has no way to name. An error begins with
// the name, and says why nothing can be put on this list.
func Append(name string, text []byte, f list.Format, papers []graph.Paper) (Addition, error) {
	l, err := layout.Open(name, text, f)
	if err != nil {
		return Addition{}, err
	}
	r := &writer{l}
	a := Addition{Text: text}
	news := r.sift(papers, &a)
	if len(news) == 0 {
		return a, nil
	}
	if a.Text, err = r.with(text, news); err == nil {
		for _, n := range news {
			a.Added = append(a.Added, n.paper.ID)
		}
		return a, nil
	}
	return r.oneByOne(text, news, a)
}

// oneByOne puts on the list what can be, where not all can at once.
func (r *writer) oneByOne(text []byte, news []newPaper, a Addition) (Addition, error) {
	var kept []newPaper
	var last error
	a.Text = text
	for _, n := range news {
		grown, err := r.with(text, append(kept[:len(kept):len(kept)], n))
		if err != nil {
			last = err
			a.Passed = append(a.Passed, Passed{n.paper.ID, "could not be read back from the list"})
			continue
		}
		kept, a.Text, a.Added = append(kept, n), grown, append(a.Added, n.paper.ID)
	}
	if len(kept) == 0 {
		return Addition{}, fmt.Errorf("%s: %w", r.Entries[0].File, last)
	}
	return a, nil
}

// sift takes out the papers that are on the list already, and those that its
// form cannot name.
func (r *writer) sift(papers []graph.Paper, a *Addition) []newPaper {
	var news []newPaper
	given := map[string]bool{}
	onList := r.known()
	links := links{r.MostLinked(), r.AddressForm()}
	for i := range papers {
		n := newPaperOf(&papers[i])
		n.page = links.of(&n)
		why := n.whyNot(onList, given)
		if why == "" && r.Form == list.Markdown && n.page == "" {
			why = "has no id or address that the list could link to"
		}
		if why != "" {
			a.Passed = append(a.Passed, Passed{n.paper.ID, why})
			continue
		}
		for _, id := range n.names() {
			given[id] = true
		}
		news = append(news, n)
	}
	return news
}

// known maps the names of the entries to them; a title names only an entry
// without an id.
func (r *writer) known() map[string]*graph.Entry {
	known := map[string]*graph.Entry{}
	for i := range r.Entries {
		e := &r.Entries[i]
		for _, id := range e.IDs {
			known[id.String()] = e
		}
		if len(e.Lookups()) == 0 && e.Title != "" {
			known["title "+words.BareTitle(e.Title)] = e
		}
	}
	return known
}

// with gives the text of the list with the newcomers on it, or says why they
// cannot be.
func (r *writer) with(text []byte, news []newPaper) ([]byte, error) {
	var last error
	for _, ordered := range []bool{true, false} {
		insertions, err := r.compose(news, ordered)
		if err != nil {
			return nil, err
		}
		grown, err := r.Splice(text, edits(insertions))
		if err != nil {
			return nil, err
		}
		if last = r.survives(grown, news); last == nil {
			return grown, nil
		}
	}
	return nil, last
}

func (r *writer) compose(news []newPaper, ordered bool) ([]insertion, error) {
	switch r.Form {
	case list.Markdown:
		return r.markdownEntries(news, ordered)
	case list.BibTeX:
		return r.bibtexRecords(news), nil
	}
	return r.plainLines(news), nil
}

// survives reads a new text: it must hold the old entries in their order, and
// one for each newcomer.
func (r *writer) survives(grown []byte, news []newPaper) error {
	now, err := list.ReadDecoded(r.Entries[0].File, grown, r.Asked)
	if err != nil {
		return err
	}
	if now.Form != r.Form || len(now.Entries) != len(r.Entries)+len(news) {
		return fmt.Errorf("its entries would read differently with %s among them", news[0].title)
	}
	old, missing := 0, slices.Clone(news)
	for i := range now.Entries {
		e := &now.Entries[i]
		if k := slices.IndexFunc(missing, func(n newPaper) bool { return n.is(e) }); k >= 0 {
			missing = slices.Delete(missing, k, k+1)
		} else if old < len(r.Entries) && alike(e, &r.Entries[old]) {
			old++
		} else {
			return fmt.Errorf("its entry %q would read differently with %s among them", e.Name(), news[0].title)
		}
	}
	return nil
}

// alike tells whether two entries name the same paper.
func alike(a, b *graph.Entry) bool {
	return slices.Equal(a.IDs, b.IDs) && (len(a.IDs) > 0 || words.SameTitle(a.Title, b.Title))
}

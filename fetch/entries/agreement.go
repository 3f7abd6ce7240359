package entries

import (
	"citemap/graph"
	"citemap/graph/names"
	"citemap/graph/titles"
)

// Agrees compares an entry with the paper that its title was matched to. A
// title without its subtitle is taken for the whole only where a person would:
// the list shortens a distinctive title, or year or author speak for it too.
func Agrees(e *graph.Entry, p *graph.Paper) bool {
	if contradicts(e, p) || !titles.Same(e.Title, p.Title) {
		return false
	}
	own, listed := titles.Key(p.Title), titles.Key(e.Title)
	switch {
	case own == listed:
		return true
	case len(listed) < len(own) && titles.Distinctive(e.Title):
		return true
	}
	spoken := e.Date.Year != 0 && p.Date.Year != 0 || len(e.Authors) > 0 && len(p.Authors) > 0
	return spoken && titles.Distinctive(p.Title)
}

// AgreesWholly compares an entry whose id is not known with the paper that its
// title was matched to: the whole title must agree, and year and first author
// where they are given; a title that many works bear needs one of the two.
func AgreesWholly(e *graph.Entry, p *graph.Paper) bool {
	if contradicts(e, p) || titles.Key(e.Title) == "" || titles.Key(e.Title) != titles.Key(p.Title) {
		return false
	}
	spoken := e.Date.Year != 0 && p.Date.Year != 0 || len(e.Authors) > 0 && len(p.Authors) > 0
	return spoken || titles.Distinctive(p.Title)
}

// contradicts reports whether year or first author of an entry speak against
// a paper.
func contradicts(e *graph.Entry, p *graph.Paper) bool {
	years := p.Date.Year - e.Date.Year
	dated := e.Date.Year != 0 && p.Date.Year != 0
	named := len(e.Authors) > 0 && len(p.Authors) > 0
	return dated && (years < -1 || years > 1) || named && !names.Same(e.Authors[0], p.Authors[0])
}

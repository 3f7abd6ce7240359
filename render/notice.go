package render

import "citemap/graph"

// Mark is what stands ahead of the title of a paper that was retracted or that its
// editors warn of, so that it is never read as another; "" for all others: a
// correction leaves a paper what it is.
func Mark(p *graph.Paper) string {
	switch {
	case p.Notice == nil || p.Notice.Kind == graph.Correction:
		return ""
	case p.Retracted():
		return "[RETRACTED]"
	}
	return "[EXPRESSION OF CONCERN]"
}

// Title is the title of a paper, clean and marked; "" where it is not known and
// there is no mark.
func Title(p *graph.Paper) string {
	mark, title := Mark(p), Clean(p.Title)
	if mark == "" || title == "" {
		return mark + title
	}
	return mark + " " + title
}

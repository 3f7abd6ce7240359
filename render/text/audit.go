package text

import (
	"citemap/graph/study"
	"citemap/render"
)

// audit names the reference lists that fall short of what others count.
func (p *page) audit(f *study.Findings) {
	audits := f.Corpus.Audits()
	p.heading("Reference lists that fall short")
	p.prose(render.AuditSums(f.Corpus, audits))
	number := 0
	for i := range audits {
		if a := &audits[i]; a.Short() {
			number++
			x := itemOf(number, a.Paper)
			x.lines = []string{render.AuditSays(a)}
			p.item(x)
		}
	}
}

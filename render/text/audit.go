package text

import (
	"strconv"

	"citemap/graph/study"
	"citemap/render"
)

// audit names the reference lists that fall short of what others count.
func (p *page) audit(f *study.Findings) {
	audits := f.Corpus.Audits()
	p.heading("Reference lists that fall short")
	p.prose(render.AuditSums(f.Corpus, audits))
	var rows [][]cell
	for i := range audits {
		if a := &audits[i]; a.Short() {
			rows = append(rows, []cell{
				plain(strconv.Itoa(len(rows) + 1)), plain(render.AuditSays(a)),
				{called(a.Paper), func(s string) string { return p.link(s, a.Paper) }},
			})
		}
	}
	if len(rows) > 0 {
		p.table([]column{{right: true}, {head: "who says what"}, {head: "paper", gives: true}}, rows)
	}
}

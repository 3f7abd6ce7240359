package export

import (
	"fmt"
	"strings"

	"citemap/render"
)

// description says in one line what the file holds, of which days its facts
// are and whose they are.
func (e *Export) description() string {
	c := e.findings.Corpus
	parts := []string{fmt.Sprintf("%s of a citemap: %d papers, %d %s; %s", e.what, len(e.papers), e.count(), e.joined.plural(), e.joined.meaning())}
	if !c.Oldest.IsZero() {
		parts = append(parts, fmt.Sprintf("facts of %s to %s", c.Oldest, c.Newest))
	}
	if !c.AsOf.IsZero() {
		parts = append(parts, "as of "+c.AsOf.String())
	}
	for _, s := range c.Sources {
		parts = append(parts, "source: "+s.Name+" ("+s.Licence+")")
	}
	return render.Clean(strings.Join(parts, "; "))
}

package add

import (
	"strings"
)

// items writes list items behind or before an entry, with the marker of that
// entry and the blank lines between it and the one before.
func (r *writer) items(p place, news []newPaper) insertion {
	_, line := r.ShapeOf(&r.Entries[p.entry])
	b := r.Bullet(line)
	gap, step := 1, 1
	if sibling, blank, found := r.Sibling(b); found {
		gap += blank
		step = min(1, max(0, b.Number-sibling.Number))
	}
	var out strings.Builder
	for _, n := range news {
		b.Count(step)
		text := b.Prefix + b.Mark + b.Space + b.Task + n.linked()
		if p.before {
			out.WriteString(text + strings.Repeat("\n", gap))
			continue
		}
		out.WriteString(strings.Repeat("\n", gap) + text)
	}
	if p.before {
		return insertion{b.Line, out.String()}
	}
	return insertion{r.ItemEnd(b), out.String()}
}

// paragraphs writes a paragraph for each newcomer behind or before the
// paragraph of an entry.
func (r *writer) paragraphs(p place, news []newPaper) insertion {
	e := &r.Entries[p.entry]
	start := r.Text.LineStart(e.Start)
	line := r.Text.Line(start)
	prefix := line[:len(line)-len(strings.TrimLeft(line, " \t>"))]
	if strings.TrimSpace(prefix) == "" {
		prefix = ""
	}
	blank := "\n" + strings.TrimRight(prefix, " \t") + "\n"
	var out strings.Builder
	for _, n := range news {
		if p.before {
			out.WriteString(prefix + n.linked() + blank)
			continue
		}
		out.WriteString(blank + prefix + n.linked())
	}
	if p.before {
		return insertion{start, out.String()}
	}
	end, rest := r.ParagraphEnd(e.End, prefix)
	if rest {
		out.WriteString("\n" + strings.TrimRight(prefix, " \t"))
	}
	return insertion{end, out.String()}
}

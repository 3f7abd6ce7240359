package list

import (
	"strconv"
	"strings"
)

// A bullet is the marker of a list item with what stands around it.
type bullet struct {
	line         int // where the item's first line begins
	prefix, mark string
	space, task  string
	number       int // -1 where there is none
}

func (r *layout) bullet(line int) bullet {
	m := itemMark.FindStringSubmatch(r.text.line(line))
	b := bullet{line: line, prefix: m[1], mark: m[2], space: m[3], task: m[4], number: -1}
	if n, err := strconv.Atoi(strings.TrimRight(b.mark, ".)")); err == nil {
		b.number = n
	}
	if b.task != "" {
		b.task = "[ ]" + b.task[3:]
	}
	return b
}

// count makes the bullet the one that follows it; that of an unnumbered list
// stays.
func (b *bullet) count(step int) {
	if b.number >= 0 && step > 0 {
		b.number += step
		b.mark = strconv.Itoa(b.number) + b.mark[len(b.mark)-1:]
	}
}

func (r *layout) isNumbered(entry int) bool {
	_, line := r.shapeOf(&r.entries[entry])
	return r.bullet(line).number >= 0
}

// items writes list items behind or before an entry, with the marker of that
// entry and the blank lines between it and the one before.
func (r *writer) items(p place, news []newcomer) insertion {
	_, line := r.shapeOf(&r.entries[p.entry])
	b := r.bullet(line)
	gap, step := 1, 1
	if sibling, blank, found := r.sibling(b); found {
		gap += blank
		step = min(1, max(0, b.number-sibling.number))
	}
	var out strings.Builder
	for _, n := range news {
		b.count(step)
		text := b.prefix + b.mark + b.space + b.task + n.linked()
		if p.before {
			out.WriteString(text + strings.Repeat("\n", gap))
			continue
		}
		out.WriteString(strings.Repeat("\n", gap) + text)
	}
	if p.before {
		return insertion{b.line, out.String()}
	}
	return insertion{r.itemEnd(b), out.String()}
}

// sibling finds the item before one, and how many blank lines are between.
func (r *layout) sibling(b bullet) (before bullet, blank int, found bool) {
	for start := b.line; start > 0; {
		start = r.text.lineStart(start - 1)
		line := r.text.line(start)
		if strings.Trim(line, " \t>") == "" {
			blank++
			continue
		}
		if m := itemMark.FindStringSubmatch(line); m != nil && m[1] == b.prefix {
			return r.bullet(start), min(blank, 1), true
		}
		if len(line)-len(strings.TrimLeft(line, " \t>")) <= len(b.prefix) {
			break
		}
		blank = 0
	}
	return before, 0, false
}

// itemEnd gives the end of the last line of an item: of what is indented below
// it, or goes on with its paragraph.
func (r *layout) itemEnd(b bullet) int {
	end := r.text.lineEnd(b.line)
	blank := false
	for at := r.text.nextLine(b.line); at < len(r.text); at = r.text.nextLine(at) {
		line := r.text.line(at)
		body := strings.TrimLeft(line, " \t>")
		if body == "" {
			blank = true
			continue
		}
		inside := columns(line[:len(line)-len(body)]) > columns(b.prefix)
		if !inside && (blank || itemMark.MatchString(line) || strings.ContainsAny(body[:1], "#|<") || ruleLine.MatchString(line) || strings.HasPrefix(body, "```")) {
			break
		}
		end, blank = r.text.lineEnd(at), false
	}
	return end
}

// columns gives the width of white space.
func columns(space string) int {
	n := 0
	for _, c := range space {
		n++
		if c == '\t' {
			n += 3
		}
	}
	return n
}

// paragraphs writes a paragraph for each newcomer behind or before the
// paragraph of an entry.
func (r *writer) paragraphs(p place, news []newcomer) insertion {
	e := &r.entries[p.entry]
	start := r.text.lineStart(e.Start)
	line := r.text.line(start)
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
	end, rest := r.paragraphEnd(e.End, prefix)
	if rest {
		out.WriteString("\n" + strings.TrimRight(prefix, " \t"))
	}
	return insertion{end, out.String()}
}

// paragraphEnd gives the end of the paragraph at an offset, and whether
// something follows it without a blank line.
func (r *layout) paragraphEnd(at int, prefix string) (end int, rest bool) {
	end = r.text.lineEnd(at)
	for next := r.text.nextLine(at); next < len(r.text); next = r.text.nextLine(next) {
		line := r.text.line(next)
		if strings.Trim(line, " \t>") == "" {
			return end, false
		}
		if itemMark.MatchString(line) || strings.HasPrefix(line, "#") || !strings.HasPrefix(line, prefix) {
			return end, true
		}
		end = r.text.lineEnd(next)
	}
	return end, false
}

package layout

import (
	"strconv"
	"strings"
)

// A bullet is the marker of a list item with what stands around it.
type bullet struct {
	Line         int // where the item's first line begins
	Prefix, Mark string
	Space, Task  string
	Number       int // -1 where there is none
}

func (r *Layout) Bullet(line int) bullet {
	m := ItemMark.FindStringSubmatch(r.Text.Line(line))
	b := bullet{Line: line, Prefix: m[1], Mark: m[2], Space: m[3], Task: m[4], Number: -1}
	if n, err := strconv.Atoi(strings.TrimRight(b.Mark, ".)")); err == nil {
		b.Number = n
	}
	if b.Task != "" {
		b.Task = "[ ]" + b.Task[3:]
	}
	return b
}

// Count makes the bullet the one that follows it; that of an unnumbered list
// stays.
func (b *bullet) Count(step int) {
	if b.Number >= 0 && step > 0 {
		b.Number += step
		b.Mark = strconv.Itoa(b.Number) + b.Mark[len(b.Mark)-1:]
	}
}

func (r *Layout) IsNumbered(entry int) bool {
	_, line := r.ShapeOf(&r.Entries[entry])
	return r.Bullet(line).Number >= 0
}

// Sibling finds the item before one, and how many blank lines are between.
func (r *Layout) Sibling(b bullet) (before bullet, blank int, found bool) {
	for start := b.Line; start > 0; {
		start = r.Text.LineStart(start - 1)
		line := r.Text.Line(start)
		if strings.Trim(line, " \t>") == "" {
			blank++
			continue
		}
		if m := ItemMark.FindStringSubmatch(line); m != nil && m[1] == b.Prefix {
			return r.Bullet(start), min(blank, 1), true
		}
		if len(line)-len(strings.TrimLeft(line, " \t>")) <= len(b.Prefix) {
			break
		}
		blank = 0
	}
	return before, 0, false
}

// ItemEnd gives the end of the last line of an item: of what is indented below
// it, or goes on with its paragraph.
func (r *Layout) ItemEnd(b bullet) int {
	end := r.Text.LineEnd(b.Line)
	blank := false
	for at := r.Text.NextLine(b.Line); at < len(r.Text); at = r.Text.NextLine(at) {
		line := r.Text.Line(at)
		body := strings.TrimLeft(line, " \t>")
		if body == "" {
			blank = true
			continue
		}
		inside := columns(line[:len(line)-len(body)]) > columns(b.Prefix)
		if !inside && (blank || ItemMark.MatchString(line) || strings.ContainsAny(body[:1], "#|<") || RuleLine.MatchString(line) || strings.HasPrefix(body, "```")) {
			break
		}
		end, blank = r.Text.LineEnd(at), false
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

// ParagraphEnd gives the end of the paragraph at an offset, and whether
// something follows it without a blank line.
func (r *Layout) ParagraphEnd(at int, prefix string) (end int, rest bool) {
	end = r.Text.LineEnd(at)
	for next := r.Text.NextLine(at); next < len(r.Text); next = r.Text.NextLine(next) {
		line := r.Text.Line(next)
		if strings.Trim(line, " \t>") == "" {
			return end, false
		}
		if ItemMark.MatchString(line) || strings.HasPrefix(line, "#") || !strings.HasPrefix(line, prefix) {
			return end, true
		}
		end = r.Text.LineEnd(next)
	}
	return end, false
}

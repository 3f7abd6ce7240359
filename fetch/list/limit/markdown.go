package limit

import (
	"bytes"
	"fmt"

	"citemap/fetch/list/span"
)

// A toil is an estimate, made in one pass before a Markdown document is parsed,
// of what the parser would do beyond reading it once. There are texts of a few
// kB that take it minutes or gigabytes: it reads to the end of a paragraph for
// each link that does not end, looks back at each open bracket for one that
// closes, and fills each row of a table up to the columns of its header. In
// lists that people write all of this is next to nothing.
type toil struct {
	line   int // the one that is read, from 1
	work   int // steps of a few nanoseconds each
	padded int // cells that the parser adds to the rows of tables
	fault  *span.Fault

	columns    int // of the table that goes on; 0: none
	brackets   int // of the document
	definition int // bytes of the longest reference definition
	paragraph
}

// A paragraph counts what stands in lines that follow each other.
type paragraph struct {
	first, at    int // its line and its place
	bytes, lines int
	definitions  int // lines that look like a reference definition
	open         int // square brackets
	unended      int // links whose address does not end
	stars, lows  int // delimiters of emphasis
	markup       [4]int
}

const (
	maxWork     = 1 << 30 // some seconds
	maxPadded   = 1 << 20 // cells
	maxBrackets = 600_000 // that open, each of which takes some 400 bytes until it closes
	maxStressed = 1 << 20 // marks of emphasis in a paragraph
	maxNested   = 200     // quotations and items in each other, on one line
	maxIndented = 2000    // columns before the mark of an item
)

// inlineMarkup are the beginnings and ends of what is read to its end.
var inlineMarkup = [4][2]string{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}, {"<!", ">"}}

// Markdown gives what makes a document more than the parser is asked to read;
// nil where nothing does.
func Markdown(source []byte) *span.Fault {
	if len(source) > maxMarkup {
		return &span.Fault{Line: 1, What: fmt.Sprintf("is more than %d MB of Markdown, which no reading list has: cut it into several, or say --from ids where it holds an id or a title a line", maxMarkup>>20)}
	}
	t := toil{}
	for at := 0; at < len(source) && t.fault == nil; {
		end := len(source)
		if n := bytes.IndexByte(source[at:], '\n'); n >= 0 {
			end = at + n + 1
		}
		t.line++
		t.read(source[at:end], at)
		at = end
	}
	t.endParagraph()
	if t.add(t.definition * t.brackets / 4); t.fault != nil {
		return t.fault
	}
	return nil
}

// add counts work, and refuses the document where it becomes too much.
func (t *toil) add(work int) {
	if t.work += work; t.work > maxWork && t.fault == nil {
		t.fault = &span.Fault{At: t.at, Line: max(1, t.first), What: "begins a stretch of marks that do not end, or stand in each other, too many for a reading list: take them out, or put a blank line between entries"}
	}
}

func (t *toil) read(line []byte, at int) {
	text, item := t.skipMarks(line, at)
	if len(bytes.TrimSpace(text)) == 0 {
		t.endParagraph()
		return
	}
	if columns := t.columns; item || columns > 0 || text[0] == '#' { // marks do not reach over these
		t.endParagraph()
		t.columns = columns
	}
	if t.lines == 0 {
		t.first, t.at = t.line, at
	}
	t.lines++
	t.bytes += len(text)
	if isDelimiterRow(text) {
		t.columns = bytes.Count(text, []byte("-|")) + bytes.Count(text, []byte(":|")) + 1
	} else if t.columns > 0 {
		t.row(text, at)
	}
	if text[0] == '[' {
		if n := bytes.Index(text, []byte("]:")); n > 0 {
			t.definitions++
			t.definition = max(t.definition, len(text))
		}
	}
	t.marks(text)
}

// row counts the cells that a row lacks.
func (t *toil) row(text []byte, at int) {
	t.padded += max(0, t.columns-bytes.Count(text, []byte("|")))
	if t.padded > maxPadded && t.fault == nil {
		t.fault = &span.Fault{At: at, Line: t.line, What: fmt.Sprintf("is a row of a table with %d columns, and most of its rows have few: take the empty columns out of its first two lines", t.columns)}
	}
}

// skipMarks gives a line without the marks of quotations and items before it,
// and whether there is one of an item.
func (t *toil) skipMarks(line []byte, at int) (text []byte, item bool) {
	nested, indent := 0, 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ':
			indent++
		case c == '\t':
			indent += 4
		case c == '>':
			nested++
		case isItemMark(line[i:]) > 0:
			i += isItemMark(line[i:]) - 1
			item = true
			nested++
		default:
			return line[i:], item
		}
		if (nested > maxNested || nested > 0 && indent > maxIndented+8*nested) && t.fault == nil {
			t.fault = &span.Fault{At: at, Line: t.line, What: fmt.Sprintf("is nested more than %d deep: no reading list is", maxNested)}
			return nil, item
		}
	}
	return nil, item
}

// isItemMark gives the length of the mark of an item at the beginning of a text,
// without the space behind it.
func isItemMark(text []byte) int {
	n := 0
	for n < len(text) && n < 10 && '0' <= text[n] && text[n] <= '9' {
		n++
	}
	if n >= len(text) || n == 0 && !bytes.ContainsRune([]byte("-*+"), rune(text[n])) || n > 0 && text[n] != '.' && text[n] != ')' {
		return 0
	}
	if n+1 < len(text) && text[n+1] != ' ' && text[n+1] != '\t' && text[n+1] != '\n' {
		return 0
	}
	return n + 1
}

// isDelimiterRow tells the line under the header of a table.
func isDelimiterRow(text []byte) bool {
	return bytes.IndexByte(text, '-') >= 0 && bytes.IndexByte(text, '|') >= 0 && len(bytes.Trim(text, "|-: \t\r\n")) == 0
}

// marks counts the marks of a line.
func (t *toil) marks(text []byte) {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '[':
			t.open++
			if t.brackets++; t.brackets > maxBrackets && t.fault == nil {
				t.fault = &span.Fault{At: t.at, Line: t.line, What: fmt.Sprintf("has the %d,000th [ of the list, more than a list of links has: cut it into several", maxBrackets/1000)}
				return
			}
		case ']':
			t.add(t.open)
			t.open = max(0, t.open-1)
			if i+1 < len(text) && text[i+1] == '(' {
				t.unended++
			}
		case ')':
			t.unended = max(0, t.unended-1)
		case '*', '~':
			t.stars++
		case '_':
			if i == 0 || i+1 == len(text) || !isWordByte(text[i-1]) || !isWordByte(text[i+1]) {
				t.lows++ // within a word it is no mark
			}
		case '<':
			t.begin(text[i:])
		case '>', '-', '?':
			t.end(text[i:])
		}
	}
}

func isWordByte(c byte) bool {
	return '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || c == '_' || c >= 0x80
}

func (t *toil) begin(text []byte) {
	for k, m := range inlineMarkup {
		if bytes.HasPrefix(text, []byte(m[0])) {
			t.markup[k]++
			return
		}
	}
}

func (t *toil) end(text []byte) {
	for k, m := range inlineMarkup {
		if bytes.HasPrefix(text, []byte(m[1])) {
			t.markup[k] = 0
		}
	}
}

// endParagraph adds up what the parser does again for each mark of a paragraph.
func (t *toil) endParagraph() {
	p := &t.paragraph
	reread := p.unended
	for _, n := range p.markup {
		reread += n
	}
	t.add(reread * p.bytes / 2)
	t.add(p.stars * p.lows)
	if p.stars+p.lows > maxStressed {
		t.add(maxWork + 1)
	}
	t.add(2 * p.definitions * p.lines)
	if p.definitions > 0 {
		t.add(p.lines * p.lines / 4)
	}
	t.paragraph, t.columns = paragraph{}, 0
}

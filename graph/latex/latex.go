// Package latex reads text that was written for LaTeX as a person reads it
// typeset.
package latex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// silent are commands whose first argument is not to be read.
var silent = map[string]bool{"href": true, "textcolor": true, "color": true, "footnote": true, "thanks": true, "cite": true, "citep": true,
	"citet": true, "label": true, "vspace": true, "hspace": true, "fontsize": true, "noopsort": true}

// A reader gives the text of a field as a person reads it.
type reader struct {
	rest string
	out  strings.Builder
	math bool
}

// Text gives LaTeX's text as a person reads it: on one line, with accents,
// signs, letters and simple formulas in Unicode, without braces and commands.
// An accent stands as a combining character behind its letter.
func Text(s string) string {
	if !strings.ContainsAny(s, "\\{}$~-`'") {
		return oneLine(s)
	}
	r := reader{rest: s}
	for r.rest != "" {
		r.step()
	}
	return oneLine(r.out.String())
}

func (r *reader) step() {
	switch c := r.rest[0]; {
	case c == '\\':
		r.rest = r.rest[1:]
		r.command()
		return
	case c == '$':
		r.math = !r.math && strings.Contains(r.rest[1:min(len(r.rest), 1<<10)], "$")
	case c == '{' || c == '}':
	case c == '~':
		r.out.WriteByte(' ')
	case r.math && (c == '^' || c == '_'):
		r.rest = r.rest[1:]
		r.script(c)
		return
	case r.math && c == '-':
		r.out.WriteByte('-')
	case r.math && c == '\'':
		r.out.WriteString("′")
	default:
		text, n := typed(r.rest)
		r.out.WriteString(text)
		r.rest = r.rest[n:]
		return
	}
	r.rest = r.rest[1:]
}

// typed reads what LaTeX sets otherwise than it is typed: dashes and quotes.
func typed(s string) (text string, n int) {
	for _, t := range [][2]string{{"---", "—"}, {"--", "–"}, {"``", "“"}, {"''", "”"}, {"`", "‘"}} {
		if strings.HasPrefix(s, t[0]) {
			return t[1], len(t[0])
		}
	}
	_, n = utf8.DecodeRuneInString(s)
	return s[:n], n
}

// word takes the name of a command, which is letters or one other character.
func (r *reader) word() (name string, letters bool) {
	n := 0
	for n < len(r.rest) && (r.rest[n] >= 'a' && r.rest[n] <= 'z' || r.rest[n] >= 'A' && r.rest[n] <= 'Z') {
		n++
	}
	if letters = n > 0; !letters && r.rest != "" {
		_, n = utf8.DecodeRuneInString(r.rest)
	}
	name, r.rest = r.rest[:n], r.rest[n:]
	return name, letters
}

// command reads what follows a backslash.
func (r *reader) command() {
	name, letters := r.word()
	if mark, is := accents[name]; is {
		r.accented(mark)
		return
	}
	if letters {
		r.named(name)
		return
	}
	switch name {
	case "\\", ",", ";", ":", " ", "\n":
		r.out.WriteByte(' ')
	case "(", ")":
		r.math = name == "("
	case "[", "]", "!", "/", "-":
	default:
		r.out.WriteString(name) // an escaped character
	}
}

// named reads a command whose name is a word, and the space that ends it.
func (r *reader) named(name string) {
	length, rest := len(r.rest), r.rest
	r.rest = strings.TrimLeft(r.rest, " \t\n\r")
	switch {
	case silent[name]:
		r.argument(maxSilent)
	case name == "frac" || name == "tfrac" || name == "dfrac":
		if over, _ := r.argument(maxFraction); over != "" {
			r.out.WriteString(Text(over) + "/")
		}
	case name == "texorpdfstring": // the same twice: typeset, and plain
		typeset, _ := r.argument(maxFraction)
		r.argument(maxFraction)
		r.out.WriteString(Text(typeset))
	case name == "ensuremath":
		formula, _ := r.argument(maxFraction)
		r.out.WriteString(Text("$" + formula + "$"))
	case name == "mathbb" || name == "mathds":
		letter, _ := r.argument(maxLetter)
		r.out.WriteString(openFace.Replace(letter))
	case name == "textsuperscript":
		r.script('^')
	case name == "textsubscript":
		r.script('_')
	default:
		if sign, letters := signAhead(name); sign != "" && signs[name] == "" {
			r.out.WriteString(signs[sign] + letters)
			r.rest = rest
			return
		}
		r.rest = strings.TrimPrefix(r.rest, "{}")
		spaced := strings.HasSuffix(r.out.String(), " ")
		r.out.WriteString(signs[name])
		if r.math && (signs[name] == name || spaced) && len(r.rest) < length {
			r.out.WriteByte(' ') // log n, a → b
		}
	}
}

// signAhead parts the name of a sign from the letters behind it, which programs
// write there without the space that LaTeX needs: "\textendashTrenaunay".
func signAhead(name string) (sign, letters string) {
	for n := len(name) - 1; n > len("text"); n-- {
		if strings.HasPrefix(name, "text") && signs[name[:n]] != "" {
			return name[:n], name[n:]
		}
	}
	return "", ""
}

var openFace = strings.NewReplacer("R", "ℝ", "N", "ℕ", "Z", "ℤ", "Q", "ℚ", "C", "ℂ", "P", "ℙ", "H", "ℍ", "E", "𝔼", "1", "𝟙")

// How long the argument of a command may be, in bytes. What is longer is read
// as if the command were not there, so that the time stays in proportion.
const (
	maxLetter   = 16
	maxScript   = 64
	maxFraction = 256
	maxSilent   = 1 << 12
)

// argument takes a group in braces, or the one character or command that
// follows, as it is written. Of a group that is too long it takes the brace.
func (r *reader) argument(most int) (s string, grouped bool) {
	if r.rest == "" {
		return "", false
	}
	switch r.rest[0] {
	case '{':
		s, found := Group(r.rest[:min(len(r.rest), most+2)])
		r.rest = r.rest[1:]
		if found {
			r.rest = r.rest[len(s)+1:]
		}
		return s, found
	case '\\':
		begin := r.rest
		r.rest = r.rest[1:]
		name, _ := r.word()
		return begin[:1+len(name)], false
	}
	_, n := utf8.DecodeRuneInString(r.rest)
	s, r.rest = r.rest[:n], r.rest[n:]
	return s, false
}

// Group gives what the braces hold with which a text begins.
func Group(s string) (inside string, found bool) {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return s[1:i], true
			}
		}
	}
	return "", false
}

// accented puts an accent on the letter that follows: e, {e}, \i, {\i} or the
// first of a few in braces.
func (r *reader) accented(mark rune) {
	r.rest = strings.TrimLeft(r.rest, " \t\n\r")
	letter, _ := r.argument(maxLetter)
	if name, is := strings.CutPrefix(strings.Trim(letter, "{} "), `\`); is {
		inner := reader{rest: name}
		name, _ = inner.word()
		if second, is := accents[name]; is { // two accents on one letter
			under := reader{rest: strings.Trim(inner.rest, "{} ")}
			base, _ := under.argument(maxLetter)
			letter = strings.TrimPrefix(base, `\`) + string(second) + under.rest
		} else {
			letter = signs[name] + inner.rest
		}
	}
	letter = strings.Trim(letter, "{} ")
	if letter == "" {
		r.out.WriteString(alone[mark])
		return
	}
	_, n := utf8.DecodeRuneInString(letter)
	for c, size := utf8.DecodeRuneInString(letter[n:]); unicode.Is(unicode.Mn, c); c, size = utf8.DecodeRuneInString(letter[n:]) {
		n += size
	}
	r.out.WriteString(letter[:n] + string(mark) + strings.Trim(letter[n:], "{}"))
}

// oneLine makes each run of white space one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

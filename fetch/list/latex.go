package list

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// accents are the combining characters of LaTeX's accents.
var accents = map[string]rune{
	"'": 0x0301, "`": 0x0300, `"`: 0x0308, "^": 0x0302, "~": 0x0303, "=": 0x0304, ".": 0x0307,
	"u": 0x0306, "v": 0x030C, "H": 0x030B, "c": 0x0327, "k": 0x0328, "r": 0x030A, "d": 0x0323, "b": 0x0331,
}

// signs are LaTeX's commands for one character.
var signs = map[string]string{
	"ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
	"i": "i", "j": "j", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ",
	"ldots": "…", "dots": "…", "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘",
	"textquotedblleft": "“", "textquotedblright": "”", "textasciigrave": "`", "textasciitilde": "~", "textasciicircum": "^", "textbackslash": `\`,
	"textbraceleft": "{", "textbraceright": "}", "lbrace": "{", "rbrace": "}", "textunderscore": "_", "textbar": "|",
	"textless": "<", "textgreater": ">", "textdollar": "$", "textdegree": "°", "copyright": "©", "textregistered": "®",
	"texttrademark": "™", "TeX": "TeX", "LaTeX": "LaTeX", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ",
	"epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ",
	"nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ",
	"psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Pi": "Π", "Sigma": "Σ",
	"Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "ell": "ℓ", "infty": "∞", "times": "×", "cdot": "·", "pm": "±", "to": "→",
	"rightarrow": "→", "leftarrow": "←", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "approx": "≈",
	"sim": "∼", "partial": "∂", "nabla": "∇", "sqrt": "√", "in": "∈",
}

// fromLaTeX gives the text of a field as a person reads it: on one line, with
// accents, signs and letters in Unicode, without braces and commands.
func fromLaTeX(s string) string {
	if !strings.ContainsAny(s, "\\{}$~-`'") {
		return oneLine(s)
	}
	var b strings.Builder
	for len(s) > 0 {
		switch c := s[0]; {
		case c == '\\':
			var text string
			text, s = command(s[1:])
			b.WriteString(text)
			continue
		case c == '{' || c == '}' || c == '$':
		case c == '~':
			b.WriteByte(' ')
		default:
			text, n := typed(s)
			b.WriteString(text)
			s = s[n:]
			continue
		}
		s = s[1:]
	}
	return oneLine(norm.NFC.String(b.String()))
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

// command reads what follows a backslash, and gives what comes behind.
func command(s string) (text, rest string) {
	n := 0
	for n < len(s) && (s[n] >= 'a' && s[n] <= 'z' || s[n] >= 'A' && s[n] <= 'Z') {
		n++
	}
	word := n > 0
	if !word && s != "" {
		_, n = utf8.DecodeRuneInString(s)
	}
	name, rest := s[:n], s[n:]
	if mark, is := accents[name]; is {
		return accented(mark, rest)
	}
	if word {
		behind := strings.TrimLeft(rest, " \t\n\r")
		behind = strings.TrimPrefix(behind, "{}")
		return signs[name], behind
	}
	switch name {
	case "\\", ",", ";", ":", " ", "\n":
		return " ", rest
	case "(", ")", "[", "]", "!", "/", "-":
		return "", rest
	}
	return name, rest // an escaped character
}

// accented puts an accent on the letter that follows: e, {e}, \i or {\i}.
func accented(mark rune, s string) (text, rest string) {
	s = strings.TrimLeft(s, " \t\n\r")
	braced := strings.HasPrefix(s, "{")
	s = strings.TrimPrefix(s, "{")
	var letter string
	switch {
	case s == "":
		return "", ""
	case s[0] == '\\':
		letter, s = command(s[1:])
	case s[0] == '}':
		letter = ""
	default:
		_, n := utf8.DecodeRuneInString(s)
		letter, s = s[:n], s[n:]
	}
	if braced {
		s = strings.TrimPrefix(s, "}")
	}
	if letter == "" {
		return "", s
	}
	_, n := utf8.DecodeRuneInString(letter)
	return letter[:n] + string(mark) + letter[n:], s
}

package latex

import (
	"strings"
)

// script writes a super- or subscript: in small letters of Unicode where it is
// a number or an index, plain where it is an ending or a mark.
func (r *reader) script(level byte) {
	arg, _ := r.argument(maxScript)
	inner := reader{rest: arg, math: true}
	for inner.rest != "" && !strings.ContainsAny(arg, "^_") {
		inner.step()
	}
	text := strings.TrimSpace(inner.out.String())
	small, raised := subscripts, level == '^'
	if raised {
		small = superscripts
	}
	var b strings.Builder
	for _, c := range text {
		if small[c] == 0 {
			r.out.WriteString(unraised(text, arg, level))
			return
		}
		b.WriteRune(small[c])
	}
	r.out.WriteString(b.String())
}

// unraised writes a script that has no letters of its own.
func unraised(text, arg string, level byte) string {
	switch text {
	case "":
		return arg
	case "st", "nd", "rd", "th", "*", "′", "†", "‡", "⋆", "⊤", "TM":
		return text
	case "∘":
		return "°"
	}
	return string(level) + text
}

var (
	superscripts = map[rune]rune{'0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹',
		'+': '⁺', '-': '⁻', '=': '⁼', '(': '⁽', ')': '⁾', 'n': 'ⁿ', 'i': 'ⁱ'}
	subscripts = map[rune]rune{'0': '₀', '1': '₁', '2': '₂', '3': '₃', '4': '₄', '5': '₅', '6': '₆', '7': '₇', '8': '₈', '9': '₉',
		'+': '₊', '-': '₋', '=': '₌', '(': '₍', ')': '₎', 'i': 'ᵢ', 'j': 'ⱼ', 'n': 'ₙ', 'k': 'ₖ', 'm': 'ₘ', 'p': 'ₚ', 't': 'ₜ', 'x': 'ₓ'}
)

package export

import (
	"bufio"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// gml writes the Graph Modelling Language: ASCII, all other characters as
// entities. Labels differ, as networkx asks for.
func gml(b *bufio.Writer, x *Export) {
	b.WriteString("Creator \"citemap\"\ncomment ")
	gmlText(b, x.description())
	directed := "1"
	if !x.joined.Arcs() {
		directed = "0"
	}
	b.WriteString("\ngraph [\n  directed " + directed + "\n")
	for i, label := range x.labels() {
		fmt.Fprintf(b, "  node [\n    id %d\n    label ", i)
		gmlText(b, label)
		b.WriteByte('\n')
		for _, c := range x.columns {
			if v := c.value(i); v != nil {
				b.WriteString("    " + c.name + " ")
				gmlValue(b, v)
				b.WriteByte('\n')
			}
		}
		b.WriteString("  ]\n")
	}
	for l := range x.links() {
		b.WriteString("  edge [ source " + strconv.Itoa(l.from) + " target " + strconv.Itoa(l.to))
		for _, f := range x.linkFields(l) {
			if f.value != nil {
				b.WriteString(" " + f.name + " ")
				gmlValue(b, f.value)
			}
		}
		b.WriteString(" ]\n")
	}
	b.WriteString("]\n")
}

// gmlValue writes a value. GML knows no truth values, its whole numbers have
// 32 bits, and its other numbers have a point.
func gmlValue(b *bufio.Writer, value any) {
	switch v := value.(type) {
	case bool:
		if v {
			b.WriteByte('1')
			return
		}
		b.WriteByte('0')
	case int:
		if v > math.MaxInt32 {
			b.WriteString(pointed(float64(v)))
			return
		}
		b.WriteString(strconv.Itoa(v))
	case float64:
		b.WriteString(pointed(v))
	default:
		gmlText(b, written(v))
	}
}

// pointed writes a number with a decimal point before any exponent.
func pointed(x float64) string {
	s := strconv.FormatFloat(x, 'g', -1, 64)
	mantissa, exponent, found := strings.Cut(s, "e")
	if !strings.Contains(mantissa, ".") {
		mantissa += ".0"
	}
	if found {
		return mantissa + "E" + exponent
	}
	return mantissa
}

func gmlText(b *bufio.Writer, s string) {
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"':
			b.WriteString("&quot;")
		case r == '&':
			b.WriteString("&amp;")
		case r < utf8.RuneSelf:
			b.WriteByte(byte(r))
		default:
			fmt.Fprintf(b, "&#%d;", r)
		}
	}
	b.WriteByte('"')
}

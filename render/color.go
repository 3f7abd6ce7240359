package render

import (
	"fmt"
	"math"
)

// Texts on a solid colour: the one of more contrast is taken.
const (
	white = "#ffffff"
	night = "#0b1020"
)

// linear gives the light of a colour, "#rrggbb": red, green and blue from 0 to 1.
func linear(color string) (light [3]float64) {
	var v [3]uint8
	_, _ = fmt.Sscanf(color, "#%02x%02x%02x", &v[0], &v[1], &v[2]) // the colours of this package are well formed
	for i := range v {
		if light[i] = float64(v[i]) / 255; light[i] <= 0.04045 {
			light[i] /= 12.92
		} else {
			light[i] = math.Pow((light[i]+0.055)/1.055, 2.4)
		}
	}
	return light
}

// contrast is that of two colours by WCAG 2: from 1 to 21.
func contrast(a, b string) float64 {
	bright := func(color string) float64 {
		l := linear(color)
		return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2] + 0.05
	}
	x, y := bright(a), bright(b)
	return max(x, y) / min(x, y)
}

// mixed gives a pale colour with a part of another.
func mixed(pale, other string) string {
	var p, o [3]uint8
	_, _ = fmt.Sscanf(pale, "#%02x%02x%02x", &p[0], &p[1], &p[2])
	_, _ = fmt.Sscanf(other, "#%02x%02x%02x", &o[0], &o[1], &o[2])
	for i := range p {
		p[i] = uint8((3*int(p[i]) + 2*int(o[i])) / 5)
	}
	return fmt.Sprintf("#%02x%02x%02x", p[0], p[1], p[2])
}

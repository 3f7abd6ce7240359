package render_test

import (
	"encoding"
	"strings"
	"testing"

	"citemap/render"
)

func TestTextForms(t *testing.T) {
	for _, test := range []struct {
		names []string
		read  func(string) (encoding.TextMarshaler, error)
		wrong string
	}{
		{render.Colors(), func(s string) (encoding.TextMarshaler, error) { var c render.Color; return &c, c.Set(s) }, `unknown color "x": want one of community, section, year`},
		{render.Labelings(), func(s string) (encoding.TextMarshaler, error) { var l render.Labels; return &l, l.Set(s) }, `unknown labels "x": want one of fit, short, title`},
		{render.Layouts(), func(s string) (encoding.TextMarshaler, error) { var l render.Layout; return &l, l.Set(s) }, `unknown layout "x": want one of timeline, columns, topics`},
	} {
		for _, name := range test.names {
			value, err := test.read(name)
			if err != nil {
				t.Error(err)
				continue
			}
			if text, err := value.MarshalText(); err != nil || string(text) != name {
				t.Errorf("%s comes back as %s (%v)", name, text, err)
			}
		}
		if _, err := test.read("x"); err == nil || !strings.Contains(err.Error(), test.wrong) {
			t.Errorf("error %v, want %s", err, test.wrong)
		}
	}
}

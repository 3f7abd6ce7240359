package list_test

import (
	"testing"

	"citemap/fetch/list"
)

// What became no entry is named, with the reason.
func TestPassedOver(t *testing.T) {
	for _, test := range []struct {
		name, file, text string
		want             []string
	}{
		{"Markdown", "l.md",
			"---\ntitle: x\nsource: https://arxiv.org/abs/2101.00009\n---\nSee [our site](https://example.org/a) and [code](https://github.com/a/b).\n![pic](https://example.org/a.png)\n\n- [Fine Nets for All](https://arxiv.org/abs/2101.00001) [code](https://github.com/a/c)\n- [Slides](https://doi.org/10.1234/slides) of a talk\n\n[x]: https://arxiv.org/abs/2101.00005\n",
			[]string{
				"l.md:3: passed over: https://arxiv.org/abs/2101.00009: stands in the front matter, as where the text came from",
				"l.md:5: passed over: https://example.org/a: its address names no paper",
				"l.md:5: passed over: https://github.com/a/b: its site has no papers",
				`l.md:9: passed over: https://doi.org/10.1234/slides: its link is called "Slides", as what is beside a paper`,
				"l.md:11: passed over: https://arxiv.org/abs/2101.00005: names a paper, but stands where none is listed",
			}},
		{"lines", "l.txt",
			"# comment\nFine Nets for All\nOther Nets for All\nThird Nets for All\nFourth Nets for All\nand this is said of them:\n",
			[]string{"l.txt:6: passed over: and this is said of them:: reads neither as an id nor as a title"}},
		{"nothing", "l.md", "- [Fine Nets for All](https://arxiv.org/abs/2101.00001)\n", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			l, err := list.Parse(test.file, []byte(test.text), list.Auto)
			if err != nil {
				t.Fatal(err)
			}
			got := l.PassedOver()
			for i := range max(len(got), len(test.want)) {
				if i >= len(got) || i >= len(test.want) || got[i].String() != test.want[i] {
					t.Fatalf("got\n%v\nwant\n%v", got, test.want)
				}
			}
		})
	}
}

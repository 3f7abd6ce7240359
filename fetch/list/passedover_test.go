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
				"l.md:3: skipped: https://arxiv.org/abs/2101.00009: is in the front matter, as the source of the text",
				"l.md:5: skipped: https://example.org/a: its address names no paper",
				"l.md:5: skipped: https://github.com/a/b: its site has no papers",
				`l.md:9: skipped: https://doi.org/10.1234/slides: its link is called "Slides", which is not the paper itself`,
				"l.md:11: skipped: https://arxiv.org/abs/2101.00005: names a paper, but not in a list item",
			}},
		{"lines", "l.txt",
			"# comment\nFine Nets for All\nOther Nets for All\nThird Nets for All\nFourth Nets for All\nand this is said of them:\n",
			[]string{"l.txt:6: skipped: and this is said of them:: is neither an id nor a title"}},
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

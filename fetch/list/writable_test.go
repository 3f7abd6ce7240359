package list_test

import (
	"strings"
	"testing"

	"citemap/fetch/list"
	"citemap/fetch/list/add"
	"citemap/fetch/list/fix"
	"citemap/fetch/list/layout"
	"citemap/graph"
)

// TestWrittenAsSaid writes to a list in the format that it is said to be in.
func TestWrittenAsSaid(t *testing.T) {
	text := "- Attention Is All You Need https://arxiv.org/abs/1706.03762v2\n- Deep Residual Learning https://arxiv.org/abs/1512.03385\n"
	paper := []graph.Paper{arxivPaper("2307.09288", "On Things", "2023")}
	for _, test := range []struct {
		from list.Format
		want string
	}{
		{list.Auto, "- On Things https://arxiv.org/abs/2307.09288\n"},
		{list.IDs, "- On Things https://arxiv.org/abs/2307.09288\n"},
		{list.Markdown, "- [On Things](https://arxiv.org/abs/2307.09288) (2023)\n"},
	} {
		a, err := add.Append("l", []byte(text), test.from, paper)
		if err != nil || string(a.Text) != text+test.want {
			t.Errorf("from %s: %v\n%s", test.from, err, a.Text)
		}
	}
	latex := "see [Deep Residual Learning](https://arxiv.org/abs/1512.03385)\n\n@article{a, title={Attention Is All You Need}, doi={10.1/x}}\n"
	for _, from := range []list.Format{list.BibTeX, list.Markdown} {
		f, err := fix.Fix("l", []byte(latex), from, fix.FixTitles, func(entries []graph.Entry) []fix.Advice { return make([]fix.Advice, len(entries)) })
		if l, readErr := list.Parse("l", f.Text, from); err != nil || readErr != nil || l.Format != from {
			t.Errorf("from %s: %v, %v", from, err, readErr)
		}
	}
	if err := layout.Writable("l", []byte(text), list.BibTeX); err == nil || !strings.Contains(err.Error(), "want entries like @article") {
		t.Errorf("got %v", err)
	}
}

// TestPackedIsNotWritten says of a packed file, whatever is in it, how to go on.
func TestPackedIsNotWritten(t *testing.T) {
	for _, f := range []list.Format{list.Markdown, list.BibTeX, list.IDs, list.Snapshot} {
		text := packed(t, samples[f])
		_, appending := add.Append("l.gz", text, list.Auto, nil)
		_, fixing := fix.Fix("l.gz", text, f, fix.FixUsual, nil)
		for _, err := range []error{appending, fixing, layout.Writable("l.gz", text, list.Auto)} {
			if err == nil || err.Error() != "l.gz: is compressed, which citemap reads but does not write: unpack it first" {
				t.Errorf("%s: %v", f, err)
			}
		}
	}
}

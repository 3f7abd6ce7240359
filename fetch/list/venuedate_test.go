package list_test

import (
	"strings"
	"testing"

	"citemap/fetch/list"
)

// TestVenueDates reads the date that lists write beside a venue, wherever it
// stands in the line and whatever follows it.
func TestVenueDates(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"- [One Fine Paper](@), Love et al., Arxiv 2021 | [github](https://github.com/a/b) | [bibtex](./a.txt)", "2021"},
		{"- **OFP**: \"One Fine Paper Here\", ICCV, 2021 (*Somewhere*). [[Paper](@)][[PyTorch (a)](https://github.com/a/b)]", "2021"},
		{"- (arXiv 2021.03) One Fine Paper, [[Paper]](@)", "2021-03"},
		{"- (arXiv.2021.02) One Fine Paper, [[Paper]](@)", "2021-02"},
		{"- (*arXiv 2023.05*) One Fine Paper [[paper](@)]", "2023-05"},
		{"- (*TKDE‘23*) One Fine Paper [[paper](@)]", "2023"},
		{"- (*Annals of All Fine Systems 2023*) One Fine Paper [[paper](@)]", "2023"},
		{"- **[OFP]** One Fine Paper | Ada Love, et al. | **[ICCV' 15]** |[`[pdf]`](@)", "2015"},
		{"- [One Fine Paper](@) - Ada Love, Alan Turing, Grace Hopper, Emmy Noether, AAAI-16. [Code](https://github.com/a/b).", "2016"},
		{"- One Fine Paper.\n  [[pdf]](@)\n  - Love, Ada and Turing, Alan and Hopper, Grace and Noether, Emmy. *ECCV 2016*", "2016"},
		{"- One Fine Paper.\n  [[pdf]](@)\n  - Love, Ada and Turing, Alan and Hopper, Grace and Noether, Emmy. *WXYZ 2016*", "2016"},
		{"| Title | Pub. |\n|--|--|\n| [One Fine Paper](@) | CVPR,2018 |", "2018"},
		{"| Name | Released | Link |\n|--|--|--|\n| One Fine Paper | 2023/3 | [Paper](@) |", "2023-03"},
		{"- One Fine Paper with VGG-16 and 2048 units [[pdf](@)]", ""},
		{"- [One Fine Paper](@) by the authors of 12 others", ""},
	} {
		entries, err := list.Read("l.md", []byte(strings.ReplaceAll(test.text, "@", "https://arxiv.org/abs/1706.03762")+"\n"))
		if err != nil || len(entries) != 1 {
			t.Errorf("%s\ngot %s %v", test.text, shape(entries), err)
			continue
		}
		if got := entries[0].Date.String(); got != test.want {
			t.Errorf("%s\ngot %s, want %s", test.text, got, test.want)
		}
	}
}

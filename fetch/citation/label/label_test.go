package label

import "testing"

// TestLabels tells what a link is called, and notes, from titles.
func TestLabels(t *testing.T) {
	for _, test := range []struct {
		text              string
		label, note, date bool // IsLabel, IsNote, IsDatedNote
	}{
		{"PDF", true, true, false},
		{"[paper] [code]", true, false, false},
		{"link to the full text", true, false, false},
		{"论文链接", true, true, false},
		{"this survey paper", true, false, false},
		{"Paper (low resolution)", true, false, false},
		{"https://a.org/b", true, true, false},
		{"arXiv:1706.03762", true, true, false},
		{"NeurIPS 2017", true, true, true},
		{"CVPR'18", true, true, true},
		{"ICML workshop (oral)", true, true, false},
		{"2021 TKDD", true, true, true},
		{"Vaswani et al., 2017", true, true, true},
		{"Love and Turing (2019)", true, true, true},
		{"2017-06-12", true, true, true},
		{"Attention Is All You Need", false, false, false},
		{"Random woods", false, false, false},
		{"Code generation with nets", false, false, false},
	} {
		if got := IsLabel(test.text); got != test.label {
			t.Errorf("IsLabel(%q) is %v", test.text, got)
		}
		if got := IsNote(test.text); got != test.note {
			t.Errorf("IsNote(%q) is %v", test.text, got)
		}
		if got := IsDatedNote(test.text); got != test.date {
			t.Errorf("IsDatedNote(%q) is %v", test.text, got)
		}
	}
}

// TestNotesAround tells what may be taken off a title, ahead of it and behind.
func TestNotesAround(t *testing.T) {
	for _, test := range []struct {
		text, mark     string
		ahead, between bool // the text stands ahead of the mark, or behind it
	}{
		{"NeurIPS 2017", " - ", true, true},
		{"Title", ": ", true, false},
		{"论文", "：", true, true},
		{"2016/260", " - ", true, false},
		{"Nature", " - ", false, true},
		{"ADD 2022", ": ", false, true},
		{"Yao 2021", " - ", true, true},
		{"Vaswani et al.", ", ", true, true},
		{"In CVPR 2018", ". ", true, true},
		{"Ada Love, Alan Turing", ". ", false, true},
		{"doi", ", ", false, true},
		{"A Study of Otters", " - ", false, false},
	} {
		if got := IsLeadingNote(test.text, test.mark); got != test.ahead {
			t.Errorf("IsLeadingNote(%q, %q) is %v", test.text, test.mark, got)
		}
		if got := IsTrailingNote(test.text, test.mark); got != test.between {
			t.Errorf("IsTrailingNote(%q, %q) is %v", test.text, test.mark, got)
		}
	}
}

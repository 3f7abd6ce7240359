package words

import (
	"io/fs"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	for _, test := range []struct {
		text            string
		count           int
		large, acronym  bool
		names, one, etc bool // LooksLikeNames, IsName, HasEtAl
	}{
		{"Attention Is All You Need", 5, true, false, false, true, false},
		{"Ada Love, Alan Turing", 4, true, false, true, true, false},
		{"Ada Love and Alan Turing", 5, true, false, true, false, false},
		{"Guido van Rossum", 3, true, false, false, true, false},
		{"Love et al.", 3, true, false, true, false, true},
		{"Paper, Code", 2, true, false, false, false, false},
		{"TKDD", 1, true, true, false, false, false},
		{"NeurIPS", 1, true, true, false, false, false},
		{"基于深度学习的图像识别", 3, false, false, false, false, false},
		{"3 + 4", 0, true, false, false, false, false},
		{"", 0, false, false, false, false, false},
	} {
		if got := WordCount(test.text); got != test.count {
			t.Errorf("WordCount(%q) is %d, want %d", test.text, got, test.count)
		}
		for name, got := range map[string][2]bool{
			"NextLarge": {NextLarge(test.text), test.large}, "IsAcronym": {IsAcronym(test.text), test.acronym},
			"LooksLikeNames": {LooksLikeNames(test.text), test.names}, "IsName": {IsName(test.text), test.one},
			"HasEtAl": {HasEtAl(test.text), test.etc},
		} {
			if got[0] != got[1] {
				t.Errorf("%s(%q) is %v", name, test.text, got[0])
			}
		}
	}
}

func TestPlainText(t *testing.T) {
	for text, want := range map[string]string{
		":star: Fine :rocket: nets ⭐": "Fine nets", "Nets: a review: more": "Nets: a review: more", "a  \t b\nc": "a b c",
	} {
		if got := OneLine(StripEmoji(text)); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
	if !SameTitle("Fine Nets: A Review", "fine nets -- a review") || SameTitle("Fine nets", "Fine net") {
		t.Error("titles are compared by more than their letters")
	}
}

// TestTables holds that each table says where its words come from, and that no
// word of a link's text is of two kinds.
func TestTables(t *testing.T) {
	files, err := fs.ReadDir(tables, "tables")
	if err != nil || len(files) < 10 {
		t.Fatal(len(files), err)
	}
	kind := map[string]string{}
	for _, file := range files {
		text, err := fs.ReadFile(tables, "tables/"+file.Name())
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(file.Name(), ".txt")
		if !strings.HasPrefix(string(text), "# ") || len(table(name)) < 5 {
			t.Errorf("%s: %d words, begins %.20q", name, len(table(name)), text)
		}
		if strings.Contains(" papers beside venues labels ", " "+name+" ") {
			for w := range table(name) {
				if kind[w] != "" {
					t.Errorf("%s is in %s and in %s", w, kind[w], name)
				}
				kind[w] = name
			}
		}
	}
	if len(kind) != len(Labels) {
		t.Errorf("%d words of four tables, %d labels", len(kind), len(Labels))
	}
}

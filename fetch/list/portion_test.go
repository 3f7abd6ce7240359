package list

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"citemap/graph"
)

// manyPortions are texts whose blocks are hard to tell apart where they are cut.
var manyPortions = map[string]string{
	"definitions":     "- [A First Paper][1]\n- [A Second Paper][2] and [3]\n\n[1]: https://arxiv.org/abs/2305.11206\n[2]:\nhttps://arxiv.org/abs/2305.11207\n'of two\nlines'\n[3]: https://doi.org/10.1/x\n[1]: https://arxiv.org/abs/1706.03762\n",
	"fences":          "- a\n  ```\n- [Not a Paper](https://arxiv.org/abs/2305.11206)\n\n  ```\n\n```\n# no heading\n\n- [Not one](https://arxiv.org/abs/2305.11207)\n\n```\n\n- [A Real Paper](https://arxiv.org/abs/2305.11208)\n~~~\n- [x](https://arxiv.org/abs/1706.03762)\n",
	"html":            "<table>\n<tr><th>Title<th>Link</tr>\n<tr><td>A First Paper<td><a href=https://arxiv.org/abs/2305.11206>pdf</a>\n<tr><td>A Second Paper<td><a href=https://arxiv.org/abs/2305.11207>pdf</a>\n</table>\n\n<!-- [A Hidden](https://arxiv.org/abs/2305.11208)\n\n[B Hidden](https://arxiv.org/abs/2305.11209)\n-->\n<pre>\n\n- [In Pre](https://arxiv.org/abs/2305.11210)\n\n</pre>\n- [A Real Paper](https://arxiv.org/abs/2305.11211)\n",
	"tables":          "Words above\n| Title | Year | Link |\n|---|---|---|\n| A First Paper | 2020 | [pdf](https://arxiv.org/abs/2305.11206) |\n| A `x\\|y` Paper | 2021 | [pdf](https://arxiv.org/abs/2305.11207) |\n  | A Third Paper | 2022 | [pdf](https://arxiv.org/abs/2305.11208) |\n\n## Next\n\n| Title | Link |\n|--|--|\n| One Row Here | https://arxiv.org/abs/2305.11209 |\n| --- | --- |\n| Two Rows Here | https://arxiv.org/abs/2305.11210 |\nwords\n- [A Paper](https://arxiv.org/abs/2305.11211)\n",
	"lists":           "1. [A First Paper](https://arxiv.org/abs/2305.11206)\n   - Jane Doe, 2020\n\n     more of it\n2. [A Second Paper](https://arxiv.org/abs/2305.11207)\nlazy words\n\n 3. A Third Paper\n    [pdf](https://arxiv.org/abs/2305.11208)\n- **A Fourth Paper**\n\n  [pdf](https://arxiv.org/abs/2305.11209)\n-    x\n   - y [A Fifth Paper](https://arxiv.org/abs/2305.11210)\n\n        code\n* * *\n+ [A Sixth Paper](https://arxiv.org/abs/2305.11211)\n===\n",
	"headings":        "A Field\n===\n\nA Part\n---\n\n### A Paper Here\n\n**2023-05-18**\n\nhttps://arxiv.org/pdf/2305.11206\n\n---\n\n### Another Paper\n\n**2023-05**\n\n---\n\n# End\n\n[A Paper](https://arxiv.org/abs/2305.11207)\n***\nhttps://arxiv.org/abs/2305.11208\n",
	"bold titles":     strings.Repeat("**One Paper Here**\n\nwords\n\n[pdf](https://arxiv.org/abs/2305.11206)\n\n**Two Papers Here**\n\n- [a](https://arxiv.org/abs/2305.11207)\n- [b](https://arxiv.org/abs/2305.11208)\n\n", 30),
	"quotations":      "> - [A First Paper](https://arxiv.org/abs/2305.11206)\n> - [A Second Paper](https://arxiv.org/abs/2305.11207)\n>\n> ## Part\n>\n> [A Third Paper](https://arxiv.org/abs/2305.11208)\nlazy\n\n> [A Fourth Paper](https://arxiv.org/abs/2305.11209)\n",
	"a long section":  "## A Paper of the Section\n\n**2020-01**\n\n" + strings.Repeat("- [A Paper](https://arxiv.org/abs/2305.11206) by Jane Doe, 2020\n- **Another Paper** [pdf](https://doi.org/10.1/x) [code](https://github.com/a/b)\n", 60) + "\n## Next\n\nhttps://arxiv.org/abs/2305.11207\n\n**2021-02**\n",
	"one paper in it": "## A Paper of the Section\n\n" + strings.Repeat("Words about it.\n\n[pdf](https://arxiv.org/abs/2305.11206)\n\n", 60) + "- [Another One](https://arxiv.org/abs/2305.11207)\n",
}

// TestPortions reads documents in portions of all sizes: nothing differs from
// what is read at once.
func TestPortions(t *testing.T) {
	texts := map[string]string{}
	for name, text := range manyPortions {
		texts[name], texts[name+" with CRLF"] = text, strings.ReplaceAll(text, "\n", "\r\n")
	}
	for _, h := range hostile {
		texts[h.name] = h.make(4096)
	}
	for _, pattern := range []string{"testdata/*.md", "../../testdata/lists/*.md", "../../../shared/lists/*.md"} {
		files, _ := filepath.Glob(pattern)
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			texts[file] = string(text)
		}
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			whole := readPortions([]byte(text), len(text)+1, len(text)+1)
			for _, size := range []int{1, 7, 64, 500, 4000, 30000} {
				if size < len(text) && len(text)/size < 2000 {
					checkEqual(t, size, whole, readPortions([]byte(text), size, len(text)+1))
				}
			}
		})
	}
}

func checkEqual(t *testing.T, size int, want, got []graph.Entry) {
	t.Helper()
	sortEntries(want)
	sortEntries(got)
	for i := range min(len(want), len(got)) {
		if !reflect.DeepEqual(want[i], got[i]) {
			t.Fatalf("in portions of %d: entry %d of %d\n%+v, want of %d\n%+v", size, i, len(got), got[i], len(want), want[i])
		}
	}
	if len(want) != len(got) {
		t.Fatalf("in portions of %d: %d entries, want %d", size, len(got), len(want))
	}
}

// FuzzPortions holds that a document in small portions is the document.
func FuzzPortions(f *testing.F) {
	for _, text := range manyPortions {
		f.Add([]byte(text), uint8(20))
	}
	f.Fuzz(func(t *testing.T, text []byte, size uint8) {
		if !utf8.Valid(text) || len(text) > 2000 {
			return
		}
		whole := readPortions(text, len(text)+1, len(text)+1)
		checkEqual(t, int(size)+1, whole, readPortions(text, int(size)+1, len(text)+1))
		readPortions(text, int(size)+1, 16) // and where it must be cut, it is read to its end
	})
}

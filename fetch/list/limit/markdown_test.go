package limit

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// TestOrdinaryIsNoToil: lists such as people write them, and longer, are far from
// the limits.
func TestOrdinaryIsNoToil(t *testing.T) {
	var b bytes.Buffer
	for i := range 20_000 {
		fmt.Fprintf(&b, "- **[Paper *Number* %d of_Many](https://arxiv.org/abs/2101.%05d)** _NeurIPS_ [[code](https://github.com/a_b/c)] <!-- x -->\n", i, i)
	}
	if f := Markdown(b.Bytes()); f != nil {
		t.Errorf("refused: line %d %s", f.Line, f.What)
	}
	table := "| Title | Link | Year |\n|--|--|--|\n" + strings.Repeat("| One Paper of Many |\n", 20_000)
	if f := Markdown([]byte(table)); f != nil {
		t.Errorf("refused: line %d %s", f.Line, f.What)
	}
}

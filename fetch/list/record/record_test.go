package record

import (
	"testing"
)

func TestPlainTitle(t *testing.T) {
	for written, want := range map[string]string{
		"&quot;Why&quot; R&amp;amp;D &#8211; of&nbsp;trees":              `"Why" R&D – of trees`,
		"Of <i>E. coli</i> in H<sub>2</sub>O<br/>and CO<inf>2</inf>":     "Of E. coli in H2O and CO2",
		"Of &lt;i&gt;Mice&lt;/i&gt; and <scp>Men</scp>":                  "Of Mice and Men",
		`Of <mml:math xmlns:mml="x"><mml:mi>k</mml:mi></mml:math>-means`: "Of k-means",
		"<b>":                     "<b>",
		`Bounds of $O(n_2)$ <br>`: "Bounds of O(n₂)",
		"R&D, List<T>, a <b and c> d, costs of $5 and $6": "R&D, List<T>, a <b and c> d, costs of $5 and $6",
		"&not an entity &amp &;":                          "&not an entity &amp &;",
		"&amp;amp;amp;lt;":                                "&lt;",
	} {
		if got := PlainTitle(written); got != want {
			t.Errorf("%s: %q, want %q", written, got, want)
		}
	}
}

package graphtest

import (
	"fmt"

	"citemap/graph"
)

// Titles are what strangers may put into a title, and every writer has to bear.
var Titles = []string{
	`</script><script>alert(1)</script>`, `<img src=x onerror=alert(1)>`, `</style><b>bold`, `"quoted" & 'apostrophes'`,
	"line\nbreak\tand\x00control\x1b[31mred\x07", `back\slash \N \G \l {brace} |bar|`, `=HYPERLINK("http://x","y")`, "+1 -1 @sum",
	"مقدمة في تعلم الآلة", "深度学习的综述与展望：从卷积到注意力机制的长标题测试", "Эволюция графов цитирования", "Über Größe und Äther", "λ-calculus → ∀x.φ(x)",
	"👩‍🔬 emoji 🧪 science", "\u202egnirts desrever\u202c", "zero\u200bwidth\ufeff", "]]> <!-- --> ${x} {{.}} %s %n",
	"A very long title that goes on and on so that no box of any drawing and no column of any table could hold the whole of it without cutting it off somewhere",
	"invalid \xff\xfe bytes", "",
}

// Nasty is a corpus whose papers bear those titles, and the like for names,
// venues and addresses. The first paper is listed and cites the others.
func Nasty() *graph.Corpus {
	var papers []graph.Paper
	first := Cites("n00@2024-05-01")
	for i, title := range Titles {
		p := Paper(fmt.Sprintf("n%02d@%d", i+1, 2000+i))
		p.Title, p.Venue, p.Abstract = title, title, title
		p.Authors = []string{title, "Ann " + title}
		p.URL = []string{"javascript:alert(1)", "https://example.org/?a=1&b=<2>\"'", "data:text/html,x", "//host"}[i%4]
		papers = append(papers, p)
		first.References.IDs = append(first.References.IDs, p.ID)
	}
	first.Title, first.URL = Titles[0], "javascript:alert(1)"
	c := Corpus("n00 n03", append(papers, first)...)
	for i := range c.Entries {
		c.Entries[i].Title, c.Entries[i].Note, c.Entries[i].Section = Titles[i], Titles[i+1], Titles[i+2]
	}
	c.Sources = []graph.Provenance{{Name: Titles[0], Licence: Titles[5]}}
	return c
}

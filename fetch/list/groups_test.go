package list_test

import (
	"fmt"
	"strings"
	"testing"

	"citemap/fetch/list"
)

// TestGroups reads lists whose papers stand in groups: what a group is called is
// the section of its papers, and no paper itself.
func TestGroups(t *testing.T) {
	for _, test := range []struct{ name, file, text, want, broken string }{
		{"groups with a name", "x.json", `[{"name":"NLP","papers":[{"title":"Of Words","url":"https://arxiv.org/abs/1706.03762"}]},` + "\n" + `{"name":"CV","description":"pictures","papers":[{"name":"Of Sight","link":"https://arxiv.org/abs/1512.03385"},{"title":"Of Titles Only"}]}]`,
			"1 NLP: Of Words [arXiv:1706.03762]\n2 CV: Of Sight [arXiv:1512.03385]\n2 CV: Of Titles Only []\n", ""},
		{"sections with a title, a year, or nothing in them", "x.json", `{"title":"Mine","sections":[{"title":"x","items":[{"title":"One Paper","doi":"10.1000/a"}]},` + "\n" + `{"title":"Empty","items":[]},{"title":"y","year":2019,"items":["https://arxiv.org/abs/1810.04805","A Title of Several Words"]}]}`,
			"1 Mine > x: One Paper [DOI:10.1000/a]\n2 Mine > y:  [arXiv:1810.04805]\n2 Mine > y: A Title of Several Words []\n", ""},
		{"a list with an author", "x.json", `{"title":"Mine","author":"Ann Roe","url":"https://example.org","papers":[{"title":"One Paper","year":2001}]}`, "1 Mine: One Paper []\n", ""},
		{"a paper with what it cites", "x.json", `{"title":"One Paper","year":2017,"references":[{"title":"Another Paper","year":2001}]}`, "1 : One Paper []\n", ""},
		{"the references of a paper", "x.json", `{"arxiv":"2401.01335","title":"One Paper",` + "\n" + `"references":[{"title":"Another Paper","year":2001,"doi":null}]}`, "1 : One Paper [arXiv:2401.01335]\n2 One Paper: Another Paper []\n", ""},
		{"years with their papers", "x.json", `[{"year":2020,"papers":[{"title":"One Paper","url":"https://arxiv.org/abs/1706.03762"}]}]`, "1 : One Paper [arXiv:1706.03762]\n", ""},
		{"papers by their keys", "x.json", `{"papers":{"roe2017":{"title":"One Paper","doi":"10.1000/a"},"doe":{"title":"Two Papers","year":2018}}}`, "1 : One Paper [DOI:10.1000/a]\n1 : Two Papers []\n", ""},
		{"titles with their addresses", "x.json", `{"One Paper Here":"https://arxiv.org/abs/1706.03762","BERT":{"url":"https://arxiv.org/abs/1810.04805"},"tags":["nlp"],"homepage":"https://example.org"}`,
			"1 : One Paper Here [arXiv:1706.03762]\n1 : BERT [arXiv:1810.04805]\n", ""},
		{"TOML below a title", "x.toml", "title = \"Mine\"\nauthor = \"Ann\"\n\n[[paper]]\ntitle = \"One Paper\"\narxiv = \"1706.03762\"\n\n[[paper]]\ntitle = \"Two Papers\"\n[paper.ids]\ndoi = \"10.1000/x\"\n",
			"4 Mine: One Paper [arXiv:1706.03762]\n8 Mine: Two Papers [DOI:10.1000/x]\n", ""},
		{"TOML in sections", "x.toml", "[[sections]]\nname = \"NLP\"\n[[sections.papers]]\ntitle = \"Of Words\"\nurl = \"https://arxiv.org/abs/1706.03762\"\n[[sections]]\nname = \"CV\"\npapers = [{title = \"Of Sight\", doi = \"10.1000/cv\"}, \"10.1000/bare\"]\n[more]\n\"One Paper Here\" = \"https://arxiv.org/abs/1409.0473\"\n",
			"3 NLP: Of Words [arXiv:1706.03762]\n8 CV: Of Sight [DOI:10.1000/cv]\n8 CV:  [DOI:10.1000/bare]\n10 more: One Paper Here [arXiv:1409.0473]\n", ""},
		{"YAML of mixed forms", "x.yaml", "title: Mine\nnlp:\n  - https://arxiv.org/abs/1706.03762\n  - title: Of BERT: With a Colon\n    url: https://arxiv.org/abs/1810.04805\n  - \"Of Titles Only\"\n  - 10.1000/abc  # a comment\n  - and so on, as it says below.\nvision:\n  resnet: https://arxiv.org/abs/1512.03385\n  Very Deep Networks: {doi: 10.1000/vdn, year: 2014}\n",
			"3 Mine > nlp:  [arXiv:1706.03762]\n4 Mine > nlp: Of BERT: With a Colon [arXiv:1810.04805]\n6 Mine > nlp: Of Titles Only []\n7 Mine > nlp:  [DOI:10.1000/abc]\n10 Mine > vision:  [arXiv:1512.03385]\n11 Mine > vision: Very Deep Networks [DOI:10.1000/vdn]\n", "x.yaml:8: text is neither an id nor a title\n"},
		{"YAML, a list of sections, pairs and texts", "x.yml", "- section: Theory\n  papers:\n  - title: @home with a paper\n    link: https://arxiv.org/abs/1706.03762\n  - 'BERT': https://arxiv.org/abs/1810.04805\n- A Title of Several Words\n- https://arxiv.org/abs/1512.03385\n",
			"3 Theory: @home with a paper [arXiv:1706.03762]\n5 Theory: BERT [arXiv:1810.04805]\n6 : A Title of Several Words []\n7 :  [arXiv:1512.03385]\n", ""},
		{"messages of Slack", "x.json", `[{"type":"message","user":"U1","text":"Read <https://arxiv.org/abs/2305.11206|LIMA: Less Is More> please","ts":"1"},` + "\n" + `{"type":"message","user":"U2","text":"no paper here","ts":"2"},` + "\n" + `{"type":"message","user":"U2","text":"and <https://arxiv.org/abs/1706.03762> &amp; <https://example.org|a blog>","ts":"3","attachments":[{"title":"[1706.03762] Attention Is All You Need","from_url":"https://arxiv.org/abs/1706.03762"}]}]`,
			"1 : LIMA: Less Is More [arXiv:2305.11206]\n3 : Attention Is All You Need [arXiv:1706.03762]\n", ""},
		{"messages of Discord", "x.json", `{"guild":{"id":"1","name":"Lab"},"channel":{"id":"2","name":"papers"},"messages":[{"id":"9","timestamp":"2023-01-01","content":"https://arxiv.org/abs/1706.03762 great","author":{"id":"3","name":"ann"},"embeds":[{"title":"Attention Is All You Need","url":"https://arxiv.org/abs/1706.03762"}]}]}`,
			"1 : Attention Is All You Need [arXiv:1706.03762]\n", ""},
		{"messages of Telegram", "x.json", `{"name":"Papers","messages":[{"id":1,"date":"2023-01-01","from":"Ann","text":["see ",{"type":"link","text":"https://arxiv.org/abs/1706.03762"}," and ",{"type":"text_link","text":"BERT","href":"https://arxiv.org/abs/1810.04805"}]}]}`,
			"1 Papers: BERT [arXiv:1810.04805]\n1 Papers:  [arXiv:1706.03762]\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			l, err := list.Parse(test.file, []byte(test.text), list.Auto)
			if err != nil {
				t.Fatal(err)
			}
			var got, broken strings.Builder
			for _, e := range l.Entries {
				fmt.Fprintf(&got, "%d %s: %s %v\n", e.Line, e.Section, e.Title, e.IDs)
			}
			for _, b := range l.Broken {
				broken.WriteString(said(b) + "\n")
			}
			if got.String() != test.want || broken.String() != test.broken {
				t.Errorf("got\n%s%swant\n%s%s", got.String(), broken.String(), test.want, test.broken)
			}
			checkEntries(t, []byte(test.text), l.Entries)
		})
	}
}

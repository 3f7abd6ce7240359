package list_test

import (
	"testing"
)

// What is no list in any form loses no id that stands in it.
func TestNoIDIsLost(t *testing.T) {
	checkReader(t, []readerTest{
		{"a word above a citation", "l.txt", "lora\nAn, Y. and Deep, K. Text mining with trees. 2019. doi:10.1145/3065386\n", "2 Text mining with trees [2019] DOI=10.1145/3065386\n", ""},
		{"Vancouver style, an id behind", "l.txt", "Seeff LB. Natural history. Hepatology 2002. PMID 12407573.\nSmith, J. Some study. Nature 2001. doi:10.1038/nature14539\n",
			"1 Natural history [2002] PubMed=12407573\n2 Some study [2001] DOI=10.1038/nature14539\n", ""},
		{"ids in an object of their own", "l.json", `[{"title": "Some paper", "ids": {"arxiv": "1706.03762"}}, {"title": "Other paper", "ids": {"DOI": "10.1000/x"}}]`, "1 Some paper ArXiv=1706.03762\n1 Other paper DOI=10.1000/x\n", ""},
		{"bare ids in a column of links", "l.csv", "Title,Link,id\nDeep learning review,10.1038/nature14539,\nBert pre-training,,1810.04805\n", "2 Deep learning review DOI=10.1038/nature14539\n3 Bert pre-training ArXiv=1810.04805\n", ""},
		{"two ids in a cell, and a column of one's own name", "l.csv", "title,ids,Paper ID\nSome paper,\"10.1038/nature14539, arXiv:1706.03762\",\nBert paper,,arXiv:1810.04805\n", "2 Some paper ArXiv=1706.03762 DOI=10.1038/nature14539\n3 Bert paper ArXiv=1810.04805\n", ""},
	})
}

package crossref

import (
	"encoding/json"
	"fmt"
	"testing"

	"citemap/fetch"
	"citemap/graph"
)

// shown is a paper in a line: its id, or "stub"; its title; author and year.
func shown(m string) string {
	var w wireMention
	if err := json.Unmarshal([]byte(m), &w); err != nil {
		return err.Error()
	}
	p, ok := w.paper()
	if !ok {
		return "dropped"
	}
	id := string(p.ID)
	if p.Stub {
		if p.ID != fetch.PaperIDOf(&p) || len(p.IDs) > 0 {
			return "an odd stub"
		}
		id = "stub"
	}
	return fmt.Sprintf("%s | %s | %s", id, p.Title, p.Byline())
}

func TestEntries(t *testing.T) {
	for _, test := range []struct{ name, entry, want string }{
		{"a DOI and everything", `{"DOI":"10.1038/GIM.2015.30","article-title":"Standards for variants","author":"Richards","year":"2015","journal-title":"Genet. Med."}`,
			"DOI:10.1038/gim.2015.30 | Standards for variants | Richards 2015"},
		{"a DOI alone", `{"key":"r1","DOI":"10.1/x"}`, "dropped"}, // no registrant has one digit
		{"a DOI as an address", `{"DOI":"https://doi.org/10.1234/x"}`, "DOI:10.1234/x |  | DOI:10.1234/x"},
		{"a DOI of arXiv", `{"DOI":"10.48550/arXiv.1706.03762"}`, "arXiv:1706.03762 |  | arXiv:1706.03762"},
		{"a title", `{"article-title":"High-throughput evaluation of variants","author":"Gould","year":"2024a"}`, "stub | High-throughput evaluation of variants | Gould 2024"},
		{"a broken DOI and a title", `{"DOI":"n/a","article-title":"A title of words"}`, "stub | A title of words | A title of words"},
		{"a book", `{"volume-title":"The Elements of Statistical Learning","author":"Hastie et al.","year":"2009"}`, "stub | The Elements of Statistical Learning | Hastie 2009"},
		{"a page of a volume", `{"volume-title":"The Elements of Statistical Learning","first-page":"12"}`, "dropped"},
		{"proceedings", `{"volume-title":"Proceedings of the 57th Annual Meeting","author":"Devlin","year":"2019"}`, "dropped"},
		{"a conference", `{"volume-title":"2016 IEEE Conference on Computer Vision"}`, "dropped"},
		{"a journal only", `{"journal-title":"Nature","volume":"12","author":"Watson","year":"1953"}`, "dropped"},
		{"a title too short to tell", `{"article-title":"Introduction","author":"Smith"}`, "dropped"},
		{"an address as title", `{"article-title":"https://example.org/a/page"}`, "dropped"},
		{"numbers as title", `{"article-title":"12 345 abc 678 def 910 ghi 1112 1314"}`, "dropped"},
		{"markup", `{"article-title":"Growth of <i>E. coli</i> in H<sub>2</sub>O &amp; air"}`, "stub | Growth of E. coli in H2O & air | Growth of E. coli in H2O & air"},
		{"control characters", "{\"article-title\":\"A\\u0000 title\\nof \\u0007 words\",\"author\":\"\\u0001\"}", "stub | A title of words | A title of words"},
		{"Chinese", `{"article-title":"基于深度学习的图像识别"}`, "stub | 基于深度学习的图像识别 | 基于深度学习的图像识别"},
		{"nulls", `{"DOI":null,"article-title":null,"year":null,"unstructured":null}`, "dropped"},
		{"other types", `{"DOI":5,"article-title":["x"],"year":2015,"author":{}}`, "dropped"},
		{"arXiv id as journal", `{"article-title":"Attention is all you need","journal-title":"arXiv preprint arXiv:1706.03762","year":"2017"}`,
			"arXiv:1706.03762 | Attention is all you need | Attention is all you need 2017"},
		{"CoRR", `{"journal-title":"CoRR","unstructured":"Vaswani et al. CoRR abs/1706.03762v5 (2017)"}`, "arXiv:1706.03762 |  | arXiv:1706.03762"},
		{"old arXiv id", `{"unstructured":"E. Witten, hep-th, arXiv:hep-th/9802150."}`, "arXiv:hep-th/9802150 |  | arXiv:hep-th/9802150"},
		{"DOI in the text", `{"unstructured":"Doe, J. Nature 5 (2001). https://doi.org/10.1234/abc.5."}`, "DOI:10.1234/abc.5 |  | DOI:10.1234/abc.5"},
		{"DOI in parentheses", `{"unstructured":"Doe, J. Nature 5 (doi:10.1234/abc)."}`, "DOI:10.1234/abc |  | DOI:10.1234/abc"},
		{"a DOI with brackets, in parentheses", `{"unstructured":"Doe, J. (2001). Art. Int. (doi:10.1016/S0004-3702(01)00129-1)."}`, "DOI:10.1016/s0004-3702(01)00129-1 |  | DOI:10.1016/s0004-3702(01)00129-1"},
		{"a SICI", `{"unstructured":"Lorenz 1963, 10.1175/1520-0469(1963)020&lt;0130:DNF&gt;2.0.CO;2"}`, "DOI:10.1175/1520-0469(1963)020<0130:dnf>2.0.co;2 |  | DOI:10.1175/1520-0469(1963)020<0130:dnf>2.0.co;2"},
		{"the same id twice", `{"unstructured":"arXiv:1706.03762, https://doi.org/10.48550/arXiv.1706.03762"}`, "arXiv:1706.03762 |  | arXiv:1706.03762"},
		{"two ids", `{"unstructured":"Doe 10.1234/abc; Roe 10.1234/def"}`, "dropped"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := shown(test.entry); got != test.want {
				t.Errorf("%s\nis   %s\nwant %s", test.entry, got, test.want)
			}
		})
	}
}

func TestPrintedTitles(t *testing.T) {
	for _, test := range []struct{ name, entry, want string }{
		{"APA", "Vaswani, A., & Shazeer, N. (2017). Attention is all you need. Advances in Neural Information Processing Systems, 30.", "Attention is all you need"},
		{"APA with a month", "Willighagen, E. (2007, May 25). Numbers are not copyrighted. Chem-bla-ics.", "Numbers are not copyrighted"},
		{"APA, an abbreviation within", "Bone, J. (2015). Cats vs. Dogs in the wild. Nature, 3.", "Cats vs. Dogs in the wild"},
		{"APA, an initial within", "Bone, J. (2015). Growth of E. Coli in water. Nature, 3.", "Growth of E. Coli in water"},
		{"APA, a question", "Bone, J. (2015). Do cats dream? A study of sleep. Nature, 3.", "Do cats dream? A study of sleep"},
		{"APA, nothing after it", "Bone, J. (2015). Cats in the wild.", "Cats in the wild"},
		{"APA, quoted", "Bone, J. (2015). “Cats in the wild.” Nature, 3.", "Cats in the wild"},
		{"an institution", "World Health Organization (2015). Report on the cats. Geneva.", "Report on the cats"},
		{"ACM", "Ashish Vaswani, Noam Shazeer, et al. 2017. Attention is all you need. In NeurIPS. 5998–6008.", "Attention is all you need"},
		{"ACM, beginning with a quotation", "[12] Marco Ribeiro. 2016. “Why should I trust you?”: Explaining the predictions of any classifier. In KDD.",
			"“Why should I trust you?”: Explaining the predictions of any classifier"},
		{"Springer", "12. Vaswani, A., Shazeer, N.: Attention is all you need. In: NIPS, pp. 1–11 (2017)", "Attention is all you need"},
		{"Springer, et al.", "Vaswani, A., et al.: Attention is all you need. In: NIPS (2017)", "Attention is all you need"},
		{"IEEE", `A. Vaswani and N. Shazeer, "Attention is all you need," in Proc. NIPS, 2017, pp. 1-11.`, "Attention is all you need"},
		{"IEEE, curly", "A. Vaswani, “Attention is all you need,” in Proc. NIPS, 2017.", "Attention is all you need"},
		{"TeX", "A. Vaswani. ``Attention is all you need.'' NIPS, 2017.", "Attention is all you need"},
		{"a quotation that goes on", `Ribeiro, "Why should I trust you?": Explaining classifiers, KDD`, ""},
		{"two quotations", `Smith, "A title of words," in "Another title of words," 2017.`, ""},
		{"Vancouver", "Smith J, Doe A. Attention in the brain of cats. Nature. 2017. Available from: The Web. Here.", "Attention in the brain of cats"},
		{"GB/T 7714", "王小明, 李强. 基于深度学习的图像识别[J]. 计算机学报, 2020, 1(2): 3-4.", "基于深度学习的图像识别"},
		{"no date", "A. Vaswani and N. Shazeer, “Attention is all you need,” in Proc. NIPS.", ""},
		{"a volume", "Smith, J. (2017). Proceedings of the Annual Meeting. Springer.", ""},
		{"a note", "See also the discussion in (2017). Something is there. And more.", ""},
		{"nothing", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := titleIn(test.entry); got != test.want {
				t.Errorf("%q\ngives %q\nwant  %q", test.entry, got, test.want)
			}
		})
	}
}

func TestRepeatsAreOnePaper(t *testing.T) {
	w, err := decodeWork([]byte(`{"message":{"DOI":"10.1000/a","reference":[{"DOI":"10.1000/X","article-title":"A title of words"},{"DOI":"10.1000/x"},{"article-title":"Another title of words"}]}}`))
	if err != nil {
		t.Fatal(err)
	}
	told, around := w.references()
	if told.State != graph.Known || len(told.IDs) != 2 || len(around) != 2 || told.IDs[0] != "DOI:10.1000/x" || around[0].Title != "A title of words" || around[0].Stub || !around[1].Stub {
		t.Errorf("%+v\n%+v", told, around)
	}
}

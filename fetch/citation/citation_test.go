package citation

import (
	"strings"
	"testing"
)

// citations are texts with the title and the date that they give; those at the
// end are none.
var citations = []struct{ text, title, date string }{
	{`[1] A. Love, N. Shazeer, and I. Polosukhin, “Fine nets,” in Advances in Neural Nets, 2017, pp. 5998–6008.`, "Fine nets", "2017"},
	{`Love, A., Bengio, Y., & Hinton, G. (2015). Fine nets. Nature, 521(7553), 436–444.`, "Fine nets", "2015"},
	{`[2] A. Love and A. Turing. Eﬃcient conﬁdence in nets. ICML, 2019.`, "Efficient confidence in nets", "2019"},
	{`Love, A. (2001). Random woods. Machine Learning, 45(1), 5-32.`, "Random woods", "2001"},
	{`Ada Love, Ming-Wei Chang, and Alan Turing. 2019. Fine nets: Nets that are fine. In Proceedings of NAACL-HLT, pages 4171–4186.`, "Fine nets: Nets that are fine", "2019"},
	{`Ada Love. 2001. Random woods. Machine Learning, 45(1):5–32.`, "Random woods", "2001"},
	{`[12] Ada Love. Making fine nets. arXiv preprint arXiv:1308.0850, 2013.`, "Making fine nets", "2013"},
	{`[Lov12] Ada Love. Making fine nets. JMLR, 2012.`, "Making fine nets", "2012"},
	{`Love, Ada, Alan Turing, and Geoffrey Hinton. "Fine nets." Nature 521, no. 7553 (2015): 436-444.`, "Fine nets", "2015"},
	{`Love A, Bengio Y, Hinton G. Fine nets. Nature. 2015;521(7553):436-44.`, "Fine nets", "2015"},
	{`Love A, Evans R, et al. Very fine nets of old. Nature 2021 Jul 15; 596: 583-589.`, "Very fine nets of old", "2021"},
	{`Love, A., Shazeer, N.: Fine nets for all. In: NIPS, pp. 5998–6008 (2017)`, "Fine nets for all", "2017"},
	{`Love et al. Social nets: a review. SNAM, 2013.`, "Social nets: a review", "2013"},
	{`Ada F Love, et al.: Nets of n-grams in Language, 1992.`, "Nets of n-grams in Language", "1992"},
	{`Quoc V. Love and Tomas Turing: Nets of Sentences and Documents, 2014.`, "Nets of Sentences and Documents", "2014"},
	{`Ada Love, Alan Turing, Fine nets for all of us, ICML, 2021.`, "Fine nets for all of us", "2021"},
	{`A. Love, B. Turing, Fine nets for all of us, in: Proceedings of ICSE, ACM, 2009, pp. 1-8.`, "Fine nets for all of us", "2009"},
	{`Ada Love and Alan Turing, Fine Nets for All, Proceedings of the Third Symposium on Nets, 1999`, "Fine Nets for All", "1999"},

	{`[1] 王某某, 李某. 基于深度学习的图像识别[J]. 计算机学报, 2020, 1(2): 3-4.`, "基于深度学习的图像识别", "2020"},
	{`[2] 王小明,李强.图像识别综述[D].北京:清华大学,2019.`, "图像识别综述", "2019"},
	{`王小明，李强，等．图像识别方法综述．计算机学报，2019，42(3)：1-10`, "图像识别方法综述", "2019"},
	{`王小明，李强，2021，知识图谱研究进展，软件学报`, "知识图谱研究进展", "2021"},
	{`张三, 李四: 基于深度学习的目标检测, 自动化学报, 2020.`, "基于深度学习的目标检测", "2020"},
	{`王小明、李强：《图像识别方法综述》，《计算机学报》，2019年。`, "图像识别方法综述", "2019"},
	{`[3] VASWANI A, SHAZEER N, PARMAR N, et al. Attention is all you need[C]//Advances in Neural Information Processing Systems. 2017: 5998-6008.`, "Attention is all you need", "2017"},
	{`[4] LOVE A. Fine nets: a review[EB/OL]. (2019-03-01)[2020-01-02]. https://a.org/b.`, "Fine nets: a review", "2019-03-01"},
	{`Love AB. Natural history of hepatitis C. Journal of Hepatology 2002;36:S21`, "Natural history of hepatitis C", "2002"},
	{`Love AB. Natural history. Hepatology 2002;36:S21-9, PMID`, "Natural history", "2002"},
	{`Love AB, Poe E. A cure for hepatitis C. N Engl J Med 2014;370:1-10.`, "A cure for hepatitis C", "2014"},
	{`An, Y., Deep, K., & Text, A. (2019). Mining old books. Nature, 1, 2-3.`, "Mining old books", "2019"},
	{`An Y, Deep K, Text A. Mining old books. Nature. 2019;1:2-3.`, "Mining old books", "2019"},
	{`Yang An, Anna Deep, and Alan Text. 2019. Mining old books. In ICML.`, "Mining old books", "2019"},
	{`An, Jinwon, and Alan Turing. "Mining old books." Nature 2.1 (2015): 1-18.`, "Mining old books", "2015"},
	{`Deep Love, Alan Turing, and Yang An. Mining old books. arXiv, 2022.`, "Mining old books", "2022"},
	{`Alter MJ, Mast EE. Hepatitis C. Infect Dis Clin North Am 1998;12:13-26.`, "Hepatitis C", "1998"},
	{`[6] DEVLIN J, CHANG M W, LEE K, et al. BERT: nets of old[EB/OL]. (2018-10-11)[2020-05-01]. https://a.org/b.`, "BERT: nets of old", "2018-10-11"},
	{`Иванов И. И., Петров П. П. Методы машинного обучения. Наука, 2015.`, "Методы машинного обучения", "2015"},
	{`A. Love. What do nets see? ICML, 2019.`, "What do nets see?", "2019"},
	{`Love, A. (2015). Do nets dream? A study of sleep. Nature, 3.`, "Do nets dream? A study of sleep", "2015"},
	{`Love A. Random woods: a review. Nature. 2001;45:5-32.`, "Random woods: a review", "2001"},
	{`OpenAI. (2023). GPT-4 technical report. arXiv preprint arXiv:2303.08774.`, "", ""},

	{`Ada Love and Alan Turing. Google AI Blog, 2020.`, "", ""},
	{`Ada Love, Alan Turing. Conference on Robot Learning (CoRL), 2019.`, "", ""},
	{`Ada Love, Alan Turing. Fine nets without a year. ICML.`, "", ""},
	{`In 2017, Love and Turing said that nets are fine, and so they were.`, "", ""},
	{`[5] K. Love, D. Turing and G. Babbage, Phys. Rev. A 49, 1584 (1994).`, "", ""},
	{`Read chapter 3, then watch the video (2019).`, "", ""},
	{`Maintainers: Ada Love, Alan Turing. Please open an issue for new papers, 2021.`, "", ""},
	{`Google, Facebook, Microsoft. Companies that publish much, 2019.`, "", ""},
	{`Deep Networks, Fine Trees, Old Woods. A course on all of it. 2019.`, "", ""},
	{`Deep Learning, Machine Translation. A course on all of it. 2019.`, "", ""},
	{`A title of a paper that nobody is named for (2019)`, "", ""},
}

// TestCitation holds the title and the date that citations of many styles
// give, and what is no citation.
func TestCitation(t *testing.T) {
	for _, test := range citations {
		got := Parse(test.text)
		if got.Doubtful() {
			got = Reading{}
		}
		if date := got.Date; got.Title != test.title || !date.IsZero() && date.String() != test.date {
			t.Errorf("%s\ngot %q %v, want %q %s", test.text, got.Title, date, test.title, test.date)
		}
	}
}

// TestParts holds the people and the venue of a citation.
func TestParts(t *testing.T) {
	for _, test := range []struct{ text, people, venue string }{
		{`[1] A. Love, N. Shazeer, and I. Polosukhin, “Fine nets,” in Advances in Nets, 2017, pp. 5998–6008.`, "A. Love|N. Shazeer|I. Polosukhin", "Advances in Nets"},
		{`Love, A., Bengio, Y., & Hinton, G. (2015). Fine nets. Nature, 521(7553), 436–444.`, "Love, A.|Bengio, Y.|Hinton, G.", "Nature"},
		{`Ada Love, Ming-Wei Chang, and Alan Turing. 2019. Fine nets for all. In Proceedings of NAACL-HLT, pages 4171–4186.`, "Ada Love|Ming-Wei Chang|Alan Turing", "Proceedings of NAACL-HLT"},
		{`Love A, Evans R, et al. Very fine nets of old. Nature 2021 Jul 15; 596: 583-589.`, "Love A|Evans R", "Nature"},
		{`[1] 王某某, 李某. 基于深度学习的图像识别[J]. 计算机学报, 2020, 1(2): 3-4.`, "王某某|李某", "计算机学报"},
		{`Love et al. Social nets: a review. SNAM, 2013.`, "Love", "SNAM"},
		{`李四等. 视觉问答综述. 自动化学报, 2021, 47(1): 1-20.`, "李四", "自动化学报"},
		{`Alter MJ, Mast EE. Hepatitis C. Infect Dis Clin 1998;12:13-26.`, "Alter MJ|Mast EE", "Infect Dis Clin"},
	} {
		got := Parse(test.text)
		if people := strings.Join(got.People, "|"); people != test.people || got.Venue != test.venue || got.Doubtful() {
			t.Errorf("%s\nis by %q in %q, score %d; want %q in %q", test.text, people, got.Venue, got.Score, test.people, test.venue)
		}
	}
}

// TestTitleIn holds the title in lines that are no whole citations, and in texts
// that a list marks as titles.
func TestTitleIn(t *testing.T) {
	for _, test := range []struct{ text, title, marked string }{
		{`Fine Nets: Less Is More. NeurIPS 2017`, "Fine Nets: Less Is More", "Fine Nets: Less Is More"},
		{`Fine nets for all. A sentence behind it`, "Fine nets for all", "Fine nets for all. A sentence behind it"},
		{`"Why Should I Trust You?": Explaining Nets`, `"Why Should I Trust You?": Explaining Nets`, `"Why Should I Trust You?": Explaining Nets`},
		{`Transformer: "Attention Is All You Need", NeurIPS`, "Attention Is All You Need", "Attention Is All You Need"},
		{`Do nets dream? A study of sleep`, "Do nets dream? A study of sleep", "Do nets dream? A study of sleep"},
		{`1. 论文：《Fine Nets for All》，2017。`, "Fine Nets for All", "Fine Nets for All"},
		{`Fine Nets for All (2017), A. Love`, "Fine Nets for All", "Fine Nets for All"},
		{`OpenAI. 2023. Fine nets of a company. arXiv`, "Fine nets of a company", "Fine nets of a company"},
		{`Spectral Redemption: Clustering Sparse Nets (SDM 2013)`, "Spectral Redemption: Clustering Sparse Nets", "Spectral Redemption: Clustering Sparse Nets"},
		{"Fine Nets for All\nAda Love, Alan Turing", "Fine Nets for All", "Fine Nets for All"},
		{`Cats Run, Dogs Bark, Birds Sing in Trees`, "Cats Run, Dogs Bark, Birds Sing in Trees", "Cats Run, Dogs Bark, Birds Sing in Trees"},
		{`"Less is more" in nets of old`, `"Less is more" in nets of old`, `"Less is more" in nets of old`},
		{`"Less is more in nets." NeurIPS 2017`, "Less is more in nets", "Less is more in nets"},
		{`Love, A. and Turing, B. what nets are not. 2017`, "Love, A. and Turing, B. what nets are not", ""},
		{`[12] `, "", ""},
	} {
		if got := TitleIn(test.text); got.Title != test.title {
			t.Errorf("TitleIn(%q) is %q, want %q", test.text, got.Title, test.title)
		}
		if got := MarkedTitle(test.text); got.Title != test.marked && test.marked != "" {
			t.Errorf("MarkedTitle(%q) is %q, want %q", test.text, got.Title, test.marked)
		}
	}
}

func TestMarks(t *testing.T) {
	for _, test := range []struct {
		text, mark string
		certain    bool
		number     int
	}{
		{"[12] Fine nets", "[12] ", true, 12},
		{"(3) Fine nets", "(3) ", true, 3},
		{"[Lov12] Fine nets", "[Lov12] ", true, 0},
		{"④ Fine nets", "④ ", true, 4},
		{"12. A. Love and B. Turing. Fine nets", "12. ", false, 12},
		{"12 monkeys and a net", "", false, 0},
		{"Fine nets", "", false, 0},
	} {
		mark, _ := CutMark(test.text)
		if n, _ := mark.Number(); string(mark) != test.mark || mark.IsCertain() != test.certain || n != test.number {
			t.Errorf("%q has the mark %q, %v, %d", test.text, mark, mark.IsCertain(), n)
		}
	}
	if !Mark("[13] ").Follows("[12] ") || Mark("(7676) ").Follows("[12] ") || Mark("[11] ").Follows("[12] ") {
		t.Error("marks follow that do not, or the other way round")
	}
}

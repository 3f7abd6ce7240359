package list

import "testing"

// TestCitation holds the title and the date that citations of many styles
// give, and what is no citation.
func TestCitation(t *testing.T) {
	for _, test := range []struct{ text, title, date string }{
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

		{`Ada Love and Alan Turing. Google AI Blog, 2020.`, "", ""},
		{`Ada Love, Alan Turing. Conference on Robot Learning (CoRL), 2019.`, "", ""},
		{`Ada Love, Alan Turing. Fine nets without a year. ICML.`, "", ""},
		{`In 2017, Love and Turing said that nets are fine, and so they were.`, "", ""},
		{`Read chapter 3, then watch the video (2019).`, "", ""},
		{`Maintainers: Ada Love, Alan Turing. Please open an issue for new papers, 2021.`, "", ""},
		{`Google, Facebook, Microsoft. Companies that publish much, 2019.`, "", ""},
		{`Deep Learning, Machine Translation. A course on all of it. 2019.`, "", ""},
		{`A title of a paper that nobody is named for (2019)`, "", ""},
	} {
		got := citation(test.text)
		if date := got.date; got.text != test.title || !date.IsZero() && date.String() != test.date {
			t.Errorf("%s\ngot %q %v, want %q %s", test.text, got.text, date, test.title, test.date)
		}
	}
}

// TestBibliographies holds what is read where citations have no links.
func TestBibliographies(t *testing.T) {
	for _, test := range []struct{ name, file, text, want string }{
		{"lines broken as on paper", "l.txt",
			"[1] Ada Love, Alan Turing, and Geoffrey E Hinton. Net norms. arXiv preprint\narXiv:1607.06450, 2016.\n[2] Ada Love, Alan Turing. Net trans-\nlation by self-\nattention. CoRR, abs/1409.0473, 2014.\n",
			"1 Net norms [2016] ArXiv=1607.06450\n3 Net translation by self-attention [2014] ArXiv=1409.0473\n"},
		{"a heading, a journal's issue and a page number among them", "l.txt",
			"References\n[8] A. Love, et al., Mastering nets without knowledge, Nature 550\n(7676) (2017) 354–359. doi:10.1038/nature24270.\n12\n[9] A. Love, A. Turing, C. Babbage, A fine language\nmodel, Journal of Nets 3 (2003) 1137–1155.\n",
			"2 Mastering nets without knowledge [2017] DOI=10.1038/nature24270\n5 A fine language model [2003]\n"},
		{"a citation a line", "l.txt",
			"Love, A., & Turing, A. (2015). Fine nets. Nature, 521, 436-444.\nLove, A. (2001). Random woods. JMLR, 45, 5-32. arXiv:1607.06450.\n",
			"1 Fine nets [2015]\n2 Random woods [2001] ArXiv=1607.06450\n"},
		{"a citation a paragraph", "l.md",
			"# References\n\nLove, A., & Turing, A. (2015). Fine nets. *Nature, 521*, 436-444. https://doi.org/10.1000/a\n\nLove, A. (2001). Random woods. *JMLR, 45*, 5-32. arXiv:1607.06450\n\nLove, A. (2003). More random woods. *JMLR, 47*, 5-32.\n",
			"3 Fine nets [2015] DOI=10.1000/a\n5 Random woods [2001] ArXiv=1607.06450\n7 More random woods [2003]\n"},
		{"bullets with and without links", "l.md",
			"* Love et al. **Social nets: a review.** SNAM, 2013. [code](https://github.com/a/b)\n* Turing et al. [Fine nets for all](https://arxiv.org/abs/2101.00001). SNAM, 2021.\n* A course by Love and Turing, 2019: [A fine course](https://a.edu/c).\n",
			"1 Social nets: a review [2013]\n2 Fine nets for all [2021] ArXiv=2101.00001\n"},
		{"the citation below a short name", "l.md",
			"  * Woods, Love Research [[Paper]](https://arxiv.org/abs/2101.00001)\n   * Ada Love, Alan Turing, Random Woods in the Wild, ECCV, 2014.\n  * Nets, Love Research [[Paper]](https://arxiv.org/abs/2101.00002)\n   * Ada Love, Alan Turing, Fine Nets in the Wild, ECCV, 2015.\n",
			"1 Random Woods in the Wild [2014] ArXiv=2101.00001\n3 Fine Nets in the Wild [2015] ArXiv=2101.00002\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			entries, err := Read(test.file, []byte(test.text))
			if err != nil {
				t.Fatal(err)
			}
			if got := shape(entries); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
			checkEntries(t, []byte(test.text), entries)
		})
	}
}

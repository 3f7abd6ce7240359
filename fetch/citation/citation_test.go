package citation

import (
	"testing"
)

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
		got := Parse(test.text)
		if got.Doubtful() {
			got = Reading{}
		}
		if date := got.Date; got.Title != test.title || !date.IsZero() && date.String() != test.date {
			t.Errorf("%s\ngot %q %v, want %q %s", test.text, got.Title, date, test.title, test.date)
		}
	}
}

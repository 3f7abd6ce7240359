package list

import "testing"

// A proseCase is a text as people write it, and the entries that are in it.
type proseCase struct{ name, file, text, want string }

func checkProse(t *testing.T, cases []proseCase) {
	t.Helper()
	for _, test := range cases {
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

// TestMarks holds what stands ahead of a citation without being a part of it.
func TestMarks(t *testing.T) {
	const (
		first  = "Love, A., Shazeer, N., & Turing, A. (2017). Fine nets for all. JMLR, 30, 5998–6008.\n"
		second = "Turing, A., & Love, A. (2019). Nets: Pre-training of fine nets. JMLR, 41. https://doi.org/10.18653/v1/N19-1423\n"
		third  = "Hopper, G., & Love, A. (2020). Compilers are few-shot nets. JMLR, 33. arXiv:2005.14165\n"
		want   = "3 Fine nets for all [2017]\n4 Nets: Pre-training of fine nets [2019] DOI=10.18653/v1/n19-1423\n5 Compilers are few-shot nets [2020] ArXiv=2005.14165\n"
	)
	var cases []proseCase
	for _, m := range [][3]string{
		{"[1] ", "[2] ", "[3] "}, {"[1]. ", "[2]. ", "[3]. "}, {"[1]: ", "[2]: ", "[3]: "}, {"(1) ", "(2) ", "(3) "}, {"1 ", "2 ", "3 "},
		{"1\t", "2\t", "3\t"}, {"¹ ", "² ", "³ "}, {"¹", "²", "³"}, {"① ", "② ", "③ "}, {`\[1\] `, `\[2\] `, `\[3\] `}, {"【1】 ", "【2】 ", "【3】 "},
		{"[Lov17] ", "[Tur19] ", "[Hop20] "}, {"[LST+17] ", "[TL19] ", "[HL20] "}, {"[Love et al., 2017] ", "[Turing and Love, 2019] ", "[Hopper & Love, 2020] "},
		{"[^1]: ", "[^b]: ", "[^hopper]: "}, {"<sup>1</sup> ", "<sup>2</sup> ", "<sup>3</sup> "},
	} {
		cases = append(cases, proseCase{m[0], "l.md", "# References\n\n" + m[0] + first + m[1] + second + m[2] + third, want})
	}
	checkProse(t, cases)
}

// TestRunOn holds citations that stand one behind the other.
func TestRunOn(t *testing.T) {
	checkProse(t, []proseCase{
		{"on one line", "l.txt",
			"[1] A. Love, N. Shazeer, and N. Parmar, \"Fine nets are all you need,\" in JMLR, 2017, pp. 5-8. [2] A. Turing and K. Lee, \"Pre-training of nets,\" in ACL, 2019, pp. 4171-4186. [3] K. He and J. Sun, \"Deep nets for images,\" in CVPR, 2016, doi: 10.1109/CVPR.2016.90.\n",
			"1 Fine nets are all you need [2017]\n1 Pre-training of nets [2019]\n1 Deep nets for images [2016] DOI=10.1109/cvpr.2016.90\n"},
		{"a line break in each", "l.md",
			"[1] A. Love and N. Parmar. Fine nets are all\nyou need. JMLR, 2017. [2] A. Turing and K. Lee.\nPre-training of nets. ACL, 2019.\n",
			"1 Fine nets are all you need [2017]\n2 Pre-training of nets [2019]\n"},
		{"a sentence that names the numbers of others", "l.md",
			"Nets were fine in [1] and finer in the work of Love. [2] shows that they are not. [3] disagrees.\n\n- [Fine Nets for All](https://arxiv.org/abs/2101.00001)\n",
			"3 Fine Nets for All ArXiv=2101.00001\n"},
		{"footnotes of several lines", "l.md",
			"Claim one[^1]. Claim two[^2]. Claim three[^3].\n\n[^1]: Love, A., & Mann, B. (2020). Nets are few-shot learners. *JMLR*, 33, 1877–1901.\n[^2]: J. Turing, M. Chang, \"Pre-training of nets,\" in *Proc. ACL*, 2019, pp. 4171–4186.\n[^3]: Love, A. et al. (2017) Fine nets are all you need.\n    Second line of the note, <https://arxiv.org/abs/2101.00001>.\n",
			"3 Nets are few-shot learners [2020]\n4 Pre-training of nets [2019]\n5 Fine nets are all you need [2017] ArXiv=2101.00001\n"},
		{"footnotes that are an address", "l.md",
			"Claim[^1] and claim[^2].\n\n[^1]: https://arxiv.org/abs/2101.00001\n\n[^2]: <https://doi.org/10.1000/b>\n",
			"3  ArXiv=2101.00001\n5  DOI=10.1000/b\n"},
	})
}

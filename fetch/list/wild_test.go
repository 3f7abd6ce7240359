package list_test

import (
	"fmt"
	"strings"
	"testing"

	"citemap/fetch/list"
)

// TestWildRecords reads records in the shapes in which public lists have them.
func TestWildRecords(t *testing.T) {
	for _, test := range []struct{ name, file, text, want string }{
		{"the year behind the title of a bibitem", "x.bbl", `\begin{thebibliography}{9}
\bibitem{Roe1999}
Ann Roe and Jo~Doe.
\newblock {A Taxonomy of Displays}, 1999.

\bibitem{Doe2003}
Jo Doe.
\newblock Being there: do we?, March 2003.

\bibitem{Doe2004}
Jo Doe.
\newblock The state of things, 1968.
\newblock {\em Journal of Things}, 3(2):1--9, 2004.
\end{thebibliography}
`, "2 1999 A Taxonomy of Displays [] Ann Roe; Jo Doe\n6 2003 Being there: do we? [] Jo Doe\n10 2004 The state of things, 1968 [] Jo Doe\n"},
		{"the volume and the series of a bibitem", "x.bbl", `\begin{thebibliography}{9}
\bibitem{Roe1994}
Ann Roe.
\newblock {\em {Simulacra}}, volume~29 of {\em The Body, in Theory}.
\newblock A Press, 1994.

\bibitem{Doe1997}
Jo Doe and Ann Roe, editors.
\newblock {\em Seminumerical Methods}, volume~2.
\newblock Another Press, third edition, 1997.
\end{thebibliography}
`, "2 1994 Simulacra [] Ann Roe\n7 1997 Seminumerical Methods [] Jo Doe; Ann Roe\n"},
		{"names that biber takes apart", "x.bbl", `\refsection{0}
    \entry{a}{article}{}
      \name{author}{3}{}{%
        {{hash=1}{%
           family={Roe},
           familyi={R\bibinitperiod},
           given={Ann\bibnamedelima Bea},
           giveni={A\bibinitperiod\bibinitdelim B\bibinitperiod}}}%
        {{hash=2}{%
           prefix={van\bibnamedelima der},
           family={Berg},
           given={Jo}}}%
        {{hash=3}{%
           family={蔡怡},
           familyi={蔡\bibinitperiod}}}%
      }
      \field{title}{Have the Flaws Changed It?}
      \field{year}{2017}
    \endentry
\endrefsection
`, "2 2017 Have the Flaws Changed It? [] Roe, Ann Bea; van der Berg, Jo; 蔡怡\n"},
		{"signs of TeX with letters behind them", "x.ris", "TY  - JOUR\nTI  - Bleeding in the Roe\\textendashDoe\n      syndrome\nDO  - 10.1000/a\nER  - \n", "1 0 Bleeding in the Roe–Doe syndrome [DOI:10.1000/a] \n"},
		{"links in an array", "x.json", `[{"title": "A Survey of Models", "links": ["https://arxiv.org/pdf/1505.01658"]},
{"title": "Models of Counts", "links": ["https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3238139/"]},
{"title": "Typed Links", "links": [{"type": "paper", "url": "https://arxiv.org/abs/1710.05381"}, {"type": "code", "url": "https://github.com/x/z"}]}]`,
			"1 0 A Survey of Models [arXiv:1505.01658] \n2 0 Models of Counts [PMCID:3238139] \n3 0 Typed Links [arXiv:1710.05381] \n"},
		{"BibTeX in a field", "x.json", `{"papers": [{"title": "Of Diffusion", "authors": "<b>Ann Roe</b>* and Jo Doe†", "url": "https://example.org/view/1", "bibtex": "@inproceedings{x,\n title = {{Of} Diffusion},\n year = {2026},\n doi = {10.1000/a}\n}"},
{"bibtex": "@article{y, title = \"Of Attention\", eprint = {2101.00001}}"}, {"title": "Of Nothing", "year": 2020, "bibtex": ""}]}`,
			"1 2026 Of Diffusion [DOI:10.1000/a] Ann Roe; Jo Doe\n2 0 Of Attention [arXiv:2101.00001] \n2 2020 Of Nothing [] \n"},
		{"given names and families in pairs", "x.yaml", `papers:
- title: Growing Machines
  year: '2020-02-11'
  authors:
  - - Ann
    - Roe
  - - Jo B.
    - van Doe
  urls:
    paper: https://link.springer.com/chapter/10.1007/978-3-030-72812-0_3
    arxiv: https://arxiv.org/abs/2102.02579
    code: https://github.com/x/y
`, "2 2020 Growing Machines [arXiv:2102.02579 DOI:10.1007/978-3-030-72812-0_3] Ann Roe; Jo B. van Doe\n"},
		{"a paper that names what it cites", "x.yaml", `- name: Compact Forms at Work
  links:
    - https://arxiv.org/abs/1505.00001
  references:
    - Towards a Language in the Cloud
- name: Towards a Language in the Cloud
  links:
    - https://arxiv.org/abs/1105.00002
  references: []
`, "1 0 Compact Forms at Work [arXiv:1505.00001] \n6 0 Towards a Language in the Cloud [arXiv:1105.00002] \n"},
		{"an item out of line", "x.yml", `main:

  - title: Observation of a phase
    authors: <strong>Ann Roe</strong>, Bo Chan
    arxiv: https://arxiv.org/abs/2310.19869

 - title: Oscillators: simulating fermions
    authors: Cy Dent
    pdf: https://arxiv.org/abs/2409.03747

  - title: Instruction sets: models
    pdf: https://arxiv.org/abs/2407.10381
`, "3 0 Observation of a phase [arXiv:2310.19869] Ann Roe; Bo Chan\n7 0 Oscillators: simulating fermions [arXiv:2409.03747] Cy Dent\n11 0 Instruction sets: models [arXiv:2407.10381] \n"},
		{"the year of a conference", "x.yml", `- venue: NeurIPS
  year: 2020
  awards:
  - award: Best Paper
    title: Learning Without Regret
    link: https://arxiv.org/abs/2004.00603
  - award: Test of Time
    title: Learning of Old
    year: 2010
    link: https://arxiv.org/abs/1004.00603
`, "4 2020 Learning Without Regret [arXiv:2004.00603] \n7 2010 Learning of Old [arXiv:1004.00603] \n"},
		{"a bibliography of Typst", "refs.yml", `roe2017:
  type: article
  title: "An Analysis: of Lives"
  author: ["Roe, Ann K.", "Doe, Jo"]
  date: 2017-03
  serial-number:
    doi: "10.1038/s41467-017-00934-5"
  parent:
    type: periodical
    title: Communications
    volume: 8

doe1935:
    type: Article
    title: Can It Be Considered Complete?
    author: Doe, Jo
    date: 1935
    serial-number: {arxiv: "2102.02579"}
`, "2 2017 An Analysis: of Lives [DOI:10.1038/s41467-017-00934-5] Roe, Ann K.; Doe, Jo\n14 1935 Can It Be Considered Complete? [arXiv:2102.02579] Doe, Jo\n"},
		{"a table without names of columns", "x.csv", `ICSE,2018,"Phonology, of Code and Words",Talk
ICSE,2018,Library Detection for Phones,Full paper
ICSE,2019,"Testing ""in the Wild"" of Apps",
`, "1 2018 Phonology, of Code and Words [] \n2 2018 Library Detection for Phones [] \n3 2019 Testing \"in the Wild\" of Apps [] \n"},
		{"a table whose names of columns are not known", "x.csv", `Sujet;Quoi;Lieu
NLP;A Paper of Several Words;https://arxiv.org/abs/1706.03762
CV;Another Paper of Many Words;https://arxiv.org/abs/1512.03385
`, "2 0 A Paper of Several Words [arXiv:1706.03762] \n3 0 Another Paper of Many Words [arXiv:1512.03385] \n"},
		{"cites of Emacs below headings", "x.org", `* TODO A Gated Function
[[cite:roe17][Roe et al. 2017: Gated]]
* DONE The Silver Bullet?
  CLOSED: [2017-11-13 Mon 21:59]
[[Cite:doe17]]
* Papers
** [[https://arxiv.org/abs/1907.06374v1][What is it to understand?]] (Roe, Doe: July 2019)
`, "1 0 A Gated Function [] \n3 0 The Silver Bullet? [] \n7 2019 What is it to understand? [arXiv:1907.06374] \n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := wild(test.file, test.text); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
		})
	}
}

// wild reads a list and writes each entry in a line: where it stands, year, title,
// ids and authors.
func wild(file, text string) string {
	l, err := list.Parse(file, []byte(text), list.Auto)
	if err != nil {
		return err.Error() + "\n"
	}
	var b strings.Builder
	for _, e := range l.Entries {
		fmt.Fprintln(&b, e.Line, e.Date.Year, e.Title, e.IDs, strings.Join(e.Authors, "; "))
	}
	for _, x := range l.Broken {
		fmt.Fprintln(&b, x)
	}
	return b.String()
}

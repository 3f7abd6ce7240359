package list_test

import "testing"

// TestWildTexts reads texts and Markdown in the shapes in which public lists have them.
func TestWildTexts(t *testing.T) {
	for _, test := range []struct{ name, file, text, want string }{
		{"numbered lines set in below the name of a group", "x.txt", `Agents:
	1. Acting and Reasoning: https://arxiv.org/pdf/2210.03629 (PRINTED)
	2. Second Thoughts: https://arxiv.org/pdf/2303.11366 (PRINTED)

Theory of Learning:
        1. Train Longer: https://arxiv.org/abs/1705.08741
`, "2 0 Acting and Reasoning [arXiv:2210.03629] \n3 0 Second Thoughts [arXiv:2303.11366] \n6 0 Train Longer [arXiv:1705.08741] \n"},
		{"bullets set in below a line, in Markdown", "x.md", `Papers on **agents**

    - [Acting and Reasoning](https://arxiv.org/pdf/2210.03629)
        - by Ann Roe
    - [Second Thoughts](https://arxiv.org/pdf/2303.11366)
`, "3 0 Acting and Reasoning [arXiv:2210.03629] \n5 0 Second Thoughts [arXiv:2303.11366] \n"},
		{"addresses ahead of their titles", "x.txt", `Gibbs states:
https://arxiv.org/pdf/1406.2973.pdf: Approximating Gibbs States of Systems

Thermal models
https://journals.aps.org/prb/abstract/10.1103/PhysRevB.99.245107: Phases of a Thermal Model
https://arxiv.org/abs/1602.02096: Thermal Transitions Near Points
`, "2 0 Approximating Gibbs States of Systems [arXiv:1406.2973] \n5 0 Phases of a Thermal Model [DOI:10.1103/physrevb.99.245107] \n6 0 Thermal Transitions Near Points [arXiv:1602.02096] \n"},
		{"addresses ahead of their titles among prose", "x.md", `What we read on *models*
https://arxiv.org/abs/1901.05824: Methods for Product States
https://arxiv.org/abs/1602.02096 : Thermal Transitions Near Points

And so it goes on, with words that nobody would take for a title or a list of them.
`, "2 0 Methods for Product States [arXiv:1901.05824] \n3 0 Thermal Transitions Near Points [arXiv:1602.02096] \n"},
		{"addresses below their titles, in groups", "x.txt", `Bayesian Analysis of Single Cells
https://www.nature.com/articles/nmeth.2967

Gene Sets of Transcriptional Heterogeneity
https://www.nature.com/articles/nmeth.3734
`, "1 0 Bayesian Analysis of Single Cells [DOI:10.1038/nmeth.2967] \n4 0 Gene Sets of Transcriptional Heterogeneity [DOI:10.1038/nmeth.3734] \n"},
		{"references glued at their marks", "x.txt", "References[1] A. Carusi, B. Reimer, Landscapes of research environments, Data Science Journal 12 (2013) 75-81. doi:10.1007/s10723-012-9245-0.[2] L. Candela, D. Castelli, An agenda for virtual laboratories, Journal of Grid Computing 14 (2016) 495-498. doi:10.1002/cpe.1258.[3] M. Miller, W. Pfeiffer, A gateway for phylogenetics, in: Proceedings of XSEDE, ACM, 2012, pp. 39-46. doi:10.1145/2335755.2335836.\n", "1 2013 Landscapes of research environments [DOI:10.1007/s10723-012-9245-0] \n1 2016 An agenda for virtual laboratories [DOI:10.1002/cpe.1258] \n1 2012 A gateway for phylogenetics [DOI:10.1145/2335755.2335836] \n"},
		{"references to pages glued at their marks", "x.txt", "References[1] Wikipedia, Gateways, 2018. URL: https://en.wikipedia.org/wiki/Gateway, [Accessed: 20 May 2018].[2] Nectar, Impact, 2016. URL: https://nectar.org.au/impact/, [Accessed: 20 May 2018].[3] P. Kacsuk, Gateways for Distributed Computing, Springer, 2014. doi:10.1007/978-3-319-11268-8.\n", "1 2014 Gateways for Distributed Computing [DOI:10.1007/978-3-319-11268-8] \n"},
		{"a title ahead of its proceedings", "x.txt", "J. Hannay, C. MacLeod, How do scientists use software, in: Proceedings of ICSE, ACM, 2009, pp. 1-8. doi:10.1109/SECSE. 2009.5069155.\n", "1 2009 How do scientists use software [DOI:10.1109/secse.2009.5069155] \n"},
		{"a title ahead of its proceedings, quoted", "x.md", "> 2018\n\n>> Miguel Castro and Barbara Liskov, Practical Byzantine Fault Tolerance, Proceedings of the Third Symposium on Operating Systems Design, 1999, 实用拜占庭容错算法，应用广泛。\n\n>> Ben Fisch et al, Scaling Proofs for Filecoin Mining, https://arxiv.org/pdf/1809.09044.pdf, 2018, 解释了原理。\n", "3 1999 Practical Byzantine Fault Tolerance [] \n5 2018 Scaling Proofs for Filecoin Mining [arXiv:1809.09044] \n"},
		{"titles below comments with a tag", "x.txt", "#The ES<sup>2</sup> Storage System\nOnline Aggregations of Many\nSkyline Joins in Databases\n", "2 0 Online Aggregations of Many [] \n3 0 Skyline Joins in Databases [] \n"},
		{"a heading with a link above an id", "x.md", "# [Online Aggregations](https://arxiv.org/abs/1901.05824)\n\nhttps://arxiv.org/abs/1602.02096\n", "1 0 Online Aggregations [arXiv:1901.05824] \n3 0  [arXiv:1602.02096] \n"},
		{"a front page of JSTOR", "x.txt", `Penalties for General Regression Models
Author(s): Ann B. Roe
Source: 
International Review of Things / Revue Internationale,
 Vol. 55, No. 3
(Dec., 1987), pp. 245-259
Published by: International Institute (ISI)
Stable URL: https://www.jstor.org/stable/1403404
Accessed: 21-11-2018 18:19 UTC
`, "1 1987 Penalties for General Regression Models [URL:https://www.jstor.org/stable/1403404] \n"},
		{"dated items without a link among others", "x.md", `# Ranking
- [2016]. [Wide and Deep Learning](https://arxiv.org/abs/1606.07792)
- [2018]. Learning Deep Models of Trees
  - Summary: trees for interest
- [2019]. [Transformers of Sequences](https://arxiv.org/abs/1905.06874)

# News
- [2023/08/12] We released the code of it
- [2023/08] We gave a talk on it
`, "2 2016 Wide and Deep Learning [arXiv:1606.07792] \n3 2018 Learning Deep Models of Trees [] \n5 2019 Transformers of Sequences [arXiv:1905.06874] \n"},
		{"people in italics whose names are misspelt", "x.md", `- [2023/05] Voyager: An Open Agent *Ann Roe et al. arXiv.* [[paper](https://arxiv.org/pdf/2305.16291.pdf)]
- [2022/07] Navigation with Large Models *Dhruv Roeet al. CoRL* [[paper](https://arxiv.org/pdf/2207.04429.pdf)]
`, "1 2023 Voyager: An Open Agent [arXiv:2305.16291] \n2 2022 Navigation with Large Models [arXiv:2207.04429] \n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := wild(test.file, test.text); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
		})
	}
}

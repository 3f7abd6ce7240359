package address

import (
	"testing"
)

// TestAddresses reads the addresses under which papers are linked to: the
// scheme and value of what each names, "page" for a paper's page without an id
// in it, "" for what is no paper by its address.
func TestAddresses(t *testing.T) {
	for _, group := range addresses {
		for _, address := range group.of {
			r := PageOf(address)
			got := string(r.Scheme) + " " + r.Value
			switch {
			case r.Scheme == "URL" && r.Value == address:
				got = "page"
			case r.Scheme == "":
				got = ""
			}
			if got != group.want {
				t.Errorf("%s: got %q, want %q", address, got, group.want)
			}
		}
	}
}

var addresses = []struct {
	want string
	of   []string
}{
	{"ArXiv 1706.03762", []string{
		"https://arxiv.org/abs/1706.03762", "https://arxiv.org/abs/1706.03762v5", "https://arxiv.org/pdf/1706.03762",
		"https://arxiv.org/pdf/1706.03762v5.pdf", "https://arxiv.org/html/1706.03762v7", "https://arxiv.org/abs/arXiv:1706.03762",
		"https://www.arxiv.org/pdf/1706.03762", "https://export.arxiv.org/abs/1706.03762", "http://de.arxiv.org/abs/1706.03762",
		"https://arxiv.org/format/1706.03762", "https://arxiv.org/abs/1706.03762?context=cs.LG", "https://arxiv.org/pdf/1706.03762.pdf#page=3",
		"https://arxiv.org/abs//1706.03762", "https://arxiv.org/1706.03762", "https://arxiv.org/abs/1706.03762/", "https://arxiv.org/abs/1706.03762.",
		"http://arxiv.org/pdf/1706.03762.pdf&embed", "https://browse.arxiv.org/html/1706.03762v1", "https://alphaxiv.org/abs/1706.03762",
		"https://www.alphaxiv.org/overview/1706.03762v1", "https://ar5iv.org/abs/1706.03762", "https://ar5iv.labs.arxiv.org/html/1706.03762",
		"https://huggingface.co/papers/1706.03762", "https://hf.co/papers/1706.03762", "https://www.arxiv-vanity.com/papers/1706.03762/",
		"https://doi.org/10.48550/arXiv.1706.03762", "https://ui.adsabs.harvard.edu/abs/2017arXiv170603762V/abstract",
	}},
	{"ArXiv hep-th/9711200", []string{"https://arxiv.org/abs/hep-th/9711200", "https://arxiv.org/pdf/hep-th/9711200v3.pdf"}},
	{"ArXiv math/0601001", []string{"https://arxiv.org/abs/math.AG/0601001v2"}},
	{"ArXiv 1810.04570", []string{"https://arxiv.org/ftp/arxiv/papers/1810/1810.04570.pdf"}},
	{"DOI 10.1145/3292500.3330701", []string{
		"https://doi.org/10.1145/3292500.3330701", "http://dx.doi.org/10.1145/3292500.3330701", "https://doi.org/doi:10.1145/3292500.3330701",
		"https://dl.acm.org/doi/10.1145/3292500.3330701", "https://dl.acm.org/doi/abs/10.1145/3292500.3330701",
		"https://dl.acm.org/doi/pdf/10.1145/3292500.3330701?download=true", "http://doi.acm.org/10.1145/3292500.3330701",
	}},
	{"DOI 10.1016/s0004-3702(01)00129-1", []string{"https://doi.org/10.1016/S0004-3702(01)00129-1"}},
	{"DOI 10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2", []string{
		"https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
		"https://onlinelibrary.wiley.com/doi/abs/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2",
		"https://onlinelibrary.wiley.com/doi/10.1002/%28SICI%291097-0258%2819980815/30%2917:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2?casa_token=x",
	}},
	{"DOI 10.1658/1100-9233(2007)18[315:aomets]2.0.co;2", []string{"https://doi.org/10.1658/1100-9233(2007)18[315:AOMETS]2.0.CO;2."}},
	{"DOI 10.1007/s10994-013-5335-x", []string{
		"https://link.springer.com/article/10.1007/s10994-013-5335-x", "https://link.springer.com/content/pdf/10.1007/s10994-013-5335-x.pdf",
		"https://rd.springer.com/article/10.1007%2Fs10994-013-5335-x",
	}},
	{"DOI 10.1007/978-3-319-24574-4_28", []string{"https://link.springer.com/chapter/10.1007/978-3-319-24574-4_28"}},
	{"DOI 10.1002/int.22243", []string{
		"https://onlinelibrary.wiley.com/doi/10.1002/int.22243", "https://onlinelibrary.wiley.com/doi/abs/10.1002/int.22243",
		"https://onlinelibrary.wiley.com/doi/full/10.1002/int.22243", "https://x.onlinelibrary.wiley.com/doi/pdf/10.1002/int.22243",
	}},
	{"DOI 10.1126/science.aaa8415", []string{"https://www.science.org/doi/10.1126/science.aaa8415", "https://www.science.org/doi/full/10.1126/science.aaa8415"}},
	{"DOI 10.1103/physrevlett.116.061102", []string{
		"https://journals.aps.org/prl/abstract/10.1103/PhysRevLett.116.061102", "https://link.aps.org/doi/10.1103/PhysRevLett.116.061102",
	}},
	{"DOI 10.1080/01621459.2017.1285773", []string{"https://www.tandfonline.com/doi/full/10.1080/01621459.2017.1285773?src=recsys"}},
	{"DOI 10.1073/pnas.1611835114", []string{"https://www.pnas.org/doi/abs/10.1073/pnas.1611835114"}},
	{"DOI 10.1101/622803", []string{
		"https://www.biorxiv.org/content/10.1101/622803v4", "https://www.biorxiv.org/content/10.1101/622803v4.full", "https://www.biorxiv.org/content/10.1101/622803v3.full.pdf+html",
		"https://www.medrxiv.org/content/10.1101/622803v1.full.pdf", "http://biorxiv.org/content/early/2017/12/06/622803",
		"https://www.biorxiv.org/content/early/2017/12/06/622803.full.pdf", "https://www.biorxiv.org/content/biorxiv/early/2017/12/06/622803.1.full.pdf",
	}},
	{"DOI 10.1038/s41586-021-03819-2", []string{"https://www.nature.com/articles/s41586-021-03819-2", "https://www.nature.com/articles/s41586-021-03819-2.pdf"}},
	{"DOI 10.1038/nmeth.4346", []string{"https://www.nature.com/articles/nmeth.4346", "https://www.nature.com/articles/nmeth.4346/figures/1",
		"http://www.nature.com/nmeth/journal/v12/n10/full/nmeth.4346.html", "http://www.nature.com/nmeth/journal/v12/n10/pdf/nmeth.4346.pdf"}},
	{"DOI 10.1038/nature16961", []string{"http://www.nature.com/nature/journal/v529/n7587/full/nature16961.html", "http://www.nature.com/nature/journal/v529/n7587/full/nature16961_F1.html"}},
	{"DOI 10.1093/bib/bbab123", []string{"https://academic.oup.com/bib/advance-article/doi/10.1093/bib/bbab123/6213456"}},
	{"DOI 10.1162/tacl_a_00051", []string{"https://direct.mit.edu/tacl/article/doi/10.1162/tacl_a_00051/43387"}},
	{"DOI 10.1371/journal.pone.0123456", []string{"https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0123456"}},
	{"DOI 10.3389/fnins.2019.00001", []string{"https://www.frontiersin.org/articles/10.3389/fnins.2019.00001/full"}},
	{"DOI 10.7554/elife.12345", []string{"https://elifesciences.org/articles/12345"}},
	{"DOI 10.1039/c7sc02664a", []string{"https://pubs.rsc.org/en/content/articlelanding/2018/sc/c7sc02664a"}},
	{"DOI 10.2139/ssrn.3803436", []string{"https://papers.ssrn.com/sol3/papers.cfm?abstract_id=3803436", "https://ssrn.com/abstract=3803436"}},
	{"ACL P18-1031", []string{
		"https://aclanthology.org/P18-1031", "https://aclanthology.org/P18-1031.pdf", "https://aclanthology.info/papers/P18-1031/p18-1031",
		"http://aclweb.org/anthology/P18-1031", "https://www.aclweb.org/anthology/papers/P/P18/P18-1031/", "https://www.aclweb.org/anthology/P/P18/P18-1031.pdf",
		"http://www.aclweb.org/old_anthology/P/P18/P18-1031.pdf", "https://aclanthology.coli.uni-saarland.de/papers/P18-1031/p18-1031",
	}},
	{"ACL 2020.acl-main.1", []string{"https://aclanthology.org/2020.acl-main.1/", "https://www.aclanthology.org/2020.acl-main.1v2.pdf", "https://www.aclweb.org/anthology/2020.acl-main.1"}},
	{"OpenReview rJXMpikCZ", []string{
		"https://openreview.net/forum?id=rJXMpikCZ", "https://openreview.net/pdf?id=rJXMpikCZ", "https://openreview.net/forum?id=rJXMpikCZ&noteId=abc",
	}},
	{"S2 204e3073870fae3d05bcbc2f6a8e263d9b72e776", []string{
		"https://www.semanticscholar.org/paper/Attention-Is-All-You-Need-Vaswani/204e3073870fae3d05bcbc2f6a8e263d9b72e776",
		"https://www.semanticscholar.org/paper/204e3073870fae3d05bcbc2f6a8e263d9b72e776",
	}},
	{"CorpusId 13756489", []string{"https://api.semanticscholar.org/CorpusID:13756489"}},
	{"PubMed 34265844", []string{
		"https://pubmed.ncbi.nlm.nih.gov/34265844/", "https://www.ncbi.nlm.nih.gov/pubmed/34265844", "https://europepmc.org/article/MED/34265844",
	}},
	{"PubMedCentral 8371605", []string{
		"https://www.ncbi.nlm.nih.gov/pmc/articles/PMC8371605/", "https://pmc.ncbi.nlm.nih.gov/articles/PMC8371605/", "https://europepmc.org/article/PMC/PMC8371605",
	}},
	{"page", []string{
		"https://papers.nips.cc/paper/7181-attention-is-all-you-need", "https://proceedings.neurips.cc/paper/2017/file/3f5ee243547dee91fbd053c1c4a845aa-Paper.pdf",
		"https://nips.cc/Conferences/2018/Schedule?showEvent=11207", "https://proceedings.mlr.press/v80/kipf18a.html", "http://www.jmlr.org/papers/v15/srivastava14a.html",
		"http://openaccess.thecvf.com/content/CVPR2021/papers/He_X_CVPR_2021_paper.pdf", "https://ieeexplore.ieee.org/document/7780459",
		"https://ieeexplore.ieee.org/xpl/articleDetails.jsp?arnumber=7780459", "https://dl.acm.org/citation.cfm?id=3330701",
		"https://dl.acm.org/doi/10.5555/3042573.3042600", "https://www.pnas.org/content/114/13/3521", "https://www.cell.com/cell/fulltext/S0092-8674(19)30559-8",
		"https://www.sciencedirect.com/science/article/pii/S0893608014002135", "https://academic.oup.com/bioinformatics/article/34/13/i457/5045793",
		"https://ojs.aaai.org//index.php/AAAI/article/view/6590", "https://www.usenix.org/conference/nsdi17/technical-sessions/presentation/crankshaw",
		"https://eprint.iacr.org/2016/260", "https://hal.archives-ouvertes.fr/hal-01234567", "https://hal.science/hal-01234567v2",
		"https://psycnet.apa.org/record/1959-09865-001", "https://www.researchgate.net/publication/221361415_Curriculum_Learning",
		"https://www.deepmind.com/publications/improving-language-models", "https://iclr.cc/virtual/2023/poster/10876", "https://openreview.net/pdf/0d3b0bb.pdf",
		"http://delivery.acm.org/10.1145/3230000/3220078/p2847-x.pdf?ip=1", "http://www.nature.com/nature/journal/v529/n7587/index.html",
	}},
	{"", []string{
		"https://arxiv.org/list/cs.LG/recent", "https://arxiv.org/", "https://aclanthology.org/volumes/P18-1/", "https://openreview.net/group?id=ICLR.cc/2020/Conference",
		"https://proceedings.mlr.press/v80/", "https://papers.nips.cc/", "https://distill.pub/", "https://icml.cc/virtual/2022/tutorial/18440",
		"https://www.semanticscholar.org/author/x/1741101", "https://paperswithcode.com/paper/attention-is-all-you-need", "https://github.com/a/b",
		"https://github.com/a/b/blob/main/10.1000/x", "https://zenodo.org/record/10.5281/zenodo.123", "https://www.youtube.com/watch?v=x",
		"https://blog.org/a-post", "#contents", "mailto:a@b.org", "notes/attention.md", "",
	}},
}

package address

import (
	"net/url"
	"regexp"
	"strings"
)

// isPublisher tells whether a page of a site is a paper's.
func isPublisher(host string, u *url.URL) bool {
	p := strings.ToLower(strings.ReplaceAll(u.Path, "//", "/"))
	if volume.MatchString(p) {
		return false
	}
	for _, site := range publishers {
		if (host == site.host || strings.HasSuffix(host, "."+site.host)) && strings.HasPrefix(p, site.path) {
			return len(strings.Trim(p, "/")) > len(strings.Trim(site.path, "/")) || u.RawQuery != ""
		}
	}
	return (publication.MatchString(p) || virtual.MatchString(p)) && !onSite(host, notPapers)
}

// volume knows the page of a volume of proceedings.
var volume = regexp.MustCompile(`^/v\d+/?$`)

// publication knows the page of one publication of an institution.
var publication = regexp.MustCompile(`/publications?/[^/?]*[a-z][^/?]*[-_][^/?]+/?$`)

// virtual knows the page of a paper at a conference that met on line.
var virtual = regexp.MustCompile(`^/virtual/\d{4}/(?:poster|oral|spotlight)/`)

// publishers are sites and the beginnings of the paths under which each page
// is a paper's.
var publishers = []struct{ host, path string }{
	{"openreview.net", "/pdf/"},
	{"papers.nips.cc", "/"}, {"papers.neurips.cc", "/"}, {"proceedings.neurips.cc", "/"}, {"books.nips.cc", "/papers/"},
	{"nips.cc", "/paper"}, {"nips.cc", "/conferences/20"},
	{"iclr.cc", "/virtual_20"},
	{"proceedings.mlr.press", "/v"}, {"jmlr.org", "/papers/"}, {"jmlr.org", "/proceedings/papers/"}, {"jmlr.csail.mit.edu", "/papers/"},
	{"openaccess.thecvf.com", "/content"}, {"cv-foundation.org", "/openaccess/content"}, {"ecva.net", "/papers/"},
	{"ieeexplore.ieee.org", "/document/"}, {"ieeexplore.ieee.org", "/abstract/document/"}, {"ieeexplore.ieee.org", "/iel"},
	{"ieeexplore.ieee.org", "/stamp/"}, {"ieeexplore.ieee.org", "/xpl"}, {"computer.org", "/csdl/"},
	{"dl.acm.org", "/citation.cfm"}, {"dl.acm.org", "/doi/"}, {"portal.acm.org", "/citation.cfm"}, {"delivery.acm.org", "/10."},
	{"nature.com", "/articles/"}, {"nature.com", "/nature/journal/"},
	{"science.org", "/doi/"}, {"sciencemag.org", "/content/"}, {"pnas.org", "/content/"}, {"pnas.org", "/doi/"},
	{"biorxiv.org", "/content/"}, {"medrxiv.org", "/content/"}, {"chemrxiv.org", "/"}, {"psyarxiv.com", "/"}, {"osf.io", "/preprints/"},
	{"researchsquare.com", "/article/"}, {"preprints.org", "/manuscript/"},
	{"link.springer.com", "/article/"}, {"link.springer.com", "/chapter/"}, {"link.springer.com", "/content/pdf/"}, {"springerlink.com", "/content/"},
	{"sciencedirect.com", "/science/article/"}, {"onlinelibrary.wiley.com", "/doi/"}, {"academic.oup.com", "/"},
	{"tandfonline.com", "/doi/"}, {"cell.com", "/"}, {"thelancet.com", "/journals/"}, {"mdpi.com", "/"}, {"iopscience.iop.org", "/article/"},
	{"pubs.aip.org", "/"}, {"pubs.rsc.org", "/en/content/article"}, {"jamanetwork.com", "/journals/"}, {"nejm.org", "/doi/"}, {"bmj.com", "/content/"},
	{"cambridge.org", "/core/journals/"}, {"psycnet.apa.org", "/record/"}, {"degruyter.com", "/document/"}, {"hindawi.com", "/journals/"},
	{"worldscientific.com", "/doi/"}, {"emerald.com", "/insight/content/"}, {"content.iospress.com", "/articles/"}, {"igi-global.com", "/article/"},
	{"ojs.aaai.org", "/index.php/"}, {"aaai.org", "/ojs/index.php/"}, {"aaai.org", "/ocs/index.php/"}, {"aaai.org", "/papers/"}, {"aaai.org", "/library/"},
	{"ijcai.org", "/proceedings/"}, {"ijcai.org", "/abstract/"}, {"ijcai.org", "/papers"}, {"jair.org", "/index.php/jair/article/"},
	{"projecteuclid.org", "/"}, {"pdfs.semanticscholar.org", "/"}, {"isca-speech.org", "/archive/"}, {"isca-archive.org", "/"}, {"vldb.org", "/pvldb/"},
	{"distill.pub", "/20"}, {"transformer-circuits.pub", "/20"}, {"ssrn.com", "/abstract"}, {"ssrn.com", "/sol3/papers.cfm"}, {"ssrn.com", "/sol3/delivery.cfm"},
	{"hal.science", "/hal-"}, {"hal.science", "/tel-"}, {"archives-ouvertes.fr", "/hal-"}, {"archives-ouvertes.fr", "/tel-"}, {"hal.inria.fr", "/"},
	{"citeseerx.ist.psu.edu", "/viewdoc/"}, {"citeseer.ist.psu.edu", "/"}, {"openresearch-repository.anu.edu.au", "/"}, {"eprint.iacr.org", "/20"}, {"eprint.iacr.org", "/19"},
	{"usenix.org", "/system/files/"}, {"usenix.org", "/conference/"}, {"usenix.org", "/legacy/"}, {"ndss-symposium.org", "/ndss-paper/"},
	{"roboticsproceedings.org", "/rss"}, {"mitpressjournals.org", "/doi/"}, {"drops.dagstuhl.de", "/"}, {"ceur-ws.org", "/vol-"}, {"cidrdb.org", "/"},
	{"papers.miccai.org", "/"}, {"bmvc2020-conference.com", "/assets/papers/"}, {"bmva-archive.org.uk", "/bmvc/"}, {"mlsys.org", "/paper"},
	{"proceedings.mlsys.org", "/"}, {"aisel.aisnet.org", "/"}, {"scholarspace.manoa.hawaii.edu", "/"}, {"research-collection.ethz.ch", "/handle/"},
	{"direct.mit.edu", "/"}, {"journals.plos.org", "/"}, {"elifesciences.org", "/articles/"}, {"frontiersin.org", "/articles/"}, {"jstor.org", "/stable/"},
	{"researchgate.net", "/publication/"}, {"inspirehep.net", "/literature/"}, {"adsabs.harvard.edu", "/abs/"}, {"europepmc.org", "/article"},
	{"research.google", "/pubs/"}, {"research.google.com", "/pubs/"}, {"ai.google", "/research/pubs/"}, {"amazon.science", "/publications/"},
	{"microsoft.com", "/en-us/research/publication/"}, {"research.microsoft.com", "/pubs/"}, {"research.microsoft.com", "/apps/pubs/"},
	{"deepmind.com", "/publications/"}, {"deepmind.com", "/research/publications/"}, {"ai.meta.com", "/research/publications/"},
	{"ai.facebook.com", "/research/publications/"}, {"research.facebook.com", "/publications/"}, {"research.fb.com", "/publications/"},
	{"research.nvidia.com", "/publication/"}, {"machinelearning.apple.com", "/research/"}, {"authors.library.caltech.edu", "/"}, {"dspace.mit.edu", "/handle/"},
	{"escholarship.org", "/uc/item/"}, {"core.ac.uk", "/"}, {"dblp.org", "/rec/"}, {"osti.gov", "/biblio/"}, {"par.nsf.gov", "/biblio/"},
}

// notPapers are the sites whose pages are no papers even where a list calls
// them so; a PDF that lies there may be one.
var notPapers = []string{
	"github.com", "gitlab.com", "bitbucket.org", "github.io", "gitter.im", "shields.io", "awesome.re", "colab.research.google.com",
	"youtube.com", "youtu.be", "vimeo.com", "bilibili.com", "twitter.com", "x.com", "reddit.com", "linkedin.com", "facebook.com",
	"medium.com", "towardsdatascience.com", "substack.com", "wordpress.com", "blogspot.com", "quora.com", "zhihu.com", "notion.site",
	"wikipedia.org", "amazon.com", "huggingface.co", "kaggle.com", "paperswithcode.com", "pytorch.org", "tensorflow.org", "pypi.org",
	"slideslive.com", "slideshare.net", "docs.google.com", "imdb.com", "wandb.ai", "zenodo.org", "figshare.com", "discord.gg", "t.me",
	"stackoverflow.com", "news.ycombinator.com", "discord.com", "slack.com", "weixin.qq.com", "csdn.net", "jianshu.com", "scholar.google.com",
	"coursera.org", "udacity.com", "edx.org", "udemy.com", "raw.githubusercontent.com", "gist.github.com", "readthedocs.io", "modelscope.cn",
}

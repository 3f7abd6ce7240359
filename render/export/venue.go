package export

import (
	"strings"
	"unicode"

	"citemap/graph"
	"citemap/render"
)

// A form is how a paper was published, as far as that is known.
type form uint8

const (
	loose       form = iota // a preprint, or nothing is known
	article                 // in a journal
	proceedings             // at a conference
)

// The words by which a venue gives itself away; where it has both, it is a
// journal ("Proceedings of the National Academy of Sciences").
var (
	journalWords    = wordSet("journal transactions letters magazine academy endowment")
	conferenceWords = wordSet(`conference conf proceedings proc workshop workshops symposium meeting congress colloquium chapter findings interspeech
		neurips nips icml iclr acl emnlp naacl eacl aacl coling conll lrec cvpr iccv eccv wacv aaai ijcai kdd sigir cikm wsdm www chi uai aistats colt icassp`)
	conferencePhrases = []string{
		"neural information processing systems", "computer vision and pattern recognition", "knowledge discovery and data mining",
		"robotics: science and systems", "learning representations", "acm multimedia",
	}
	archiveWords = wordSet("arxiv biorxiv medrxiv chemrxiv corr ssrn preprint preprints")
)

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// publication tells how a paper was published and where, clean.
func publication(p *graph.Paper) (form, string) {
	venue := render.Clean(p.Venue)
	lower := strings.ToLower(venue)
	words := strings.FieldsFunc(lower, func(r rune) bool { return !unicode.IsLetter(r) })
	switch {
	case venue == "" || anyOf(words, archiveWords):
		return loose, venue
	case anyOf(words, journalWords):
		return article, venue
	case anyOf(words, conferenceWords) || contains(lower, conferencePhrases):
		return proceedings, venue
	}
	return article, venue
}

func anyOf(words []string, of map[string]bool) bool {
	for _, w := range words {
		if of[w] {
			return true
		}
	}
	return false
}

func contains(s string, phrases []string) bool {
	for _, p := range phrases {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

package address

import (
	"regexp"
	"strings"
)

// JoinBroken joins the ids in a text that a line break has cut: behind a mark that
// ends no DOI, where what follows goes on as one does and begins no sentence or item.
func JoinBroken(s string) string {
	if !strings.Contains(s, "\n") {
		return s
	}
	return brokenID.ReplaceAllStringFunc(slashBelow.ReplaceAllString(s, "$1$2"), func(cut string) string {
		m := brokenID.FindStringSubmatch(cut)
		head, tail, behind := m[1], m[2], m[3]
		prefixOnly := strings.HasSuffix(head, "/") || strings.HasSuffix(head, ":") || strings.HasSuffix(head, "-")
		item := strings.HasSuffix(tail, ".") && strings.Trim(tail, "0123456789") == "."
		sentence := year.MatchString(tail) && behind != "" && strings.HasSuffix(head, ".")
		page := strings.Trim(tail, "0123456789") == "" && strings.TrimSpace(behind) == "" // a number alone on its line
		if !prefixOnly && (item || page || sentence) || !strings.ContainsAny(tail, "0123456789") {
			return cut
		}
		return head + tail + behind
	})
}

var (
	brokenID = regexp.MustCompile(`((?:10\.\d{4,9}/[^\s"]*[./_(-]|10\.\d{4,9}/|10\.\d{4,9}/[^\s"]*\(\d\d\)|(?i:\barxiv:)|(?i:\bdoi:)|(?i:arxiv\.org/(?:abs|pdf)/)|(?i:doi\.org/)))[ \t]*\n[ \t]*([\d\p{Ll}(.][^\s]*)( +[^\s])?`)
	// slashBelow is a DOI that goes on with a stroke on the line below.
	slashBelow = regexp.MustCompile(`(10\.\d{4,9}/[^\s"/]+)[ \t]*\n[ \t]*(/[\w.()-]+)`)
	year       = regexp.MustCompile(`^[(\[]?(?:1[89]|20)\d\d[.,;:)\]]*$`)
)

// IDEnd gives the end of the DOI or of arXiv's number in an address with which a
// text begins; 0 where it has none.
func IDEnd(s string) int {
	if m := DOIStart.FindStringIndex(s); m != nil && strings.Contains(s[:m[0]], "doi") {
		return m[0] + DOIEnd(s[m[0]:])
	}
	return len(arxivAddress.FindString(s))
}

var arxivAddress = regexp.MustCompile(`^https?://arxiv\.org/(?:abs|pdf)/\d{4}\.\d{4,5}`)

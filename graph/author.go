package graph

import (
	"fmt"

	"citemap/graph/names"
)

// Byline names a paper briefly, as in a running text: "Touvron et al. 2023",
// "Sutton & Barto 2018", its title where no author is known, an id where
// neither is.
func (p *Paper) Byline() string {
	var who string
	switch len(p.Authors) {
	case 0:
		who = p.Title
	case 1:
		who = names.Family(p.Authors[0])
	case 2:
		who = names.Family(p.Authors[0]) + " & " + names.Family(p.Authors[1])
	default:
		who = names.Family(p.Authors[0]) + " et al."
	}
	if who == "" {
		who = p.BestID()
	}
	if p.Date.Year == 0 {
		return who
	}
	return fmt.Sprintf("%s %d", who, p.Date.Year)
}

// BestID is an id of the paper that a person may recognise, else the PaperID.
func (p *Paper) BestID() string {
	for _, s := range []Scheme{ArXiv, DOI, ACL, PubMed, PubMedCentral} {
		if v := p.IDs.Of(s); v != "" {
			return ExternalID{s, v}.String()
		}
	}
	return string(p.ID)
}

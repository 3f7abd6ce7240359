package words

import (
	"embed"
	"strings"
)

// A LabelKind is what a word tells of where a link leads.
type LabelKind uint8

const (
	AnyLabel   LabelKind = iota + 1
	PaperLabel           // what it labels is the paper
	OtherLabel           // what it labels is not the paper
	VenueLabel           // where papers appear
)

//go:embed tables
var tables embed.FS

// The tables of words, in small letters but for names; each file of tables says
// what its words are and where they come from.
var (
	Labels        = kinds(map[LabelKind]string{PaperLabel: "papers", OtherLabel: "beside", VenueLabel: "venues", AnyLabel: "labels"})
	Topics        = table("topics")
	Surnames      = table("surnames")
	Compounds     = table("compounds")
	Abbreviations = table("abbreviations")
	Ordinary      = table("ordinary")
	BesideVenue   = table("besidevenue")
	FunctionWords = table("functionwords")
	Fields        = table("fields")
)

// table reads a file of words with commas between; "#" begins a comment.
func table(name string) map[string]bool {
	text, err := tables.ReadFile("tables/" + name + ".txt")
	if err != nil {
		panic(err) // it was not embedded
	}
	out := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Split(line, ",") {
			if w = strings.TrimSpace(w); w != "" {
				out[w] = true
			}
		}
	}
	return out
}

func kinds(names map[LabelKind]string) map[string]LabelKind {
	out := map[string]LabelKind{}
	for kind, name := range names { // no word is in two of them
		for w := range table(name) {
			out[w] = kind
		}
	}
	return out
}

// MaxLabel is longer, in bytes, than labels are.
const MaxLabel = 70

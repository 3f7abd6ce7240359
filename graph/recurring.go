package graph

import "strings"

// generic are titles that many works bear, as keys.
var generic = map[string]bool{
	"introduction": true, "editorial": true, "preface": true, "foreword": true, "conclusion": true, "conclusions": true, "references": true, "contents": true, "index": true,
	"lettertoeditor": true, "letterstoeditor": true, "tableofcontents": true, "conclusionandfuturework": true, "acknowledgements": true, "acknowledgments": true,
	"errata": true, "erratum": true, "corrigendum": true, "bookreview": true, "bookreviews": true, "abstracts": true, "discussion": true, "appendix": true,
}

// Recurring reports whether a title belongs to a kind of text that the same
// people write again and again under the same words: editorials, messages of
// chairs, reports of a year, forewords, errata. Of those there are as many works as
// there are years and DOIs.
func Recurring(title string) bool { return recurs(titleWords(Plain(title))) }

func recurs(words []word) bool {
	var spaced strings.Builder
	for _, w := range words {
		spaced.WriteString(" " + w.text)
	}
	text := spaced.String() + " "
	for _, opening := range recurring {
		if strings.HasPrefix(text, " "+opening+" ") {
			return true
		}
	}
	for _, mark := range anywhere {
		if strings.Contains(text, " "+mark+" ") {
			return true
		}
	}
	return false
}

// recurring are what such titles begin with, without articles.
var recurring = []string{
	"guest editor", "guest editors", "guest editorial", "editorial", "editor s", "editors", "editors introduction", "editor introduction", "from editor", "from editors", "from guest editor", "from guest editors",
	"message from", "messages from", "message of", "letter from", "letter to editor", "letters to editor", "note from", "notes from", "word from", "welcome", "greetings",
	"report of president", "report of treasurer", "report of secretary", "report of director", "report of committee", "report of board", "report of chair", "report of editor", "report of editors",
	"report from", "annual report", "yearly report", "president s", "presidential address", "chair s", "chairs", "chairman s", "treasurer s", "secretary s", "director s",
	"preface", "foreword", "introduction to special", "introduction to this special", "introduction to issue", "introduction to volume", "introduction to minitrack", "introduction to section", "introduction to proceedings",
	"proceedings of", "minutes of", "front matter", "back matter", "table of contents", "author index", "subject index", "list of reviewers", "list of referees", "reviewers", "acknowledgment of reviewers", "acknowledgement of reviewers", "acknowledgment to reviewers", "acknowledgement to reviewers", "thanks to reviewers",
	"in this issue", "in memoriam", "obituary", "book review", "book reviews", "call for papers", "calendar of", "news from", "news and", "erratum", "errata", "corrigendum", "corrigenda", "correction", "corrections", "publisher s note", "editor s note", "editor s note",
	"conference report", "workshop report", "meeting report", "program committee", "organizing committee", "committees", "opening remarks", "closing remarks", "opening address", "overview of special issue", "about this issue", "about authors", "contributors",
}

// anywhere are words that say so wherever they stand.
var anywhere = []string{"special issue editorial", "from general chairs", "from program chairs", "from program chair", "from general chair", "from conference chairs", "from editor in chief", "call for papers", "editorial board"}

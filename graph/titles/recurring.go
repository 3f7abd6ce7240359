package titles

import (
	"slices"
	"strings"
)

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
	begins := func(opening string) bool { return strings.HasPrefix(text, " "+opening+" ") }
	holds := func(mark string) bool { return strings.Contains(text, " "+mark+" ") }
	if slices.ContainsFunc(recurring, begins) || slices.ContainsFunc(anywhere, holds) {
		return true
	}
	return slices.ContainsFunc(reports, begins) && slices.ContainsFunc(offices, holds) ||
		slices.ContainsFunc(overviews, begins) && slices.ContainsFunc(meetings, holds)
}

// recurring are what such titles begin with, without articles.
var recurring = []string{
	"guest editor", "guest editors", "guest editorial", "editorial", "editor s", "editors", "editors introduction", "editor introduction", "from editor", "from editors", "from guest editor", "from guest editors",
	"letter to editor", "letters to editor", "welcome", "greetings",
	"report from", "annual report", "yearly report", "president s", "presidential address", "chair s", "chairs", "chairman s", "treasurer s", "secretary s", "director s",
	"preface", "foreword", "introduction to special", "introduction to this special", "introduction to issue", "introduction to volume", "introduction to minitrack", "introduction to section", "introduction to proceedings",
	"proceedings of", "minutes of", "front matter", "back matter", "table of contents", "author index", "subject index", "list of reviewers", "list of referees", "reviewers", "acknowledgment of reviewers", "acknowledgement of reviewers", "acknowledgment to reviewers", "acknowledgement to reviewers", "thanks to reviewers",
	"auditor s", "auditors", "auditors report", "financial statements", "financial report", "treasurers report", "reviewer acknowledgments", "reviewer acknowledgements", "thanks to referees", "thanks to our", "abstracts of", "abstracts from", "annual survey", "annual review of", "year s work in", "state of union", "list of participants", "list of contributors", "reviewer acknowledgment", "reviewer acknowledgement", "steering committee", "editorial board", "state of journal", "year in review", "presidential message", "conference chairs", "general chairs", "program chairs", "summary of workshop", "workshop summary", "panel discussion",
	"in this issue", "in memoriam", "obituary", "book review", "book reviews", "call for papers", "calendar of", "news from", "news and", "erratum", "errata", "corrigendum", "corrigenda", "correction to", "corrections to", "publisher s note", "editor s note", "editor s note",
	"conference report", "workshop report", "meeting report", "program committee", "organizing committee", "committees", "opening remarks", "closing remarks", "opening address", "overview of special issue", "about this issue", "about authors", "contributors",
}

// anywhere are words that say so wherever they stand.
var anywhere = []string{"special issue editorial", "from general chairs", "from program chairs", "from program chair", "from general chair", "from conference chairs", "from editor in chief", "call for papers", "editorial board"}

// reports are words that the account of an office or a society begins with.
var reports = []string{"message from", "messages from", "message of", "letter from", "note from", "notes from", "word from", "words from", "report of", "reports of", "report by", "report on", "letter of", "summary of", "address of", "remarks of", "statement of"}

// offices are whose account it is.
var offices = []string{
	"president", "presidents", "treasurer", "treasurers", "secretary", "committee", "committees", "board", "director", "directors", "chair", "chairs", "chairman", "editor", "editors", "council", "society",
	"organizers", "organisers", "organizer", "dean", "guest editor", "guest editors", "association", "delegate", "delegates", "auditor", "auditors", "officers", "annual meeting", "annual conference",
}

// overviews and meetings are the two ends of what organizers write each time.
var (
	overviews = []string{"overview of", "findings of", "results of", "report on", "report of", "summary of", "introduction to"}
	meetings  = []string{"shared task", "shared tasks", "evaluation campaign", "workshop", "workshops", "conference", "symposium"}
)

package record

import "citemap/graph/study"

// A Run is what a record is made of. The zero value of each field but Findings says
// that there was no such thing.
type Run struct {
	Findings *study.Findings
	Lists    []string // as the user named them
	Command  string   // as a shell reads it back
	Withheld []string // what was taken out of Command, in words
	Version  string

	Own      bool   // what is the run's own is to be told, too: the same corpus gives the same words without it
	Snapshot string // the file that the corpus is from
	Field    string // the folder of the field that it is from
	Offline  bool   // nobody could be asked
	Another  bool   // the first source was asked at an address that the user gave, not at its own
	Stopped  bool   // a source gave up part of the way
	Budget   int    // requests at most
	Fallback string // who else might be asked, as the user writes it

	Excluded Exclusions
	Shown    int // candidates that the page shows at most
}

// Exclusions count the ids that are never to be offered.
type Exclusions struct {
	File  string // the file of ids; "": none
	Given int    // ids in the file and by flag
	Known int    // papers of the corpus that they name
}

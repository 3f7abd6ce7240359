package exchange

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"citemap/graph"
	"citemap/graph/study"
)

type annotation struct{ level, title string }

// annotations are the levels and titles of annotations by status. An entry that
// resolved needs nobody's attention unless it has a note.
var annotations = map[graph.Status]annotation{
	graph.StatusMissing: {"error", "Paper not found"}, graph.StatusMismatch: {"error", "Id and title disagree"},
	graph.StatusDuplicate: {"warning", "Duplicate entry"}, graph.StatusUnasked: {"notice", "Not asked yet"},
	graph.StatusResolved: {"notice", "Entry to look at"},
}

// ofNotice are those of entries whose paper was retracted or corrected.
var ofNotice = map[graph.NoticeKind]annotation{
	graph.Retraction: {"error", "Retracted paper"}, graph.Concern: {"warning", "Editors express concern"}, graph.Correction: {"notice", "Corrected paper"},
}

// CheckGitHub writes an annotation, as GitHub's workflow commands have it, for
// each entry that somebody should look at: an error for one that is missing, has
// another paper's id or whose paper was retracted, a warning for a duplicate and
// where editors express concern, a notice for one nobody has asked about and for
// any other with a note. Nothing is written of the rest.
func CheckGitHub(w io.Writer, f *study.Findings) error {
	b := bufio.NewWriter(w)
	for i, e := range entries(f, nil) {
		if e.Status == graph.StatusResolved && e.Note == "" {
			continue
		}
		a := annotations[e.Status]
		if e.Status == graph.StatusResolved && e.Paper != nil && e.Paper.Retraction != nil {
			a = ofNotice[e.Paper.Retraction.Kind]
		}
		called := e.Title
		if called == "" {
			called = clean([]string{f.Corpus.Entries[i].Name()})[0]
		}
		properties := fmt.Sprintf("file=%s,line=%d,", inProperty.Replace(strings.ReplaceAll(e.File, "##[", "## [")), e.Line)
		if e.File == "-" { // standard input is no file of the repository
			properties = ""
		}
		fmt.Fprintf(b, "::%s %stitle=%s::%s\n", a.level, properties, a.title, inMessage.Replace(strings.ReplaceAll(sentence(called, e.Note), "##[", "## [")))
	}
	return b.Flush()
}

// sentence says what is the matter with an entry.
func sentence(called, note string) string {
	if note == "" {
		return called
	}
	return called + ": " + note
}

// GitHub takes a command apart at these marks, and has them written as below.
var (
	inMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	inProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

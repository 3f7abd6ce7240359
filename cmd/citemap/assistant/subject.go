package assistant

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"citemap/cmd/citemap/desk"
	"citemap/cmd/citemap/edit"
	"citemap/cmd/citemap/picture"
	"citemap/cmd/citemap/service"
	"citemap/fetch"
	"citemap/graph/study"
)

// A subject is what questions are about: the lists at work, or the list that comes with a
// question. The tools stand on it.
type subject struct {
	service *service.Service
	editing edit.Run
	pen     picture.Pen
	o       Options

	asking chan struct{} // holds one while sources may be asked: they are asked one question at a time
	opened atomic.Pointer[desk.Desk]
	ready  chan struct{} // closed once the desk is open
	moment atomic.Pointer[moment]
}

func newSubject(s *service.Service, editing edit.Run, pen picture.Pen, o Options) *subject {
	return &subject{service: s, editing: editing, pen: pen, o: o, asking: make(chan struct{}, 1), ready: make(chan struct{})}
}

// ofList is what a question may be about.
type ofList struct {
	Text string `json:"text,omitempty" jsonschema:"A list for this question alone, in place of the one named at the start: ids (arXiv:2305.11206, a DOI), titles or the text of a list, one paper a line. Never the name of a file."`
}

// textName is the list in a text, as answers call it. By its end ids and titles may stand
// among each other.
const textName = "text.txt"

// mostText is how many characters the text of a list may have.
const mostText = 1 << 20

// moment is the last list that came with a question, and what was found.
type moment struct {
	text     string
	findings *service.Findings
}

// about gives what is found about the list of a question.
func (s *subject) about(ctx context.Context, progress func(fetch.Progress), of ofList) (*service.Findings, error) {
	if of.Text != "" {
		return s.ofText(ctx, progress, of.Text)
	}
	d, err := s.now(ctx, progress)
	if err != nil {
		return nil, err
	}
	return d.State().Findings, nil
}

// now gives the lists at work as their files are now. That one cannot be read is an error:
// an answer would be about what it was.
func (s *subject) now(ctx context.Context, progress func(fetch.Progress)) (*desk.Desk, error) {
	d, err := s.desk(ctx, progress)
	if err != nil {
		return nil, err
	}
	if err := d.Look(ctx); err != nil {
		return nil, err
	}
	if trouble := d.State().Trouble; trouble != "" {
		return nil, errors.New(trouble)
	}
	return d, nil
}

// ofText reads, gathers and studies the list in a text, unless that was done last.
func (s *subject) ofText(ctx context.Context, progress func(fetch.Progress), text string) (*service.Findings, error) {
	read, err := s.readText(ctx, text)
	if err != nil {
		return nil, err
	}
	leave, err := s.ask(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	if m := s.moment.Load(); m != nil && m.text == text {
		return m.findings, nil
	}
	corpus, err := s.service.Gather(ctx, read, service.GatherOptions{Progress: progress})
	if err != nil {
		return nil, err
	}
	f, err := s.service.StudyOf(ctx, corpus, service.StudyOptions{Options: study.Options{Topics: true}, ExcludeFileMayBeNew: true})
	if err != nil {
		return nil, err
	}
	s.moment.Store(&moment{text, f})
	return f, nil
}

// readText reads the list in a text.
func (s *subject) readText(ctx context.Context, text string) (*service.Reading, error) {
	if namesFile(text) {
		return nil, fmt.Errorf("text %q reads like the name of a file: give the text of the list itself; files are read where they are named when citemap is started%s", text, s.named())
	}
	read, err := s.service.ReadTexts(ctx, []service.Text{{Name: textName, Text: []byte(text)}}, service.ReadOptions{PassedOver: true})
	if err != nil {
		return nil, err
	}
	if len(read.Entries) == 0 {
		return nil, errors.New("text: no paper is named in it: give ids (arXiv:2305.11206, a DOI) or titles, one a line")
	}
	return read, nil
}

// namesFile reports whether a text is the name of a file rather than a list.
func namesFile(text string) bool {
	text = strings.TrimSpace(text)
	if strings.ContainsAny(text, "\r\n") || service.MayBePaper(text) {
		return false
	}
	rooted := filepath.IsAbs(text) || slices.ContainsFunc([]string{"/", "./", "../", "~", `\`, "file:"}, func(p string) bool { return strings.HasPrefix(text, p) })
	ending := strings.TrimPrefix(strings.ToLower(filepath.Ext(text)), ".")
	return rooted || !strings.Contains(text, " ") && slices.Contains([]string{"md", "txt", "bib", "ris", "json", "jsonl", "csv", "tsv", "xml", "gz", "zst", "html"}, ending)
}

// named names the files that were named at the start.
func (s *subject) named() string {
	if len(s.o.Lists) == 0 {
		return " (none was)"
	}
	return " (here: " + strings.Join(s.o.Lists, ", ") + ")"
}

// desk gives the lists at work, which are opened when they are first asked for. What was
// fetched of an opening that is cut short is in the library.
func (s *subject) desk(ctx context.Context, progress func(fetch.Progress)) (*desk.Desk, error) {
	if d := s.opened.Load(); d != nil {
		return d, nil
	}
	if !s.atWork() {
		return nil, errNoList
	}
	leave, err := s.ask(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	if d := s.opened.Load(); d != nil {
		return d, nil
	}
	o := s.o.Desk
	o.Opening = progress
	d, err := desk.Open(ctx, s.service, s.editing, s.o.Lists, o)
	if err != nil {
		return nil, err
	}
	s.opened.Store(d)
	close(s.ready)
	return d, nil
}

// atWork reports whether there is anything to work on besides what questions bring.
func (s *subject) atWork() bool { return len(s.o.Lists) > 0 || s.o.Snapshot }

var errNoList = errors.New("no list: citemap was started without one: give the papers as text (ids, titles or the text of a list, one a line), or have the user name a list in the command: citemap mcp reading.md")

// ask waits until nobody else asks the sources.
func (s *subject) ask(ctx context.Context) (leave func(), err error) {
	select {
	case s.asking <- struct{}{}:
		return func() { <-s.asking }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

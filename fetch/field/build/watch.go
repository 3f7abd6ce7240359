package build

import "time"

// A Step says how far a build is: at the begin of a stage, and at its end.
type Step struct {
	Says       string // what is done
	Number, Of int
	Done       bool
	Kept       bool // an earlier run had done it
	Took       time.Duration
}

// watch reports the stages of a build and marks what is finished.
type watch struct {
	at     *working
	report func(Step)
	begun  time.Time
	number int
}

// passes reports whether a stage is not to be made: it is a view, or finished.
func (w *watch) passes(st *stage) bool {
	if st.view {
		return true
	}
	if !w.at.done(st.name) {
		return false
	}
	w.number++
	w.report(Step{Says: st.says, Number: w.number, Of: steps(), Done: true, Kept: true})
	return true
}

func (w *watch) started(st *stage) {
	w.number++
	w.begun = time.Now()
	w.report(Step{Says: st.says, Number: w.number, Of: steps()})
}

// finished marks a stage, with what is to be remembered of it.
func (w *watch) finished(st *stage, what any) error {
	took := time.Since(w.begun)
	if err := w.at.mark(st.name, what); err != nil {
		return err
	}
	w.report(Step{Says: st.says, Number: w.number, Of: steps(), Done: true, Took: took})
	return nil
}

// steps is how many stages are made, and the look at the dump ahead of them.
func steps() (n int) {
	for i := range stages {
		if !stages[i].view {
			n++
		}
	}
	return n + 1
}

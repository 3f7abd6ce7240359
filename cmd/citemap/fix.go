package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"citemap/fetch/list"
	"citemap/fetch/list/fix"
	"citemap/fetch/list/layout"
	"citemap/graph/study"
	"citemap/render"
)

// fixFlags say what to put right in the lists.
type fixFlags struct {
	repairs []string
	dryRun  bool
}

type namedRepair struct {
	name   string
	repair fix.Repair
}

var repairs = []namedRepair{
	{"all", fix.FixUsual}, {"links", fix.FixLinks}, {"duplicates", fix.FixDuplicates}, {"dates", fix.FixDates},
	{"titles", fix.FixTitles}, {"ids", fix.FixIDs}, {"cross-listed", fix.FixDuplicates | fix.FixCrossListed},
}

func (o *fixFlags) add(c *cobra.Command) {
	f := c.Flags()
	f.StringSliceVar(&o.repairs, "fix", nil, "put the lists right and write them back; `repairs`: all, or some of "+strings.Join(repairNames(), ", ")+" (--fix=links,dates)")
	f.Lookup("fix").NoOptDefVal = "all"
	complete(c, "fix", repairNames())
	f.BoolVar(&o.dryRun, "dry-run", false, "show what --fix would change as a diff, and write nothing")
}

// repairNames are the repairs but for all.
func repairNames() (names []string) {
	for _, r := range repairs[1:] {
		names = append(names, r.name)
	}
	return names
}

// wanted reports whether the lists are to be put right.
func (o *fixFlags) wanted() bool { return len(o.repairs) > 0 }

// parse gives the repairs asked for.
func (o *fixFlags) parse() (all fix.Repair, err error) {
	for _, name := range o.repairs {
		at := slices.IndexFunc(repairs, func(r namedRepair) bool { return r.name == name })
		if at < 0 {
			return 0, usagef("--fix=%s: want all, or some of %s", name, strings.Join(repairNames(), ", "))
		}
		all |= repairs[at].repair
	}
	return all, nil
}

// check finds what is wrong with the flags before anything is gathered.
func (o *fixFlags) check(c *cobra.Command, lists []string) error {
	if !o.wanted() {
		if o.dryRun {
			return usagef("--dry-run goes with --fix")
		}
		return nil
	}
	for _, name := range []string{"format", "output", "merges", "audit"} {
		if c.Flags().Changed(name) {
			return usagef("--fix and --%s exclude each other: --fix gives no answer but the list", name)
		}
	}
	if len(lists) > 1 && slices.Contains(lists, "-") {
		return usagef("--fix: standard input is fixed to standard output, and alone")
	}
	for _, name := range lists {
		if err := wantFile("--fix", name); err != nil {
			return err
		}
	}
	_, err := o.parse()
	return err
}

// A fixing is a list with what it becomes.
type fixing struct {
	name string
	old  []byte
	fix.Fixed
}

// fix puts lists right and says what it did. A list from standard input goes to
// standard output. Files are written once all of them could be put right; where
// one cannot be written, those before it get their old text back.
func (s *session) fix(ctx context.Context, lists []string, o fixFlags) error {
	wanted, err := o.parse()
	if err != nil {
		return err
	}
	lists = eachOnce(lists)
	texts, err := s.texts(ctx, lists)
	if err != nil {
		return err
	}
	corpus, err := s.corpus(ctx, lists)
	if err != nil {
		return err
	}
	a := newAdviser(corpus)
	all := make([]fixing, len(lists))
	for i, name := range lists {
		fixed, err := heed(ctx, func() (fix.Fixed, error) { return fix.Fix(name, texts[i], s.flags.from, wanted, a.advise) })
		if err != nil {
			return fmt.Errorf("fix %w", err)
		}
		all[i] = fixing{name, texts[i], fixed}
	}
	if err := s.putFixed(all, o.dryRun); err != nil {
		return err
	}
	for _, x := range all {
		s.sayFixed(x, o.dryRun)
	}
	f := study.Cover(corpus)
	if n := f.Coverage.Missing + f.Coverage.Mismatches; n > 0 {
		s.say("%d %s not found or with the id of another title: check without --fix names them", n, plural(n, "entry is", "entries are"))
	}
	if n := f.Coverage.Unasked; n > 0 {
		s.say("%d %s not asked about: their titles and dates are not known", n, plural(n, "entry was", "entries were"))
	}
	return s.done(f, nil)
}

// eachOnce leaves out files that were named before, under whatever name.
func eachOnce(lists []string) []string {
	var out []string
	var met []os.FileInfo
	for _, name := range lists {
		info, err := os.Stat(name)
		if err == nil && name != "-" {
			if slices.ContainsFunc(met, func(other os.FileInfo) bool { return os.SameFile(info, other) }) {
				continue
			}
			met = append(met, info)
		}
		out = append(out, name)
	}
	return out
}

// texts reads the lists as they are, which must be ones that can be written;
// standard input is there to be read again.
func (s *session) texts(ctx context.Context, lists []string) ([][]byte, error) {
	out := make([][]byte, len(lists))
	for i, name := range lists {
		var err error
		if out[i], err = heed(ctx, func() ([]byte, error) { return list.ReadText(name, s.stdin) }); err != nil {
			return nil, err
		}
		if name == "-" {
			s.stdin = bytes.NewReader(out[i])
		}
		writable := func() (bool, error) { return true, layout.Writable(name, out[i], s.flags.from) }
		if _, err := heed(ctx, writable); ctx.Err() != nil {
			return nil, ctx.Err()
		} else if err != nil { // before anybody is asked
			return nil, fmt.Errorf("fix %w", err)
		}
	}
	return out, nil
}

// putFixed writes the lists back, or shows what would change.
func (s *session) putFixed(all []fixing, dryRun bool) error {
	for i, x := range all {
		var err error
		switch {
		case dryRun:
			_, err = s.stdout.Write(unified(x.name, x.old, x.Text))
		case x.name == "-":
			_, err = s.stdout.Write(x.Text)
		case !bytes.Equal(x.old, x.Text):
			err = s.files.Rewrite(x.name, x.old, x.Text)
		}
		if err == nil {
			continue
		}
		for _, done := range all[:i] {
			if !dryRun && !bytes.Equal(done.old, done.Text) {
				err = errors.Join(err, s.files.Rewrite(done.name, done.Text, done.old))
			}
		}
		return err
	}
	return nil
}

// sayFixed tells what became of a list, a line a change.
func (s *session) sayFixed(x fixing, dryRun bool) {
	for _, c := range slices.Concat(x.Changes, x.Left) {
		s.say("%s", render.Clean(fmt.Sprintf("%s:%d: %s", x.name, c.Line, c.What)))
	}
	n := len(x.Changes)
	switch {
	case n == 0:
		s.say("%s: nothing to change", render.Clean(x.name))
	case dryRun:
		s.say("%s: %d %s to make, nothing written", render.Clean(x.name), n, plural(n, "change", "changes"))
	default:
		s.say("%s: %d %s", render.Clean(x.name), n, plural(n, "change", "changes"))
	}
}

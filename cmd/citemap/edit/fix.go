package edit

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"citemap/cmd/citemap/console"
	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/usage"
	"citemap/fetch/list"
	"citemap/fetch/list/fix"
	"citemap/fetch/list/layout"
)

// FixOptions say what to put right in lists.
type FixOptions struct {
	Repairs []string // all, or some of RepairNames
	DryRun  bool     // show the change and write nothing
}

// A namedRepair is a repair as a user names it.
type namedRepair struct {
	name   string
	repair fix.Repair
}

var repairs = []namedRepair{
	{"all", fix.FixUsual}, {"links", fix.FixLinks}, {"duplicates", fix.FixDuplicates}, {"dates", fix.FixDates},
	{"titles", fix.FixTitles}, {"ids", fix.FixIDs}, {"cross-listed", fix.FixDuplicates | fix.FixCrossListed},
}

// RepairNames are the repairs but for all.
func RepairNames() (names []string) {
	for _, r := range repairs[1:] {
		names = append(names, r.name)
	}
	return names
}

// Wanted reports whether the lists are to be put right.
func (o FixOptions) Wanted() bool { return len(o.Repairs) > 0 }

// parse gives the repairs asked for.
func (o FixOptions) parse() (all fix.Repair, err error) {
	for _, name := range o.Repairs {
		at := slices.IndexFunc(repairs, func(r namedRepair) bool { return r.name == name })
		if at < 0 {
			return 0, usage.Errorf("--fix=%s: want all, or some of %s%s", name, strings.Join(RepairNames(), ", "), usage.DidYouMean(name, RepairNames()))
		}
		all |= repairs[at].repair
	}
	return all, nil
}

// CheckFix finds what keeps lists from being put right, before anything is
// gathered.
func (r Run) CheckFix(lists []string, o FixOptions) error {
	if len(lists) > 1 && slices.Contains(lists, "-") {
		return usage.Errorf("--fix: standard input (-) must be the only list; it is written to standard output")
	}
	for _, name := range lists {
		if err := wantFile("--fix", name); err != nil {
			return err
		}
	}
	_, err := o.parse()
	return err
}

// Fix puts lists right and says what it did. A list from standard input goes to
// standard output. Files are written once all of them could be put right; where
// one cannot be written, those before it get their old text back. It gives what the
// service found of the lists as they were.
func (r Run) Fix(ctx context.Context, s *service.Service, lists []string, o FixOptions) (*service.Findings, error) {
	wanted, err := o.parse()
	if err != nil {
		return nil, err
	}
	texts, err := r.texts(ctx, eachOnce(lists))
	if err != nil {
		return nil, err
	}
	read, err := s.ReadTexts(ctx, texts, service.ReadOptions{})
	if err != nil {
		return nil, err
	}
	corpus, err := s.Gather(ctx, read, service.GatherOptions{EntriesOnly: true})
	if err != nil {
		return nil, err
	}
	all, err := r.fixAll(ctx, texts, wanted, newAdviser(corpus.Corpus))
	if err != nil {
		return nil, err
	}
	if err := r.writeFixed(all, o.DryRun); err != nil {
		return nil, err
	}
	for _, x := range all {
		r.sayFixed(x, o.DryRun)
	}
	f := corpus.Cover()
	r.sayUnfixed(f)
	return f, nil
}

// fixAll makes of each list what it becomes, and writes nothing.
func (r Run) fixAll(ctx context.Context, texts []service.Text, wanted fix.Repair, a *adviser) ([]fixing, error) {
	all := make([]fixing, len(texts))
	for i, x := range texts {
		fixed, err := service.Interruptible(ctx, func() (fix.Fixed, error) { return fix.Fix(x.Name, x.Text, r.From, wanted, a.advise) })
		if err != nil {
			return nil, fmt.Errorf("fix %w", err)
		}
		all[i] = fixing{x.Name, x.Text, fixed}
	}
	return all, nil
}

// sayUnfixed says how many entries are left as they were for want of a paper.
func (r Run) sayUnfixed(f *service.Findings) {
	if n := f.Coverage.Missing + f.Coverage.Mismatches; n > 0 {
		r.Console.Say("%d %s not found or have the wrong title: citemap check lists them", n, console.Plural(n, "entry was", "entries were"))
	}
	if n := f.Coverage.Unasked; n > 0 {
		r.Console.Say("%d %s not looked up: titles and dates are not known", n, console.Plural(n, "entry was", "entries were"))
	}
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

// texts reads the lists as they are, which must be ones that can be written.
func (r Run) texts(ctx context.Context, lists []string) ([]service.Text, error) {
	out := make([]service.Text, len(lists))
	for i, name := range lists {
		text, err := service.Interruptible(ctx, func() ([]byte, error) { return list.ReadText(name, r.In) })
		if err != nil {
			return nil, err
		}
		out[i] = service.Text{Name: name, Text: text}
		writable := func() (bool, error) { return true, layout.Writable(name, text, r.From) }
		if _, err := service.Interruptible(ctx, writable); ctx.Err() != nil {
			return nil, ctx.Err()
		} else if err != nil { // before anybody is asked
			return nil, fmt.Errorf("fix %w", err)
		}
	}
	return out, nil
}

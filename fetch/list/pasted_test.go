package list_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"citemap/fetch/citation/words"
	"citemap/fetch/list"
)

// A printed reference is one of a real bibliography.
type printed struct {
	Title   string
	Year    int
	ArXiv   string
	Authors []string
	More    bool `json:"authors_truncated"`
	Venue   string
}

// printedReferences gives the references of the bibliographies beside the
// repository.
func printedReferences(t *testing.T) (all []printed) {
	t.Helper()
	files, err := filepath.Glob("../../../shared/seed-references/*.json")
	if err != nil || len(files) == 0 {
		t.Skip("no bibliographies in ../shared/seed-references")
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var paper struct{ References []printed }
		if err := json.Unmarshal(text, &paper); err != nil {
			t.Fatal(file, err)
		}
		for _, p := range paper.References {
			if p.Year > 0 && len(p.Authors) > 0 && p.Title != "" {
				all = append(all, p)
			}
		}
	}
	return all
}

// styles print a reference as bibliographies do.
var styles = map[string]func(i int, p printed) string{
	"conference": func(i int, p printed) string {
		return fmt.Sprintf("[%d] %s. %s. %s%d.", i, p.people(asWritten, ", ", ", and "), p.Title, p.where("", ", "), p.Year)
	},
	"acl": func(_ int, p printed) string {
		return fmt.Sprintf("%s. %d. %s. %s", p.people(asWritten, ", ", ", and "), p.Year, p.Title, p.where("In ", "."))
	},
	"apa": func(_ int, p printed) string {
		return fmt.Sprintf("%s (%d). %s. %s", p.people(familyFirst, ", ", ", & "), p.Year, p.Title, p.where("", "."))
	},
	"ieee": func(i int, p printed) string {
		return fmt.Sprintf("[%d] %s, “%s,” %s%d.", i, p.people(initialsFirst, ", ", ", and "), p.Title, p.where("in ", ", "), p.Year)
	},
	"lncs": func(i int, p printed) string {
		return fmt.Sprintf("%d. %s: %s. %s (%d)", i, p.people(familyFirst, ", ", ", "), p.Title, p.where("In: ", ""), p.Year)
	},
	"vancouver": func(i int, p printed) string {
		return fmt.Sprintf("%d. %s. %s. %s%d.", i, p.people(asIndexed, ", ", ", "), p.Title, p.where("", ". "), p.Year)
	},
}

func (p printed) where(before, after string) string {
	switch {
	case p.Venue != "":
		return before + p.Venue + after
	case p.ArXiv != "":
		return before + "arXiv preprint arXiv:" + p.ArXiv + after
	}
	return ""
}

// A nameForm is a way to print a name.
type nameForm int

const (
	asWritten     nameForm = iota // Andrew M. Dai
	initialsFirst                 // A. M. Dai
	familyFirst                   // Dai, A. M.
	asIndexed                     // Dai AM
)

// people writes the authors in a form.
func (p printed) people(by nameForm, comma, last string) string {
	var b strings.Builder
	for i, name := range p.Authors {
		switch {
		case i > 0 && i+1 == len(p.Authors) && !p.More:
			b.WriteString(last)
		case i > 0:
			b.WriteString(comma)
		}
		b.WriteString(inForm(name, by))
	}
	if p.More {
		b.WriteString(", et al.")
	}
	return strings.TrimSuffix(b.String(), ".") + map[bool]string{true: "."}[p.More || by == familyFirst]
}

func inForm(name string, by nameForm) string {
	family, given, found := strings.Cut(name, ", ")
	if n := strings.LastIndex(name, " "); !found && n >= 0 {
		family, given = name[n+1:], name[:n]
	}
	if given == "" {
		return family
	}
	initials := ""
	for _, word := range strings.Fields(strings.ReplaceAll(given, ".", ". ")) {
		if r := []rune(strings.Trim(word, "-")); len(r) > 0 {
			initials += strings.ToUpper(string(r[:1])) + ". "
		}
	}
	initials = strings.TrimSpace(initials)
	switch by {
	case familyFirst:
		return family + ", " + initials
	case initialsFirst:
		return initials + " " + family
	case asIndexed:
		return family + " " + strings.NewReplacer(".", "", " ", "").Replace(initials)
	}
	return given + " " + family
}

// TestPastedBibliographies reads real references in the styles in which they are
// printed, a line each and with lines broken as on paper: at least 94 of 100
// become entries with their title. With -v it prints the figures.
func TestPastedBibliographies(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs side by side")
	}
	references := printedReferences(t)
	for style, print := range styles {
		for _, broken := range []bool{false, true} {
			var text strings.Builder
			for i, p := range references {
				line := print(i+1, p)
				if broken {
					line = breakLine(line)
				}
				text.WriteString(line + map[bool]string{true: "\n\n", false: "\n"}[broken && (style == "acl" || style == "apa")])
			}
			entries, err := list.Read("pasted.txt", []byte(text.String()))
			if err != nil {
				t.Fatal(style, err)
			}
			titles := map[string]bool{}
			for _, e := range entries {
				titles[words.BareTitle(e.Title)] = true
			}
			right := 0
			for _, p := range references {
				if titles[words.BareTitle(p.Title)] {
					right++
				}
			}
			t.Logf("%-10s broken %-5v %d of %d titles, %d entries", style, broken, right, len(references), len(entries))
			if 100*right < 94*len(references) || len(entries) > len(references) {
				t.Errorf("%s, broken %v: %d of %d titles, %d entries", style, broken, right, len(references), len(entries))
			}
		}
	}
}

// breakLine breaks a line at 80 bytes, between words.
func breakLine(s string) string {
	var b strings.Builder
	length := 0
	for i, word := range strings.Fields(s) {
		switch {
		case i == 0:
		case length+1+len(word) > 80:
			b.WriteByte('\n')
			length = 0
		default:
			b.WriteByte(' ')
			length++
		}
		b.WriteString(word)
		length += len(word)
	}
	return b.String()
}

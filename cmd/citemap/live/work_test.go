package live_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"citemap/cmd/citemap/desk"
)

var update = flag.Bool("update", false, "write the golden files anew")

// firstGaps are the ids of the gaps of the first screen, as a tab shows them.
const firstGaps = `[...document.querySelectorAll(".lacks .first li")].map((e) => e.dataset.id).join(" ")`

// said waits until a tab says something and nothing is on its way.
func (b *tab) said(what string) {
	b.t.Helper()
	b.until(what, fmt.Sprintf(`document.querySelector("#desk-said").textContent.includes(%q) && !document.querySelector("[aria-busy]")`, what))
}

// drawn waits until the page shows a state wholly.
func (b *tab) drawn(x *table) {
	b.t.Helper()
	b.until("drawn", fmt.Sprintf(`document.querySelector("#desk").dataset.drawn === "%d"`, x.State().Number))
}

// TestAtWork goes through a list by keys alone, in a real browser: what is added stands
// in the file, is taken back, excluded; what an editor and another tab change is seen,
// and more is looked for.
func TestAtWork(t *testing.T) {
	x := onServer(t, desk.Options{ExcludeFile: filepath.Join(t.TempDir(), "no.txt")})
	start, all := read(t, x.list), browser(t)
	b := tabAt(t, all, x.address, x.host)
	b.said("Adds to reading.md, excludes in no.txt.")
	sees(b, "no token in the address", `location.search + location.hash`, "")
	was := run[string](b, firstGaps)

	b.keys("j", "j", "k", "a")
	b.said("added to reading.md. ")
	b.keys("a")
	b.until("two added", `document.querySelectorAll('table[data-rows="entries"] tbody tr').length === 10`)
	golden(t, "added.md", read(t, x.list))
	sees(b, "the focus", `document.activeElement.closest(".lacks .first li") !== null`, true)
	b.keys("u")
	b.said("Undone: ")
	b.keys("u")
	b.until("as before", firstGaps+` === "`+was+`"`)
	if read(t, x.list) != start {
		t.Error("undone, the file is another one than it was")
	}

	first := strings.Fields(was)[0]
	b.keys("k", "k", "k", "k", "k", "k", "x")
	b.said("excluded, in no.txt")
	if !strings.Contains(read(t, x.ExcludeFile()), first) {
		t.Errorf("%s is not in %q", first, read(t, x.ExcludeFile()))
	}
	b.drawn(x)

	second := tabAt(t, all, run[string](b, `location.href`), x.host)
	sees(second, "both agree", firstGaps, run[string](b, firstGaps))
	edited := start + "\n\n### A title that the editor wrote\n\nhttps://arxiv.org/pdf/1706.03762\n"
	if err := os.WriteFile(x.list, []byte(edited), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, p := range []*tab{b, second} {
		p.said("hanged by another program: reading.md")
	}
	second.keys("j", "a")
	b.said("added to reading.md")
	b.drawn(x)
	second.drawn(x)
	sees(b, "both agree", firstGaps, run[string](second, firstGaps))
	if !strings.HasSuffix(read(t, x.list), strings.TrimPrefix(edited, start)) {
		t.Errorf("what the editor wrote was overwritten: %q", read(t, x.list))
	}

	asked := x.api.Requests()
	b.keys("j", "m")
	b.until("the plan", `/^This takes (at most )?[1-6] requests, [1-6] s[.]$/.test(document.querySelector("#further-plan").textContent)`)
	if n := x.api.Requests(); n != asked {
		t.Errorf("%d requests were sent to plan", n-asked)
	}
	b.keys("\r")
	b.said("Looked further")
	if n := x.api.Requests() - asked; n < 1 || n > 6 {
		t.Errorf("%d requests were sent, want 1 to 6 as planned", n)
	}
	b.drawn(x)
	held := run[string](b, firstGaps)
	b.do(chromedp.Reload(), chromedp.WaitReady(chromedp.CSS("#panel")))
	b.until("after a reload", firstGaps+` === "`+held+`"`)

	if err := os.Remove(x.list); err != nil {
		t.Fatal(err)
	}
	b.until("the list is gone", `document.querySelector("#desk-notes").textContent.includes("The list cannot be read as it is now")`)
	if err := os.WriteFile(x.list, []byte(edited), 0o644); err != nil {
		t.Fatal(err)
	}
	b.until("the list is back", `document.querySelector("#desk-notes").textContent === ""`)
	b.drawn(x)
	b.quiet()
	second.quiet()
	looks(t, b)
}

// looks holds that the page is legible on a desk and a phone, in light and dark, with
// the panel open and a dialog.
func looks(t *testing.T, b *tab) {
	t.Helper()
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int64{1280, 390} {
			b.do(chromedp.EmulateViewport(width, 844), prefers("prefers-color-scheme", scheme))
			sees(b, "width", `document.documentElement.scrollWidth`, int(width))
			axe(t, b, fmt.Sprintf("%s at %d", scheme, width))
		}
	}
	b.keys("?")
	axe(t, b, "the keys")
	b.keys("\x1b")
	b.until("the keys are shut", `!document.querySelector("dialog[open]")`)
	b.keys("j")
	b.until("a gap is chosen", `document.activeElement.closest(".lacks .first li") !== null`)
	b.keys("\r")
	b.until("the panel", `!document.querySelector("#panel").hidden && document.querySelector("#panel .deeds .add") !== null`)
	axe(t, b, "the panel")
}

func prefers(feature, value string) chromedp.Action[chromedp.Void] {
	return command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: feature, Value: value}}})
}

// axe holds that no rule of axe-core of serious or critical weight is broken.
func axe(t *testing.T, b *tab, what string) {
	t.Helper()
	file := os.Getenv("CITEMAP_AXE")
	if file == "" {
		t.Log("axe-core is not asked: CITEMAP_AXE names no axe.min.js")
		return
	}
	rules, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	b.do(command(cdppage.SetBypassCSP, cdppage.SetBypassCSPParams{Enabled: true}))
	run[bool](b, string(rules)+"; true")
	sees(b, "axe: "+what, `axe.run().then((r) => r.violations.filter((v) => v.impact === "serious" || v.impact === "critical")
		.map((v) => v.id + ": " + v.help + ": " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + " " + (n.any[0]?.message || "")).join(" ; ")).join("\n"))`, "")
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want := read(t, file); got != want {
		t.Errorf("%s: %q, want %q", name, got, want)
	}
}

// TestReadOnly: what cannot be written is said, and shown all the same.
func TestReadOnly(t *testing.T) {
	list := reading(t, "finetune.md")
	if err := os.Chmod(list, 0o444); err != nil {
		t.Fatal(err)
	}
	x := served(t, list, snapshotOnly(), desk.Options{Asking: desk.Asking{Refused: "this is a snapshot"}})
	b := tabAt(t, browser(t), x.address, x.host)
	b.until("the note", `document.querySelector("#desk-notes").textContent.includes("read-only")`)
	sees(b, "buttons to add", `[...document.querySelectorAll(".add")].every((e) => e.disabled)`, true)
	b.keys("j", "m")
	b.until("nobody is asked", `document.querySelector("#further-plan").textContent.includes("This is a snapshot")`)
	sees(b, "the button to ask", `document.querySelector("#further-ask").disabled`, true)
	b.quiet()
}

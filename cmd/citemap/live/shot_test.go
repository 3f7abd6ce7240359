package live_test

import (
	"fmt"
	"os"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"citemap/cmd/citemap/desk"
	"citemap/cmd/citemap/service"
)

func prefers(feature, value string) chromedp.Action[chromedp.Void] {
	return command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: feature, Value: value}}})
}

func TestShots(t *testing.T) {
	x := served(t, reading(t, "parsing.md"), service.Options{Snapshot: fixtures + "snapshots/parsing.jsonl.gz"}, desk.Options{})
	b := browser(t)
	address := x.address
	for _, w := range []int64{1280, 768, 390} {
		for _, scheme := range []string{"light", "dark"} {
			p := tabAt(t, b, address, x.host, prefers("prefers-color-scheme", scheme), chromedp.EmulateViewport(w, 900))
			address = run[string](p, "location.href")
			p.until("alive", `document.querySelector("#desk-said").textContent !== ""`)
			p.keys("j", "j", "a")
			n := x.State().Number
			_ = n
			p.until("added", `/added|into/.test(document.querySelector("#desk-said").textContent) && !/Drawing/.test(document.querySelector("#desk-said").textContent)`)
			save(t, p, fmt.Sprintf("%d-%s", w, scheme))
			p.keys("?")
			save(t, p, fmt.Sprintf("%d-%s-keys", w, scheme))
			p.keys("\x1b")
			run[bool](p, `(() => { document.querySelector("#gaps").scrollIntoView({behavior: "instant"}); return true; })()`)
			save(t, p, fmt.Sprintf("%d-%s-gaps", w, scheme))
			p.quiet()
		}
	}
}

func save(t *testing.T, p *tab, name string) {
	png, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		t.Fatal(err)
	}
	os.WriteFile("/tmp/live/"+name+".png", png, 0o644)
}

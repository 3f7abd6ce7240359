package html_test

import (
	escape "html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"citemap/render/html"
)

// TestApp has the page shown in a frame, as a client of an assistant shows it: it greets
// the client and says how high it is, and its policy lets all of it run.
func TestApp(t *testing.T) {
	const client = `<!DOCTYPE html><title>client</title><script>
let said = [];
addEventListener("message", ({ source, data }) => {
  said.push(data.method);
  if (data.method === "ui/initialize") source.postMessage({ jsonrpc: "2.0", id: data.id, result: { protocolVersion: "2026-01-26", hostInfo: { name: "client", version: "1" }, hostCapabilities: { openLinks: {} }, hostContext: {} } }, "*");
  if (data.method === "ui/notifications/size-changed") document.body.append(Object.assign(document.createElement("p"), { id: "done", textContent: data.params.height }));
});
</script><body><iframe sandbox="allow-scripts" width="800" height="600" srcdoc="PAGE"></iframe></body>`
	b := open(t, corpus(), "")
	file := filepath.Join(t.TempDir(), "client.html")
	app := escape.EscapeString(string(html.App(page(t, corpus()))))
	if err := os.WriteFile(file, []byte(strings.Replace(client, "PAGE", app, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	b.do(chromedp.Navigate("file://"+file), chromedp.WaitReady(chromedp.CSS("#done")))
	sees(b, "what the page says", "said.join(' ')", "ui/initialize ui/notifications/initialized ui/notifications/size-changed")
	sees(b, "its height", "document.querySelector('#done').textContent", "800")
	b.quiet()
}

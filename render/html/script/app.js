// The page greets the client that shows it (MCP Apps), tells it how high to be, and has it
// open links, which a frame may not.
const tell = (message) => parent.postMessage({ jsonrpc: "2.0", ...message }, "*");
const highest = 800; // pixels; a longer page is scrolled in its frame

addEventListener("message", ({ source, data }) => {
  if (source !== parent || data?.jsonrpc !== "2.0") return;
  if (data.id === 1 && data.result) {
    tell({ method: "ui/notifications/initialized", params: {} });
    tell({ method: "ui/notifications/size-changed", params: { height: Math.min(highest, document.documentElement.scrollHeight) } });
    if (data.result.hostCapabilities?.openLinks) openByClient();
  } else if (data.method === "ping" || data.method === "ui/resource-teardown") {
    tell({ id: data.id, result: {} });
  }
});
tell({
  id: 1, method: "ui/initialize",
  params: { protocolVersion: "2026-01-26", appInfo: { name: "citemap", version: "1" }, appCapabilities: { availableDisplayModes: ["inline", "fullscreen"] } },
});

function openByClient() {
  let id = 1;
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a");
    const url = link?.href?.baseVal ?? link?.href ?? "";
    if (!/^https?:/.test(url)) return;
    event.preventDefault();
    tell({ id: ++id, method: "ui/open-link", params: { url } });
  });
}

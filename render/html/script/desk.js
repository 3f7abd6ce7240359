// The server at whose desk the list lies: what it says and is asked. now is its last
// bulletin; null: it has said nothing yet.
const board = byId("desk");
let now = null;
let lost = false; // the server does not answer

const tell = (text) => { byId("desk-said").textContent = text; };
// ask has something changed, and gives what became of it; what went wrong is an Error.
const ask = async (path, wish = {}) => {
  let r;
  try {
    r = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(wish) });
  } catch {
    throw new Error("citemap does not answer: is citemap open still running?");
  }
  const said = await r.json().catch(() => ({}));
  if (!r.ok) throw new Error(said.error || `citemap answers ${r.status}`);
  return said;
};
// part gives a page of the server as a document, which runs nothing.
const part = (path) => new Promise((found, failed) => {
  const r = new XMLHttpRequest();
  r.open("GET", path);
  r.responseType = "document";
  r.onload = () => (r.status === 200 && r.response?.getElementById("data") ? found(r.response) : failed(new Error(`citemap answers ${r.status}`)));
  r.onerror = () => failed(new Error("citemap does not answer"));
  r.send();
});

// connect hears bulletins. A browser gives a server few connections: of all tabs one
// hears them and tells the others, and when it is closed the next one does.
const connect = (hear) => {
  const tabs = new BroadcastChannel("bulletins");
  let heard = null; // that the others may want, where this tab is the one
  const both = (bulletin) => { heard = bulletin; hear(bulletin); tabs.postMessage(bulletin); };
  tabs.onmessage = (e) => {
    if (e.data !== "what is new?") hear(e.data);
    else if (heard) tabs.postMessage(heard);
  };
  const listen = () => new Promise((gone) => {
    const source = new EventSource("events");
    source.onmessage = (e) => both(JSON.parse(e.data));
    source.onerror = () => {
      both("lost");
      if (source.readyState === EventSource.CLOSED) setTimeout(gone, 2000); // it was refused: this tab or the next tries again
    };
  });
  const keep = () => navigator.locks.request("events", listen).then(keep);
  tabs.postMessage("what is new?");
  keep();
};

// note says what stands in the way, as long as it does.
const note = () => {
  const notes = [
    lost && "citemap has ended or does not answer: this page shows what it knew last. Run citemap open again.",
    now?.trouble && `The list cannot be read as it is now: ${now.trouble}. This page shows what was read last.`,
    now?.readOnly && `Nothing can be added: ${now.readOnly}.`,
    now?.undrawn && `The map is older than the list: ${now.undrawn}.`,
  ].filter(Boolean);
  const box = byId("desk-notes");
  if (box.textContent === notes.join("")) return;
  box.replaceChildren(...notes.map((n) => element("p", n, { class: "note" })));
};

// The map of the first screen: a click opens a paper. The keyboard has the map below.
const wakeGlance = () => {
  const glance = byId("glance");
  if (!glance) return;
  for (const p of papers) {
    const g = p.node >= 0 && byId("glance-paper-" + p.node);
    if (!g) continue;
    const a = g.querySelector("a");
    if (a) {
      a.removeAttributeNS("http://www.w3.org/1999/xlink", "href");
      a.setAttribute("href", linkOf(p));
      a.setAttribute("tabindex", "-1");
      continue;
    }
    g.addEventListener("click", () => choose(p, glance));
  }
};
// A row that is pointed at shows its box.
const wakeRows = () => {
  for (const box of document.querySelectorAll(".answer .tick")) {
    const row = box.closest("li"), p = papers[row.querySelector("[data-tick]").dataset.tick];
    for (const [kind, lit] of [["pointerenter", true], ["pointerleave", false], ["focusin", true], ["focusout", false]]) {
      row.addEventListener(kind, () => byId("glance-paper-" + p.node)?.classList.toggle("chosen", lit));
    }
  }
};

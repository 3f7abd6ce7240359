// The map of the first screen: a click opens a paper. The keyboard has the map below.
const glance = byId("glance");
const wakeGlance = () => {
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

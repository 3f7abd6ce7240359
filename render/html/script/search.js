// Search goes over map and tables at once, as one types, and shows the papers that
// it finds: arrow keys choose one, Enter opens it, Escape gives up.
const hitsShown = 8;
const field = byId("search"), hits = byId("hits");
let found = [], active = -1;

// worthOf puts the papers first whose name or title begins with what was typed, then
// those on the map.
const worthOf = (p, text) => (plain(p.title).startsWith(text) || plain(p.label).startsWith(text) ? 0 : 2) + (p.node >= 0 ? 0 : 1);
const search = (text) => {
  query = plain(text).split(/\s+/).filter(Boolean);
  tables.forEach(find);
  relight();
  found = query.length ? papers.filter((p) => matches(plainOf(p))) : [];
  const typed = plain(text).trim();
  const worths = new Map(found.map((p) => [p, worthOf(p, typed)]));
  found.sort((a, b) => worths.get(a) - worths.get(b) || placed(a) - placed(b));
  const onMap = found.filter((p) => p.node >= 0).length;
  byId("found").textContent = query.length ? `${found.length} ${found.length === 1 ? "paper" : "papers"} found, ${onMap} on the map` : "";
  active = -1;
  showHits(query.length > 0);
};
const showHits = (shown) => {
  hits.hidden = !shown;
  field.setAttribute("aria-expanded", String(shown));
  field.removeAttribute("aria-activedescendant");
  if (!shown) return;
  const rows = found.slice(0, hitsShown).map((p, i) => {
    const li = element("li", "", { role: "option", id: "hit-" + i, "aria-selected": "false" }, element("b", p.title), element("span", `${p.label} · ${roleOf(p).toLowerCase()}${p.node >= 0 ? ", on the map" : ""}`));
    li.addEventListener("pointerdown", (e) => e.preventDefault()); // the field keeps the focus
    li.addEventListener("click", () => go(i));
    return li;
  });
  const rest = found.length - rows.length;
  if (rest > 0 || !found.length) rows.push(element("li", rest > 0 ? `and ${rest} more: the tables below hold them` : "Nothing found", { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "rest" }));
  hits.replaceChildren(...rows);
};
const step = (by) => {
  const n = Math.min(found.length, hitsShown);
  if (hits.hidden || !n) return;
  hits.children[active]?.setAttribute("aria-selected", "false");
  active = (active + by + n + (active < 0 && by < 0 ? 1 : 0)) % n;
  hits.children[active].setAttribute("aria-selected", "true");
  field.setAttribute("aria-activedescendant", "hit-" + active);
};
const go = (i) => {
  if (!found[i]) return;
  showHits(false);
  choose(found[i], field);
};
const searching = () => {
  field.addEventListener("input", () => search(field.value));
  field.addEventListener("focus", () => { if (query.length) showHits(true); });
  field.addEventListener("blur", () => showHits(false));
  field.addEventListener("keydown", (e) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (by) { e.preventDefault(); step(by); }
    if (e.key === "Enter") { e.preventDefault(); go(Math.max(active, 0)); }
    if (e.key === "Escape" && (field.value || !hits.hidden)) {
      e.preventDefault();
      e.stopPropagation();
      field.value = "";
      search("");
    }
  });
  document.addEventListener("keydown", (e) => {
    if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName) && document.activeElement.type !== "checkbox") return;
    e.preventDefault();
    field.focus();
    field.select();
  });
};

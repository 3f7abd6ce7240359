// What of the map is shown: roles, groups and years.
const hidden = { roles: new Set(), groups: new Set() };
const years = { from: -Infinity, until: Infinity };
let citations;
const cited = () => { citations = [...svg.querySelectorAll("g.edge")].map((g) => [g, ...g.id.split("-").slice(1).map(Number)]); };

const filter = () => {
  const off = new Set();
  for (const p of drawn) {
    const out = hidden.roles.has(p.role) || hidden.groups.has(p.group) || (p.year && (p.year < years.from || p.year > years.until));
    nodeOf(p)?.classList.toggle("off", Boolean(out));
    if (out) off.add(p.node);
  }
  for (const [g, citing, cited] of citations) g.classList.toggle("off", off.has(citing) || off.has(cited));
  const at = drawing.querySelector('[tabindex="0"]')?.closest("g.node");
  const shown = drawn.filter((p) => !off.has(p.node));
  if (at?.classList.contains("off") && shown.length) stop(nodeOf(shown[0]));
  say(`${shown.length} of ${drawn.length} papers shown`);
  return shown;
};

const chip = (b) => {
  const set = b.dataset.role ? hidden.roles : hidden.groups;
  const value = b.dataset.role || Number(b.dataset.group);
  b.addEventListener("click", () => {
    if (set.has(value)) set.delete(value);
    else set.add(value);
    b.setAttribute("aria-pressed", String(!set.has(value)));
    filter();
  });
};

// The two ends of the years push each other along.
const slide = (moved) => {
  const from = byId("from"), until = byId("until");
  if (Number(from.value) > Number(until.value)) {
    if (moved === from) until.value = from.value;
    else from.value = until.value;
  }
  years.from = Number(from.value);
  years.until = Number(until.value);
  byId("years").textContent = from.value === until.value ? from.value : `${from.value}–${until.value}`;
  const shown = filter();
  if (shown.length === drawn.length) whole();
  else fit(shown.map(nodeOf).filter(Boolean));
};

const controls = () => {
  cited();
  for (const b of document.querySelectorAll(".chip")) chip(b);
  for (const id of ["from", "until"]) byId(id)?.addEventListener("input", (e) => slide(e.target));
  byId("main-path")?.addEventListener("click", (e) => {
    pathShown = !pathShown;
    e.currentTarget.setAttribute("aria-pressed", String(pathShown));
    relight();
  });
};

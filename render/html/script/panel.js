// The panel holds all that is known of one paper. The address names the paper,
// so that it can be sent to somebody and the browser's own buttons go back.
let opener = null;
const heading = (text) => element("h3", text);
const list = (items) => element("ul", "", {}, ...items.map((i) => element("li", "", {}, i)));

const others = (text, places) => {
  if (!places.length) return [];
  const link = (i) => element("a", papers[i].label, { href: linkOf(papers[i]), title: papers[i].title });
  return [heading(`${text} (${places.length})`), list(places.map(link))];
};
const neighbours = (p) => {
  const part = (places, listed) => places.filter((i) => (papers[i].role === "listed") === listed);
  return [
    ...others("Listed papers it cites", part(p.references, true)), ...others("Listed papers that cite it", part(p.citing, true)),
    ...others("Other papers on the map it cites", part(p.references, false)), ...others("Other papers on the map that cite it", part(p.citing, false)),
  ];
};
const actions = (p) => {
  const row = element("p", "", { class: "actions" });
  if (p.url) row.append(outLink(p, "Read it", { class: "main" }));
  row.append(...deeds(p, furtherFrom(p)));
  if (p.bibtex) row.append(copyButton("Copy BibTeX", "BibTeX", () => bibtex(p)));
  const box = tick(p);
  row.append(element("label", "", { class: "choose" }, box, "Tick"));
  row.append(copyButton("Copy Markdown", "Markdown", () => markdown(p)), copyButton("Copy link", "Link", () => location.href));
  return row;
};
const fill = (p) => {
  panel.replaceChildren(
    button("Close", close, { class: "close" }),
    element("p", roleOf(p), { class: "role " + p.role }),
    element("h2", p.title, { tabindex: "-1" }),
    element("p", p.authors.join(", "), { class: "authors" }),
    element("p", [p.venue, p.date].filter(Boolean).join(" · "), { class: "venue" }),
    actions(p),
    heading("Why it is here"), list([...(p.reasons || []), ...(p.belongs ? [`Tried on lists of which half was hidden, ${p.belongs} of a hundred papers with such evidence were on the hidden half.`] : []), ...p.why]),
    ...spot(p),
    ...citedYears(p),
    ...neighbours(p),
    ...(p.abstract ? [heading("Abstract"), element("p", p.abstract, { class: "abstract" })] : []),
    ...((p.ids || []).length ? [heading("Identifiers"), element("p", p.ids.join(" · "), { class: "ids" })] : []),
  );
  for (const e of panel.querySelectorAll(":scope > p:empty")) e.remove();
};

// spot shows where a paper is on the map: the map itself, seen from near.
const spot = (p) => {
  const g = nodeOf(p);
  if (!g) return [];
  const box = g.getBBox(), scale = 1.15;
  const matrix = svg.getScreenCTM().inverse().multiply(g.getScreenCTM());
  const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2).matrixTransform(matrix);
  const w = 360 * scale, h = 200 * scale;
  const near = svgElement("svg", { viewBox: `${middle.x - w / 2} ${middle.y - h / 2} ${w} ${h}`, class: "near", "aria-hidden": "true" });
  near.append(svgElement("use", { href: "#" + svg.querySelector("g.graph").id }));
  const there = button("Show on the map", () => { inView(g); drawing.scrollIntoView({ block: "center" }); handle(g).focus({ preventScroll: true }); });
  return [heading("Its place on the map"), element("figure", "", { class: "drawing spot" }, near), element("p", "", {}, there)];
};

// open shows a paper; focus goes to its title where a reader asked for it.
const open = (p, focus) => {
  chosen = p;
  fill(p);
  panel.hidden = false;
  panel.scrollTop = 0;
  document.body.classList.add("beside");
  inView(nodeOf(p));
  relight();
  if (focus) panel.querySelector("h2").focus({ preventScroll: true });
};
const shut = () => {
  if (!chosen) return;
  chosen = null;
  panel.hidden = true;
  panel.replaceChildren();
  document.body.classList.remove("beside");
  relight();
};
const choose = (p, from) => {
  if (panel.hidden) opener = from;
  if (chosen !== p) history.pushState(null, "", linkOf(p));
  open(p, true);
};
const close = () => {
  history.pushState(null, "", location.pathname + location.search);
  shut();
  if (opener?.isConnected) opener.focus({ preventScroll: true });
  opener = null;
};

// follow shows what the address names.
const named = () => {
  const match = location.hash.match(/^#paper-(.*)$/);
  if (!match) return null;
  try { return papers[placeOf.get(decodeURIComponent(match[1]))] || null; } catch { return null; }
};
const follow = () => {
  const p = named();
  if (!p) shut();
  else if (p !== chosen) open(p, false);
};

const addresses = () => {
  document.addEventListener("click", (e) => {
    const a = e.target.closest?.('a[href^="#paper-"]');
    if (!a || e.ctrlKey || e.metaKey || e.shiftKey) return;
    const id = decodeURIComponent(a.getAttribute("href").slice("#paper-".length));
    const p = papers[placeOf.get(id)];
    if (p) { e.preventDefault(); choose(p, a); }
  });
  document.addEventListener("keydown", (e) => { if (e.key === "Escape" && chosen) { e.preventDefault(); close(); } });
  addEventListener("popstate", follow);
  addEventListener("hashchange", follow);
  follow();
};

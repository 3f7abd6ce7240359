"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const papers = JSON.parse(byId("data").textContent).papers;
  const drawing = byId("drawing"), panel = byId("panel");
  const svg = drawing.querySelector("svg");
  const nodeOf = (p) => byId("paper-" + p.node);

  // Zoom and pan: the view is a rectangle of the drawing.
  const whole = svg.viewBox.baseVal;
  const full = { x: whole.x, y: whole.y, w: whole.width, h: whole.height };
  let view = { ...full };
  const show = () => svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
  const zoom = (factor, x = view.x + view.w / 2, y = view.y + view.h / 2) => {
    const w = Math.min(full.w * 1.5, Math.max(full.w / 20, view.w * factor));
    factor = w / view.w;
    view = { x: x - (x - view.x) * factor, y: y - (y - view.y) * factor, w, h: view.h * factor };
    show();
  };
  const move = (dx, dy) => { view.x += dx; view.y += dy; show(); };
  const at = (e) => {
    const p = new DOMPoint(e.clientX, e.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [p.x, p.y];
  };
  const scale = () => 1 / svg.getScreenCTM().a;

  // Where the whole map would be too small to read, the view starts at the
  // listed papers.
  const begin = () => {
    const readable = 0.6, small = 0.5; // pixels a point
    if (Math.min(svg.clientWidth / full.w, svg.clientHeight / full.h) >= small) return;
    const listed = [...svg.querySelectorAll("g.node.listed")].map((g) => g.getBoundingClientRect());
    if (!listed.length) return;
    const middle = (low, high) => (Math.min(...listed.map((r) => r[low])) + Math.max(...listed.map((r) => r[high]))) / 2;
    const [x, y] = at({ clientX: middle("left", "right"), clientY: middle("top", "bottom") });
    const w = svg.clientWidth / readable, h = svg.clientHeight / readable;
    view = { x: x - w / 2, y: y - h / 2, w, h };
    show();
  };

  const live = () => {
    drawing.classList.add("live");
    svg.removeAttribute("width");
    svg.removeAttribute("height");
    svg.style.aspectRatio = `${full.w} / ${full.h}`;
    drawing.addEventListener("dragstart", (e) => e.preventDefault()); // a paper is a link, and the browser would drag that
    drawing.addEventListener("wheel", (e) => {
      if (!e.ctrlKey && !e.metaKey && !drawing.contains(document.activeElement)) return;
      e.preventDefault();
      zoom(e.deltaY > 0 ? 1.15 : 1 / 1.15, ...at(e));
    }, { passive: false });
    const fingers = new Map();
    let moved = 0;
    drawing.addEventListener("pointerdown", (e) => { fingers.set(e.pointerId, e); moved = 0; });
    drawing.addEventListener("pointermove", (e) => {
      const last = fingers.get(e.pointerId);
      if (!last) return;
      moved += Math.abs(e.clientX - last.clientX) + Math.abs(e.clientY - last.clientY);
      if (fingers.size === 1 && moved > 4) {
        drawing.classList.add("dragged");
        move((last.clientX - e.clientX) * scale(), (last.clientY - e.clientY) * scale());
      } else if (fingers.size === 2) {
        const other = [...fingers.values()].find((f) => f.pointerId !== e.pointerId);
        const span = (a) => Math.hypot(a.clientX - other.clientX, a.clientY - other.clientY);
        zoom(span(last) / Math.max(1, span(e)), ...at(other));
      }
      fingers.set(e.pointerId, e);
    });
    const up = (e) => { fingers.delete(e.pointerId); drawing.classList.remove("dragged"); };
    for (const kind of ["pointerup", "pointercancel", "pointerleave"]) drawing.addEventListener(kind, up);
    drawing.addEventListener("click", (e) => { if (moved > 4) { e.preventDefault(); e.stopPropagation(); } }, true);
    drawing.addEventListener("keydown", (e) => {
      const step = view.w / 12;
      const keys = {
        ArrowLeft: () => move(-step, 0), ArrowRight: () => move(step, 0), ArrowUp: () => move(0, -step), ArrowDown: () => move(0, step),
        "+": () => zoom(1 / 1.3), "=": () => zoom(1 / 1.3), "-": () => zoom(1.3), "0": reset, Escape: close,
      };
      if (keys[e.key]) { e.preventDefault(); keys[e.key](); }
    });
    byId("closer").addEventListener("click", () => zoom(1 / 1.3));
    byId("farther").addEventListener("click", () => zoom(1.3));
    byId("whole").addEventListener("click", reset);
    byId("download").addEventListener("click", download);
    document.querySelector(".tools").hidden = false;
    begin();
  };
  const reset = () => { view = { ...full }; show(); };
  const download = () => {
    const copy = svg.cloneNode(true);
    copy.setAttribute("viewBox", `${full.x} ${full.y} ${full.w} ${full.h}`);
    copy.setAttribute("role", "img");
    copy.removeAttribute("style");
    const a = document.createElement("a");
    a.href = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" }));
    a.download = document.title.split(" · ")[0].replace(/\.[^.]*$/, "") + ".svg";
    a.click();
    setTimeout(() => URL.revokeObjectURL(a.href), 1000);
  };

  // Light: one paper with its references and citing papers.
  let chosen = null;
  const dark = () => {
    drawing.classList.remove("lit");
    for (const g of drawing.querySelectorAll("g.on, g.references, g.citing, g.chosen")) g.classList.remove("on", "references", "citing", "chosen");
  };
  const light = (p) => {
    dark();
    if (!p) return;
    drawing.classList.add("lit");
    const on = (g, kind) => { if (g) g.classList.add("on", ...(kind ? [kind] : [])); };
    on(nodeOf(p), "chosen");
    for (const i of p.references) { on(nodeOf(papers[i])); on(byId(`cites-${p.node}-${papers[i].node}`), "references"); }
    for (const i of p.citing) { on(nodeOf(papers[i])); on(byId(`cites-${papers[i].node}-${p.node}`), "citing"); }
  };

  // The panel: all that is known of one paper. Text goes in as text.
  const add = (parent, tag, text, attributes = {}) => {
    const e = document.createElement(tag);
    if (text) e.textContent = text;
    for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
    parent.append(e);
    return e;
  };
  const others = (heading, places) => {
    if (!places.length) return;
    add(panel, "h4", heading);
    const ul = add(panel, "ul");
    for (const i of places) {
      const b = add(add(ul, "li"), "button", papers[i].label, { type: "button", class: "paper", title: papers[i].title });
      b.addEventListener("click", () => open(papers[i]));
    }
  };
  const open = (p, focus = true) => {
    chosen = p;
    panel.replaceChildren();
    add(panel, "button", "Close", { type: "button", class: "close" }).addEventListener("click", close);
    add(panel, "h3", p.title || p.label, { tabindex: "-1" });
    if (p.authors.length) add(panel, "p", p.authors.join(", "));
    add(panel, "p", [p.date, p.venue].filter(Boolean).join(" · "));
    if (p.url) add(add(panel, "p"), "a", "Read it", { href: p.url, rel: "noopener noreferrer" });
    add(panel, "h4", "Why it is here");
    const ul = add(panel, "ul");
    for (const w of p.why) add(ul, "li", w);
    const listed = (places) => places.filter((i) => papers[i].role === "listed");
    const rest = (places) => places.filter((i) => papers[i].role !== "listed");
    others("Listed papers that cite it", listed(p.citing));
    others("Listed papers it cites", listed(p.references));
    others("Other papers on the map that cite it", rest(p.citing));
    others("Other papers on the map it cites", rest(p.references));
    if (p.abstract) { add(panel, "h4", "Abstract"); add(panel, "p", p.abstract); }
    panel.hidden = false;
    inView(nodeOf(p));
    aside(nodeOf(p));
    light(p);
    history.replaceState(null, "", "#paper=" + encodeURIComponent(p.id));
    if (focus) panel.querySelector("h3").focus({ preventScroll: true });
  };
  // A paper outside the view is brought to its middle.
  const inView = (node) => {
    if (!node) return;
    const [paper, whole] = [node.getBoundingClientRect(), drawing.getBoundingClientRect()];
    if (paper.left >= whole.left && paper.right <= whole.right && paper.top >= whole.top && paper.bottom <= whole.bottom) return;
    const [x, y] = at({ clientX: (paper.left + paper.right) / 2, clientY: (paper.top + paper.bottom) / 2 });
    view.x = x - view.w / 2;
    view.y = y - view.h / 2;
    show();
  };
  // The panel lies over the half of the map that the paper is not in.
  const aside = (node) => {
    if (!node) return;
    const [paper, whole] = [node.getBoundingClientRect(), drawing.getBoundingClientRect()];
    panel.classList.toggle("right", paper.left + paper.right < whole.left + whole.right);
  };
  const close = () => {
    panel.hidden = true;
    const node = chosen && nodeOf(chosen);
    chosen = null;
    light(null);
    history.replaceState(null, "", location.pathname + location.search);
    if (node) (node.querySelector("a") || drawing).focus({ preventScroll: true });
  };

  const wake = () => {
    for (const p of papers) {
      const g = nodeOf(p);
      if (!g) continue;
      g.addEventListener("pointerenter", () => { if (!chosen && !query) light(p); });
      g.addEventListener("pointerleave", () => { if (!chosen && !query) dark(); });
      g.addEventListener("click", (e) => { if (!e.ctrlKey && !e.metaKey) { e.preventDefault(); open(p); } });
      const a = g.querySelector("a") || g;
      a.setAttribute("tabindex", "0");
      a.setAttribute("aria-label", `${p.label}: ${p.title} (${p.role})`);
      a.addEventListener("focus", () => { if (!chosen && !query) light(p); });
      a.addEventListener("keydown", (e) => { if (e.key === "Enter") { e.preventDefault(); open(p); } });
    }
  };

  // Search: tables and map at once, as one types.
  let query = "";
  const plain = (s) => s.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const search = (text) => {
    const words = plain(text).split(/\s+/).filter(Boolean);
    query = words.join(" ");
    const matches = (s) => { s = plain(s); return words.every((w) => s.includes(w)); };
    let rows = 0;
    for (const tr of document.querySelectorAll("tbody tr")) {
      const off = !matches(tr.textContent);
      tr.classList.toggle("off", off);
      if (!off) rows++;
    }
    dark();
    let drawn = 0;
    if (query) {
      drawing.classList.add("lit");
      for (const p of papers) {
        if (matches([p.label, p.title, p.venue, ...p.authors].join(" "))) { drawn++; nodeOf(p)?.classList.add("on"); }
      }
    } else if (chosen) light(chosen);
    byId("found").textContent = query ? `${drawn} on the map, ${rows} in the tables` : "";
  };

  // Tables sort by their heads; a second click turns the order round.
  const sortable = (table) => {
    const heads = [...table.querySelectorAll("thead th")];
    heads.forEach((th, column) => {
      const b = document.createElement("button");
      b.type = "button";
      b.textContent = th.textContent;
      th.replaceChildren(b);
      b.addEventListener("click", () => sort(table, heads, column));
    });
    for (const tr of table.tBodies[0].rows) {
      [...tr.cells].forEach((td, i) => { if (i !== 1) td.dataset.head = heads[i].textContent; });
    }
  };
  const sort = (table, heads, column) => {
    const th = heads[column];
    const numbers = th.classList.contains("n");
    const up = th.getAttribute("aria-sort") === (numbers && column ? "descending" : "ascending") ? !(!numbers || !column) : !numbers || !column;
    const sign = up ? 1 : -1;
    for (const other of heads) other.removeAttribute("aria-sort");
    th.setAttribute("aria-sort", up ? "ascending" : "descending");
    const key = (tr) => { const s = tr.cells[column].textContent; return numbers ? parseFloat(s) || 0 : s; };
    const rows = [...table.tBodies[0].rows];
    rows.sort((a, b) => sign * (numbers ? key(a) - key(b) : key(a).localeCompare(key(b))));
    table.tBodies[0].append(...rows);
  };

  // A link to a paper opens it; a paper that is not drawn is shown in its table.
  const follow = () => {
    const match = location.hash.match(/^#paper=(.*)$/);
    if (!match) return;
    let id;
    try { id = decodeURIComponent(match[1]); } catch { return; }
    const p = papers.find((x) => x.id === id);
    if (p) { open(p, false); return; }
    const row = document.querySelector(`tr[data-paper="${CSS.escape(id)}"]`);
    if (row) { row.classList.add("target"); row.scrollIntoView({ block: "center" }); }
  };

  if (svg) { live(); wake(); }
  for (const t of document.querySelectorAll("table")) sortable(t);
  document.querySelector(".search").hidden = false;
  byId("search").addEventListener("input", (e) => search(e.target.value));
  addEventListener("hashchange", follow);
  follow();
})();

// The view is a rectangle of the drawing: zoom and pan change it.
let full, view, asDrawn;
const measure = () => {
  const box = svg.viewBox.baseVal;
  full = { x: box.x, y: box.y, w: box.width, h: box.height };
  view = { ...full };
  asDrawn = svg.getAttribute("viewBox");
};
const isWhole = () => ["x", "y", "w", "h"].every((k) => view[k] === full[k]);
const show = () => svg.setAttribute("viewBox", isWhole() ? asDrawn : `${view.x} ${view.y} ${view.w} ${view.h}`);
const zoom = (factor, x = view.x + view.w / 2, y = view.y + view.h / 2) => {
  const w = Math.min(full.w * 1.5, Math.max(full.w / 20, view.w * factor));
  factor = w / view.w;
  view = { x: x - (x - view.x) * factor, y: y - (y - view.y) * factor, w, h: view.h * factor };
  show();
};
const move = (dx, dy) => { view.x += dx; view.y += dy; show(); };
const whole = () => { view = { ...full }; show(); };
// On paper the whole map stands, whatever part of it is on the screen.
const shownWhole = (paper) => {
  const { x, y, w, h } = paper ? full : view;
  svg.setAttribute("viewBox", `${x} ${y} ${w} ${h}`);
};
const at = (clientX, clientY) => {
  const p = new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM().inverse());
  return [p.x, p.y];
};
const scale = () => 1 / svg.getScreenCTM().a;

// centre moves a place of the window to the middle of the map.
const centre = (clientX, clientY) => {
  const r = svg.getBoundingClientRect();
  move((clientX - r.left - r.width / 2) * scale(), (clientY - r.top - r.height / 2) * scale());
};

// within reports whether a paper lies wholly in view.
const within = (g) => {
  const [r, frame] = [g.getBoundingClientRect(), drawing.getBoundingClientRect()];
  return r.left >= frame.left && r.right <= frame.right && r.top >= frame.top && r.bottom <= frame.bottom;
};
const centreOn = (g) => {
  const r = g.getBoundingClientRect();
  centre((r.left + r.right) / 2, (r.top + r.bottom) / 2);
};
const inView = (g) => { if (g && !within(g)) centreOn(g); };

// fit shows the part of the drawing that papers take, and no more.
const fit = (nodes) => {
  if (!nodes.length) return;
  const boxes = nodes.map((g) => { const b = g.getBBox(), m = svg.getScreenCTM().inverse().multiply(g.getScreenCTM()); return [new DOMPoint(b.x, b.y).matrixTransform(m), new DOMPoint(b.x + b.width, b.y + b.height).matrixTransform(m)]; });
  const margin = 30, least = full.w / 6;
  const left = Math.min(...boxes.map(([a]) => a.x)) - margin, right = Math.max(...boxes.map(([, b]) => b.x)) + margin;
  const top = Math.min(...boxes.map(([a]) => a.y)) - margin, bottom = Math.max(...boxes.map(([, b]) => b.y)) + margin;
  const w = Math.max(right - left, least), h = Math.max(bottom - top, (least * full.h) / full.w);
  view = { x: (left + right - w) / 2, y: (top + bottom - h) / 2, w, h };
  show();
};

// Where the whole map would be too small to read, the view starts at the listed
// papers: at the one nearest to the middle of them all.
const begin = () => {
  const readable = 0.6, small = 0.4; // pixels a point
  if (1 / scale() >= small) return;
  const listed = [...svg.querySelectorAll("g.node.listed")];
  if (!listed.length) return;
  const middles = listed.map((g) => g.getBoundingClientRect()).map((r) => [(r.left + r.right) / 2, (r.top + r.bottom) / 2]);
  const mean = (i) => middles.reduce((sum, m) => sum + m[i], 0) / middles.length;
  const far = middles.map(([x, y]) => Math.hypot(x - mean(0), y - mean(1)));
  centreOn(listed[far.indexOf(Math.min(...far))]);
  zoom(1 / (readable * scale()));
  const frame = { w: svg.clientWidth * scale(), h: svg.clientHeight * scale() };
  for (const [start, size] of [["x", "w"], ["y", "h"]]) {
    const middle = view[start] + view[size] / 2, spare = full[size] - frame[size];
    view[start] = full[start] + (spare < 0 ? spare / 2 : Math.max(0, Math.min(middle - frame[size] / 2 - full[start], spare)));
    view[size] = frame[size];
  }
  show();
};

// Fingers and the mouse: one drags, two zoom.
const hands = () => {
  const fingers = new Map();
  let moved = 0;
  drawing.addEventListener("dragstart", (e) => e.preventDefault()); // a paper is a link, and the browser would drag that
  drawing.addEventListener("wheel", (e) => {
    if (!e.ctrlKey && !e.metaKey && !drawing.contains(document.activeElement)) return;
    e.preventDefault();
    zoom(e.deltaY > 0 ? 1.15 : 1 / 1.15, ...at(e.clientX, e.clientY));
  }, { passive: false });
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
      zoom(span(last) / Math.max(1, span(e)), ...at(other.clientX, other.clientY));
    }
    fingers.set(e.pointerId, e);
  });
  const up = (e) => { fingers.delete(e.pointerId); drawing.classList.remove("dragged"); };
  for (const kind of ["pointerup", "pointercancel", "pointerleave"]) drawing.addEventListener(kind, up);
  drawing.addEventListener("click", (e) => { if (moved > 4) { e.preventDefault(); e.stopPropagation(); } }, true);
};

const live = () => {
  measure();
  drawing.classList.add("live");
  drawing.removeAttribute("tabindex");
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  svg.style.aspectRatio = `${full.w} / ${full.h}`;
  hands();
  byId("closer").addEventListener("click", () => zoom(1 / 1.3));
  byId("farther").addEventListener("click", () => zoom(1.3));
  byId("whole").addEventListener("click", whole);
  begin();
};

// All comes to life once the page is there. A live page has parts of it come to life
// again: names does the names in a part, and lists the answer's first rows.
const names = (part) => {
  for (const e of part.querySelectorAll("[data-paper]")) {
    const p = papers[placeOf.get(e.dataset.paper)];
    if (p) (e.closest(".link") || e.closest("li"))?.replaceChildren(...paperLink(p));
  }
  for (const e of part.querySelectorAll("[data-short]")) {
    const p = papers[placeOf.get(e.dataset.short)];
    if (p) e.replaceWith(...shortLink(p));
  }
  for (const e of part.querySelectorAll("[data-tick]")) e.before(tick(papers[e.dataset.tick]));
};
const foremost = () => {
  const first = [...document.querySelectorAll(".lacks [data-tick]")].map((e) => papers[e.dataset.tick]);
  if (first.length) document.querySelector(".lacks").append(element("p", "", { class: "taken" }, taking("the papers named first", () => first)));
};
const mapAlive = () => {
  live();
  wake();
  controls();
  byId("svg-download").addEventListener("click", saveMap);
  byId("data-download").addEventListener("click", saveData);
};
const seen = (part) => { for (const e of part.querySelectorAll("[hidden]:not(#panel):not(#tray):not(.later)")) e.hidden = false; };

seen(document);
hits.hidden = true;
names(document);
foremost();
tray();
for (const t of document.querySelectorAll("table[data-rows]")) tables.push(newTable(t));
mapAlive();
wakeGlance();
wakeRows();
searching();
addEventListener("beforeprint", () => { printing(true); shownWhole(true); });
addEventListener("afterprint", () => { printing(false); shownWhole(false); });
addresses();
document.documentElement.dataset.ready = "yes";

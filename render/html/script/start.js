// All comes to life once the page is there.
for (const e of document.querySelectorAll("[hidden]:not(#panel):not(#tray)")) e.hidden = false;
hits.hidden = true;
for (const e of document.querySelectorAll("[data-paper]")) {
  const p = papers[placeOf.get(e.dataset.paper)];
  if (p) (e.closest(".link") || e.closest("li"))?.replaceChildren(...paperLink(p));
}
for (const e of document.querySelectorAll("[data-short]")) {
  const p = papers[placeOf.get(e.dataset.short)];
  if (p) e.replaceWith(...shortLink(p));
}
for (const e of document.querySelectorAll("[data-tick]")) e.before(tick(papers[e.dataset.tick]));
const first = [...document.querySelectorAll(".lacks [data-tick]")].map((e) => papers[e.dataset.tick]);
if (first.length) document.querySelector(".lacks").append(element("p", "", { class: "taken" }, taking("the papers named first", () => first)));
tray();
for (const t of document.querySelectorAll("table[data-rows]")) tables.push(newTable(t));
live();
wake();
wakeGlance();
controls();
searching();
byId("svg-download").addEventListener("click", saveMap);
byId("data-download").addEventListener("click", saveData);
addEventListener("beforeprint", () => { printing(true); shownWhole(true); });
addEventListener("afterprint", () => { printing(false); shownWhole(false); });
addresses();
document.documentElement.dataset.ready = "yes";

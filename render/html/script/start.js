// All comes to life once the page is there.
for (const e of document.querySelectorAll("[hidden]:not(#panel)")) e.hidden = false;
for (const e of document.querySelectorAll("[data-paper]")) {
  const p = papers[placeOf.get(e.dataset.paper)];
  if (p) (e.closest(".link") || e.closest("li"))?.replaceChildren(...paperLink(p));
}
for (const t of document.querySelectorAll("table[data-rows]")) tables.push(newTable(t));
live();
wake();
controls();
byId("search").addEventListener("input", (e) => search(e.target.value));
byId("svg-download").addEventListener("click", saveMap);
byId("data-download").addEventListener("click", saveData);
addEventListener("beforeprint", () => { printing(50); shownWhole(true); });
addEventListener("afterprint", () => { printing(pageSize); shownWhole(false); });
addresses();
document.documentElement.dataset.ready = "yes";

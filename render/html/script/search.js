// Search goes over map and tables at once, as one types.
const search = (text) => {
  query = plain(text).split(/\s+/).filter(Boolean);
  tables.forEach(find);
  relight();
  if (!query.length) { byId("found").textContent = ""; return; }
  const onMap = drawn.filter((p) => matches(plainOf(p))).length;
  const rows = tables.reduce((sum, t) => sum + t.found.length, 0);
  byId("found").textContent = `${onMap} on the map, ${rows} in the tables`;
};

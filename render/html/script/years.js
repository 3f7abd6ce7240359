// The years of a paper's citing papers, as bars.
const svgElement = (tag, attributes, text) => {
  const e = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
  if (text) e.textContent = text;
  return e;
};
const papersOf = (n) => (n === 1 ? "1 paper" : n + " papers");
const yearBars = ({ from, counts }) => {
  const width = 360, height = 56, most = Math.max(...counts), step = width / Math.max(counts.length, 8);
  const last = from + counts.length - 1, peak = counts.indexOf(most);
  const chart = svgElement("svg", { viewBox: `0 0 ${width} ${height + 16}`, role: "img", "aria-label": `${from} to ${last}; most in ${from + peak}: ${papersOf(most)}` });
  counts.forEach((n, i) => {
    const tall = n ? Math.max(2, (n / most) * height) : 0;
    const bar = svgElement("rect", { x: i * step + step * 0.1, y: height - tall, width: step * 0.8, height: tall, rx: 1, ...(i === peak && { class: "most" }) });
    bar.append(svgElement("title", {}, `${from + i}: ${papersOf(n)}`));
    chart.append(bar);
  });
  const end = counts.length * step;
  chart.append(svgElement("text", { x: 0, y: height + 13 }, String(from)));
  if (end > 70) chart.append(svgElement("text", { x: end, y: height + 13, "text-anchor": "end" }, String(last)));
  return chart;
};
const citedYears = (p) => {
  const c = p.cited;
  if (!c) return [];
  const peak = c.counts.indexOf(Math.max(...c.counts));
  const said = [`Most in ${c.from + peak}: ${c.counts[peak]}.`, c.before ? `Before ${c.from}: ${c.before}.` : "", c.undated ? `Undated: ${c.undated}.` : ""];
  return [heading("Papers of the corpus that cite it, a year"), element("figure", "", { class: "years" }, yearBars(c), element("p", said.filter(Boolean).join(" ")))];
};

// Looking further: the plan is shown before anybody is asked, how far it is while they
// are, and it can be stopped.
let from = [];
const planFurther = async (p) => {
  from = p ? [p.id] : [];
  byId("further-from").textContent = p ? `What ${p.label} cites and what cites it: ${p.title}` : "What of the list nobody was asked about yet.";
  byId("further-stages").replaceChildren();
  byId("further-ask").disabled = true;
  byId("further").showModal();
  const says = (text) => { byId("further-plan").textContent = text; };
  if (now?.refused) { says(`${now.refused[0].toUpperCase()}${now.refused.slice(1)}.`); return; }
  says("Looking what it takes …");
  try {
    const plan = await ask("plan", { ids: from });
    says(plan.requests ? `This takes ${plan.words}.` : "Nobody has to be asked: it is known already.");
    byId("further-stages").replaceChildren(...plan.stages.map((s) => element("li", `${s.name} (${s.source}): ${papersAsked(s.requests)}`)));
    byId("further-ask").disabled = !plan.requests;
    if (plan.requests) byId("further-ask").focus();
  } catch (e) {
    says(e.message);
  }
};
const papersAsked = (n) => (n === 1 ? "1 request" : `${n} requests`);
const goFurther = async () => {
  byId("further").close();
  tell("Looking further …");
  try {
    await ask("further", { ids: from });
  } catch (e) {
    tell(e.message);
  }
};
// asking shows how far it is.
const asking = (was) => {
  const at = now.asking, bar = byId("desk-progress");
  bar.hidden = byId("desk-stop").hidden = !at;
  byId("desk-further").disabled = Boolean(at) || lost;
  if (at) {
    if (at.planned) { bar.max = at.planned; bar.value = at.done; } else bar.removeAttribute("value");
    const said = `Looking further: ${at.stage}${at.planned ? `, ${at.done} of ${papersAsked(at.planned)}` : ""}${at.papers ? `, ${at.papers} papers` : ""}`;
    bar.title = said;
    if (at.stage !== was?.asking?.stage) tell(said);
  } else if (was?.asking) {
    if (now.asked) tell(`Looking further: ${now.asked}`);
  }
};
furtherFrom = (p) => [button("Look further", () => planFurther(p), { title: "Look for what it cites and what cites it (m)", "aria-haspopup": "dialog" })];

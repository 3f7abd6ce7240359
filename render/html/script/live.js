// The page is at work.
const announce = () => {
  const soon = wholeShown < shown ? " Drawing the map …" : "";
  const what = now?.happened && now.number === shown ? now.happened : "";
  if (shown > announced) { said = [what && what[0].toUpperCase() + what.slice(1) + ".", movedInWords()].filter(Boolean).join(" "); announced = shown; }
  if (said && !now?.asking && !doing.size) tell(said + soon);
};
let announced = shown, said = "";
const hear = (bulletin) => {
  lost = bulletin === "lost";
  if (lost) { note(); rouse(); steps(); return; }
  const was = now;
  now = bulletin;
  newest = Math.max(newest, now.number);
  newestWhole = Math.max(newestWhole, now.drawn);
  note();
  steps();
  asking(was);
  rouse();
  if (!was && !said) tell(now.readOnly ? "Reading only." : `Adds to ${now.list}${now.excludeFile ? `, excludes in ${now.excludeFile}` : ""}.`);
  else if (now.trouble && now.trouble !== was?.trouble) tell("The list cannot be read as it is now.");
  if (shown < newest && was) tell(`${now.happened || "The list has changed"} …`);
  take();
};
board.hidden = false;
deedsOfAnswer();
byId("desk-undo").addEventListener("click", () => undo(1));
byId("desk-undos").addEventListener("click", () => byId("undos").showModal());
byId("desk-further").addEventListener("click", () => planFurther(null));
byId("desk-stop").addEventListener("click", () => ask("stop").catch((e) => tell(e.message)));
byId("desk-keys").addEventListener("click", () => byId("keys").showModal());
byId("further-ask").addEventListener("click", goFurther);
for (const b of document.querySelectorAll("[data-close]")) b.addEventListener("click", () => b.closest("dialog").close());
triage();
connect(hear);

// Parts of the page made of answers. Text goes in as text, never as markup.
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value === true) node.setAttribute(key, "");
    else if (value !== false && value != null) node.setAttribute(key, value);
  }
  node.append(...children.filter(child => child != null));
  return node;
}

export const pageOf = code => `../rules/${code}.html`;

const codeOf = (code, known) => known.has(code) ? el("a", { href: pageOf(code), "aria-label": `${code}: what it is about` }, code) : el("span", {}, code);

export function findings(answer, { go, apply, known, ready }) {
  if (answer.findings.length === 0) {
    return el("div", { class: "empty" }, el("b", {}, ready ? "Nothing to find." : "The linter is being loaded."),
      ready ? `${answer.ruleCount} rules of this profile looked at it.` : "You can type already.");
  }
  return el("ol", { class: "findings" }, ...answer.findings.map(finding => el("li", {},
    el("button", { class: "go", onclick: () => go(finding) }, finding.message),
    el("div", { class: "meta" }, el("span", { class: `sev ${finding.severity}` }, finding.severity), codeOf(finding.code, known),
      el("span", {}, `line ${finding.line}`), finding.confidence === "certain" ? null : el("span", {}, finding.confidence)),
    finding.fixes.some(fix => fix.applicability !== "manual")
      ? el("div", { class: "fixes" }, ...finding.fixes.filter(fix => fix.applicability !== "manual").map(fix =>
        el("button", { class: "plain", onclick: () => apply(finding, fix) }, `Fix: ${fix.title}${fix.applicability === "unsafe" ? " (may change the image)" : ""}`)))
      : null)));
}

export function versus(answer, { known, go }) {
  const rows = new Map();
  const key = finding => `${finding.line} ${finding.code}`;
  for (const finding of answer.findings) rows.set(key(finding), { ours: finding });
  for (const finding of answer.hadolint ?? []) rows.set(key(finding), { ...rows.get(key(finding)), theirs: finding });
  const sorted = [...rows.values()].sort((a, b) => (a.ours ?? a.theirs).line - (b.ours ?? b.theirs).line);
  const both = sorted.filter(row => row.ours && row.theirs).length;
  const body = el("tbody", {}, ...sorted.map(({ ours, theirs }) => {
    const finding = ours ?? theirs;
    return el("tr", {}, el("td", {}, el("button", { class: "plain", onclick: () => go(finding) }, String(finding.line))), el("td", {}, codeOf(finding.code, known)),
      el("td", { class: ours ? "yes" : "no" }, ours ? ours.severity : "–"), el("td", { class: theirs ? "yes" : "no" }, theirs ? theirs.severity : "–"), el("td", {}, finding.message));
  }));
  return el("div", {},
    el("p", { class: "hint" }, `Both find ${both}; ${sorted.filter(row => row.ours && !row.theirs).length} are ours alone, ${sorted.filter(row => !row.ours).length} hadolint's alone. `
      + "Its verdict is that of our profile hadolint, which copies it rule by rule; what hadolint asks ShellCheck our own checks of scripts answer."),
    el("table", { class: "versus" }, el("thead", {}, el("tr", {}, ...["line", "code", "Dockerlint", "hadolint", "what"].map(name => el("th", { scope: "col" }, name)))), body));
}

export function graph(stages, go) {
  if (stages.length === 0) return el("div", { class: "empty" }, "There is no stage yet.");
  const level = [];
  stages.forEach(stage => { level[stage.index] = Math.max(-1, ...stage.needs.map(need => level[need] ?? -1)) + 1; });
  const counts = [];
  const place = stages.map(stage => { const column = level[stage.index]; counts[column] = (counts[column] ?? 0) + 1; return { x: 12 + (counts[column] - 1) * 216, y: 12 + column * 104 }; });
  const width = 24 + Math.max(...counts) * 216 - 20, height = 24 + counts.length * 104 - 40;
  const ns = "http://www.w3.org/2000/svg";
  const svg = (name, attributes, ...children) => {
    const node = document.createElementNS(ns, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  };
  const cut = (text, length) => text.length > length ? `${text.slice(0, length - 1)}…` : text;
  const lines = stages.flatMap(stage => stage.needs.map(need => {
    const from = place[need], to = place[stage.index];
    const [x1, y1, x2, y2] = [from.x + 98, from.y + 64, to.x + 98, to.y - 3];
    return svg("path", { d: `M${x1} ${y1}C${x1} ${y1 + 22} ${x2} ${y2 - 22} ${x2} ${y2}`, class: stage.startsFrom === need ? "from" : "copy", "marker-end": "url(#tip)" });
  }));
  const boxes = stages.map(stage => svg("g", { class: `${stage.isTarget ? "target" : ""} ${stage.isReachable ? "" : "unused"}`, transform: `translate(${place[stage.index].x} ${place[stage.index].y})` },
    svg("rect", { width: 196, height: 64, rx: 8 }), svg("text", { x: 12, y: 26 }, cut(stage.name ?? `stage ${stage.index}`, 24)),
    svg("text", { x: 12, y: 46, class: "sub" }, cut(`${stage.base} · ${stage.steps} steps`, 31))));
  const name = stages.map(stage => `${stage.name ?? `stage ${stage.index}`} from ${stage.base}${stage.needs.length ? `, needs ${stage.needs.map(need => stages[need].name ?? `stage ${need}`).join(", ")}` : ""}`).join("; ");
  return el("div", {},
    svg("svg", { class: "graph", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": `Stages: ${name}` },
      svg("defs", {}, svg("marker", { id: "tip", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" }, svg("path", { d: "M0 0L8 4L0 8z" }))), ...lines, ...boxes),
    el("p", { class: "hint" }, "A whole line: starts from it. A broken line: takes files of it. The frame is what is built; what is pale the build does not need."),
    el("div", { class: "row" }, ...stages.map(stage => el("button", { class: "plain", onclick: () => go(stage.line) }, `${stage.name ?? `stage ${stage.index}`}, line ${stage.line}`))));
}

export function variables(answer) {
  const facts = [["stage", answer.stage ?? "before the first FROM"], ["user", answer.user], ["folder", answer.workdir], ["shell", answer.shell]].filter(([, value]) => value);
  return el("div", {},
    el("p", { class: "hint" }, "What is in force where the cursor is. ", ...facts.flatMap(([name, value]) => [`${name} `, el("code", {}, value), "  "])),
    answer.variables.length === 0 ? el("p", {}, "No variable of the file is in force here.")
      : el("table", { class: "versus" }, el("thead", {}, el("tr", {}, ...["name", "kind", "value", "line"].map(text => el("th", { scope: "col" }, text)))),
        el("tbody", {}, ...answer.variables.map(item => el("tr", {}, el("td", {}, el("code", {}, item.name)), el("td", {}, item.kind),
          el("td", {}, item.value != null ? el("code", {}, item.value === "" ? "(empty)" : item.value) : item.isSet === false ? "not set" : "not known"), el("td", {}, String(item.line ?? "")))))));
}

export function tree(answer, offset, go) {
  const most = 3000;
  return el("div", {}, el("ol", { class: "tree" }, ...answer.nodes.slice(0, most).map(node => el("li", { style: `padding-left:${node.depth * 1.1}rem`, class: node.text != null && node.from <= offset && offset < node.to ? "on" : null },
    el("button", { onclick: () => go(node) }, node.kind, node.text != null ? el("i", {}, ` ${JSON.stringify(node.text.length > 60 ? `${node.text.slice(0, 60)}…` : node.text)}`) : null)))),
    answer.nodes.length > most ? el("p", { class: "hint" }, `${answer.nodes.length - most} more are not shown.`) : null);
}

export function steps(answer, go) {
  if (answer.problem) return el("p", { class: "hint", role: "status" }, answer.problem);
  const sum = list => list.reduce((total, step) => total + (step.seconds ?? 0), 0);
  const again = answer.steps.filter(step => step.status === "rebuilt");
  const shown = seconds => seconds < 10 ? seconds.toFixed(1) : seconds.toFixed(0);
  const items = [];
  let stage;
  for (const step of answer.steps) {
    if (step.stage !== stage) { stage = step.stage; if (stage) items.push(el("li", { class: "stagehead" }, stage)); }
    const sure = step.certainty === "certain" ? "" : step.certainty === "open" ? "perhaps " : "likely ";
    items.push(el("li", { class: step.status }, el("b", {}, sure + step.status), el("code", { title: step.instruction }, step.instruction),
      el("span", { class: "sec" }, step.seconds != null && step.status === "rebuilt" ? `~${shown(step.seconds)} s` : ""), step.cause ? el("small", {}, step.cause) : null));
  }
  return el("div", {}, el("p", { class: "cost", role: "status" }, again.length === 0 ? "Everything is reused." : "", again.length ? el("b", {}, `${again.length} of ${answer.steps.length} steps`) : null,
    again.length ? ` again, about ${shown(sum(again))} of ${shown(sum(answer.steps))} seconds by the kind of their commands.` : null),
    ...answer.remarks.map(remark => el("p", { class: "hint" }, remark)), el("ol", { class: "steps" }, ...items));
}

export function diff(text) {
  return el("pre", { tabindex: "0", "aria-label": "The change" }, ...text.trimEnd().split("\n").slice(2).map(line => el("span", { class: line.startsWith("@@") ? "at" : line[0] === "+" ? "add" : line[0] === "-" ? "del" : null }, line)));
}

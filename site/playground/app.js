import { open } from "./editor.js";
import { pack, unpack } from "./share.js";
import * as views from "./views.js";

const $ = selector => document.querySelector(selector);
const { examples, rules, start } = JSON.parse($("#data").textContent);
const known = new Set(rules);
const settings = { profile: $("#profile"), severity: $("#severity"), bold: $("#bold"), example: $("#example") };
const touched = new Set();
const arguments_ = new Map();
let answer = { findings: [], stages: [], arguments: [], hadolint: [], ruleCount: 0 };
let isReady = false;

// The engine: answers come in order, and one that is overtaken by a newer question of its kind is dropped.
const worker = new Worker(new URL("engine.js", import.meta.url), { type: "module" });
const waiting = new Map();
const latest = new Map();
let last = 0;
worker.onmessage = ({ data }) => {
  if (data.ready) { isReady = true; return; }
  if (data.failed && !data.id) { $("#status").textContent = `The linter could not be started: ${data.failed}`; return; }
  const done = waiting.get(data.id);
  waiting.delete(data.id);
  if (data.failed) { $("#status").textContent = `That went wrong: ${data.failed}`; return; }
  done?.(data.answer, data.took);
};
const ask = (verb, extra = {}) => new Promise(resolve => {
  const id = ++last;
  latest.set(verb, id);
  waiting.set(id, (result, took) => latest.get(verb) === id && resolve({ result, took }));
  worker.postMessage({ id, verb, question: { ...question(), ...extra } });
});

const question = () => ({
  text: editors.dockerfile.text, ignore: editors.ignore.text, files: editors.files.text, profile: settings.profile.value,
  leastSeverity: settings.severity.value, comparesHadolint: true, isBold: settings.bold.checked, offset: editors.dockerfile.offset,
  touched: [...touched], arguments: Object.fromEntries(arguments_), reach: $("#reach").value, target: $("#target").value || null,
});

const tabs = name => {
  const list = $(`[role=tablist][data-name=${name}]`);
  const buttons = [...list.querySelectorAll("[role=tab]")];
  const choose = button => {
    for (const other of buttons) {
      const isIt = other === button;
      other.setAttribute("aria-selected", isIt);
      other.tabIndex = isIt ? 0 : -1;
      $(`#${other.getAttribute("aria-controls")}`).hidden = !isIt;
    }
    shown();
  };
  list.addEventListener("click", event => event.target.closest("[role=tab]") && choose(event.target.closest("[role=tab]")));
  list.addEventListener("keydown", event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length];
    next.focus();
    choose(next);
  });
};
const isOpen = id => !$(`#${id}`).hidden;

const go = finding => { $("#tab-dockerfile").click(); editors.dockerfile.select(finding.from, finding.to); };
const goLine = line => { const at = editors.dockerfile.view.state.doc.line(line); go({ from: at.from, to: at.to }); };
const apply = (finding, fix) => {
  editors.dockerfile.edit(fix.edits);
  addIgnored(fix.ignoreLines);
  editors.dockerfile.view.focus();
};
const addIgnored = lines => {
  const text = editors.ignore.text, has = new Set(text.split("\n"));
  const added = lines.filter(line => !has.has(line));
  if (added.length) editors.ignore.text = `${text}${text && !text.endsWith("\n") ? "\n" : ""}${added.join("\n")}\n`;
};

let typed = 0, timer;
const changed = () => { typed = performance.now(); clearTimeout(timer); timer = setTimeout(lint, 15); };
const moved = () => { if (isOpen("variables") || isOpen("tree")) shown(); };

async function lint() {
  const { result, took } = await ask("lint");
  answer = result;
  editors.dockerfile.mark(answer.findings, apply);
  draw();
  const spent = performance.now() - typed;
  document.documentElement.dataset.spent = spent.toFixed(1);
  const count = answer.findings.length;
  $("#status").textContent = `${count} finding${count === 1 ? "" : "s"}${answer.suppressed ? `, ${answer.suppressed} switched off by comments` : ""}`;
  $("#status").title = `${took.toFixed(0)} ms in the linter`;
  performance.mark("findings");
  shown();
}

function draw() {
  $("#findings").replaceChildren(views.findings(answer, { go, apply, known, ready: isReady || start !== null }));
  $("#n-findings").textContent = answer.findings.length;
  $("#versus").replaceChildren(views.versus(answer, { known, go }));
  $("#n-versus").textContent = answer.hadolint?.length ?? 0;
  $("#stages").replaceChildren(views.graph(answer.stages, goLine));
  $("#ignore-problems").textContent = (answer.ignoreProblems ?? []).join("; ");
  drawChoices();
}

// Files and arguments that can be touched in thought.
function drawChoices() {
  const all = editors.files.text.split("\n").map(line => line.trim().replace(/:\d+$/, "")).filter(line => line && line[0] !== "#" && !line.endsWith("/"));
  for (const path of touched) if (!all.includes(path)) touched.delete(path);
  const focus = document.activeElement?.dataset?.path;
  $("#touches").replaceChildren(...all.slice(0, 200).map(path => views.el("button", { type: "button", "data-path": path, "aria-pressed": String(touched.has(path)), onclick: event => {
    if (!touched.delete(path)) touched.add(path);
    event.currentTarget.setAttribute("aria-pressed", String(touched.has(path)));
    simulate();
  } }, path)));
  if (focus) $(`#touches [data-path="${CSS.escape(focus)}"]`)?.focus();
  if (all.length === 0) $("#touches").append("Name some files in the tab Files first.");
  const names = answer.arguments.map(item => `${item.name}=${item.value}`).join("\n");
  if ($("#arguments").dataset.names !== names) {
    $("#arguments").dataset.names = names;
    for (const name of arguments_.keys()) if (!answer.arguments.some(item => item.name === name)) arguments_.delete(name);
    $("#arguments").replaceChildren(...answer.arguments.map(item => views.el("label", {}, item.name, views.el("input", { class: "field", placeholder: item.value ?? "", value: arguments_.get(item.name) ?? "", oninput: event => {
      if (event.target.value) arguments_.set(item.name, event.target.value); else arguments_.delete(item.name);
      simulate();
    } }))));
    $("#has-arguments").hidden = answer.arguments.length === 0;
  }
  const stages = answer.stages.map(stage => stage.name ?? String(stage.index));
  if ($("#target").dataset.names !== stages.join()) {
    const chosen = $("#target").value;
    $("#target").dataset.names = stages.join();
    $("#target").replaceChildren(views.el("option", { value: "" }, "the last stage"), ...stages.map(name => views.el("option", {}, name)));
    $("#target").value = stages.includes(chosen) ? chosen : "";
  }
}

async function simulate() {
  const { result } = await ask("simulate");
  $("#steps").replaceChildren(views.steps(result));
}

async function shown() {
  if (isOpen("cache")) await simulate();
  if (isOpen("variables")) { const { result } = await ask("variables"); $("#variables").replaceChildren(views.variables(result)); }
  if (isOpen("tree")) { const { result } = await ask("tree"); $("#tree").replaceChildren(views.tree(result, editors.dockerfile.offset, go)); }
}

async function propose(verb, title) {
  const { result } = await ask(verb);
  $("#proposal h2").textContent = result.diff || result.ignore ? title : "Nothing changes";
  $("#proposal .diff").replaceChildren(...(result.diff ? [views.diff(result.diff)] : []));
  $("#proposal ul").replaceChildren(...result.said.map(line => views.el("li", {}, line)), ...(result.left != null ? [views.el("li", {}, `${result.left} findings are left for you.`)] : []));
  $("#take").hidden = !result.diff && !result.ignore;
  $("#take").onclick = () => {
    if (result.diff) editors.dockerfile.text = result.text;
    if (result.ignore) editors.ignore.text = result.ignore;
    $("#proposal").close();
    editors.dockerfile.view.focus();
  };
  $("#proposal").showModal();
}

async function share() {
  const state = { text: editors.dockerfile.text, ignore: editors.ignore.text, files: editors.files.text, profile: settings.profile.value, severity: settings.severity.value,
    touched: [...touched], arguments: Object.fromEntries(arguments_), reach: $("#reach").value };
  history.replaceState(null, "", `#z=${await pack(state)}`);
  try { await navigator.clipboard.writeText(location.href); $("#share").textContent = "Copied"; } catch { $("#share").textContent = "In the address bar"; }
  setTimeout(() => { $("#share").textContent = "Share"; }, 1600);
}

function load(state) {
  editors.dockerfile.text = state.text;
  editors.ignore.text = state.ignore ?? "";
  editors.files.text = state.files ?? "";
  touched.clear();
  arguments_.clear();
  if (Array.isArray(state.touched)) state.touched.forEach(path => touched.add(String(path)));
  for (const [name, value] of Object.entries(state.arguments ?? {})) arguments_.set(name, String(value));
  if ([...settings.profile.options].some(option => option.value === state.profile)) settings.profile.value = state.profile;
  if ([...settings.severity.options].some(option => option.value === state.severity)) settings.severity.value = state.severity;
  if (["warm", "none", "min", "max"].includes(state.reach)) $("#reach").value = state.reach;
}

const first = examples[0];
const editors = {
  dockerfile: open($("#dockerfile"), "Dockerfile", first.text, { changed, moved, isDockerfile: true }),
  ignore: open($("#ignore .host"), ".dockerignore", first.ignore ?? "", { changed }),
  files: open($("#files .host"), "Files of the build context", first.files ?? "", { changed }),
};
tabs("documents");
tabs("answers");
settings.profile.addEventListener("change", changed);
settings.severity.addEventListener("change", changed);
$("#reach").addEventListener("change", simulate);
$("#target").addEventListener("change", simulate);
settings.example.addEventListener("change", () => { load({ profile: settings.profile.value, ...examples[settings.example.value] }); });
$("#fix").addEventListener("click", () => propose("fix", settings.bold.checked ? "All fixes" : "All safe fixes"));
$("#format").addEventListener("click", () => propose("format", "The layout"));
$("#share").addEventListener("click", share);
addEventListener("hashchange", restore);

async function restore() {
  const state = location.hash.startsWith("#z=") ? await unpack(location.hash.slice(3)) : null;
  if (state) load(state);
  else if (location.hash.startsWith("#z=")) $("#status").textContent = "The link holds nothing that can be read.";
  return state !== null;
}

// What the linter said of the first example when the page was made; it says it again as soon as it is here.
if (!await restore() && start) { answer = start; editors.dockerfile.mark(start.findings, apply); draw(); $("#status").textContent = "The linter is being loaded; these are its findings of this example."; }
performance.mark("usable");
typed = performance.now();
await lint();
if ("serviceWorker" in navigator && location.protocol !== "file:") navigator.serviceWorker.register("sw.js").catch(() => {});

// Makes the site: static pages of the program's own documentation of its rules, of docs/, and the playground.
//
//   node build.mjs [--program "dotnet …/dockerlint.dll"] [--engine DIR] [--out DIR] [--history DIR]
//
// Nothing on the pages comes from elsewhere: no font, no script, no counter of visits.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath, pathToFileURL } from "node:url";
import esbuild from "esbuild";
import MarkdownIt from "markdown-it";
import anchors from "markdown-it-anchor";
import { examples } from "./examples.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(here);
const { values: given } = parseArgs({ options: { program: { type: "string" }, engine: { type: "string" }, out: { type: "string" }, history: { type: "string" } } });
const program = (given.program ?? `dotnet ${root}/artifacts/bin/Cli/release/dockerlint.dll`).split(" ");
const engine = path.resolve(given.engine ?? `${root}/artifacts/playground/engine`);
const out = path.resolve(given.out ?? `${root}/artifacts/site`);
const run = (...args) => execFileSync(program[0], [...program.slice(1), ...args], { encoding: "utf8", maxBuffer: 1 << 26 });
const read = name => fs.readFileSync(path.join(root, name), "utf8");
const escape = text => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const inline = text => escape(text).replace(/`([^`]+)`/g, "<code>$1</code>");
const write = (name, text) => {
  fs.mkdirSync(path.dirname(path.join(out, name)), { recursive: true });
  fs.writeFileSync(path.join(out, name), text);
};
fs.rmSync(out, { recursive: true, force: true });

// The rules, as the program tells of them.
const rules = JSON.parse(run("rules", "--format", "json"));
const ruleIds = new Set(rules.map(rule => rule.id));
const ruleOf = name => rules.find(rule => rule.id.toLowerCase() === name.toLowerCase());

// Pages of docs/, in the order of the menu.
const guides = [
  ["Guides", [["README.md", "install.html", "Install", ["Start in 30 seconds", "Install", "In pre-commit and CI"]], ["docs/cache.md", "cache.html", "What builds reuse"], ["docs/fixes.md", "fixes.html", "Fixes"],
    ["docs/format.md", "format.html", "Formatting"], ["docs/verify.md", "verify.html", "Verify"], ["docs/editors.md", "editors.html", "Editors"], ["docs/ci/README.md", "ci.html", "CI"],
    ["docs/custom-rules.md", "custom-rules.html", "Rules of your own"], ["docs/base-images.md", "base-images.html", "Base images"], ["docs/end-of-life.md", "end-of-life.html", "End of life"]]],
  ["Reference", [["docs/command-line.md", "command-line.html", "Command line"], ["docs/configuration.md", "configuration.html", "Configuration"], ["docs/tools.md", "tools.html", "Tools"],
    ["docs/shellcheck.md", "shellcheck.html", "ShellCheck"], ["docs/buildkit-checks.md", "buildkit-checks.html", "BuildKit's checks"]]],
  ["Beside others", [["README.md", "comparison.html", "Comparison", ["Beside others"]], ["docs/hadolint-compatibility.md", "hadolint-compatibility.html", "hadolint"], ["docs/rule-statistics.md", "rule-statistics.html", "Rule statistics"]]],
  ["How good it is", [["docs/benchmarks.md", "benchmarks.html", "Benchmarks"], ["docs/cache-accuracy.md", "cache-accuracy.html", "Cache accuracy"], ["docs/scale.md", "scale.html", "Scale"], ["docs/reliability.md", "reliability.html", "Reliability"],
    ["docs/quality.md", "quality.html", "Tests"], ["docs/security.md", "security.html", "Security"], ["docs/architecture.md", "architecture.html", "Architecture"], ["CHANGELOG.md", "changelog.html", "Changelog"]]],
];
const pages = guides.flatMap(([, list]) => list);
const addresses = new Map([["rules.md", "rules/index.html"], ["README.md", "index.html"]]);
for (const [source, target, , sections] of pages) if (!sections) addresses.set(source, target);
const readmeSections = new Map(pages.filter(([, , , sections]) => sections).flatMap(([, target, , sections]) => sections.map(section => [slug(section), target])));

function slug(text) {
  return text.trim().toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-");
}

// Instructions, comments, strings and variables of a Dockerfile; a lexer of a few lines is enough for colour.
function dockerfile(text) {
  return text.split("\n").map(line => {
    if (/^\s*#/.test(line)) return `<span class="c">${escape(line)}</span>`;
    const [, lead, word, rest] = /^(\s*)([A-Za-z]+(?=\s|$))?(.*)$/s.exec(line);
    const isWord = word && /^(from|run|cmd|label|maintainer|expose|env|add|copy|entrypoint|volume|user|workdir|arg|onbuild|stopsignal|healthcheck|shell)$/i.test(word);
    const body = escape(isWord ? rest : (word ?? "") + rest).replace(/&quot;.*?&quot;|'[^']*'/g, found => `<span class="s">${found}</span>`).replace(/\$(\w+|\{[^}]*\})/g, found => `<span class="v">${found}</span>`);
    return `${lead}${isWord ? `<span class="k">${escape(word)}</span>` : ""}${body}`;
  }).join("\n");
}

const colour = (text, language) => /^docker/i.test(language) ? dockerfile(text) : escape(text);
const markdown = MarkdownIt({ html: false, linkify: false, highlight: (text, language) => colour(text, language) });
markdown.use(anchors, { slugify: slug, permalink: anchors.permalink.headerLink() });
// Each has a name of its own, since a reader moves from one to the next by their names.
let tables = 0;
markdown.renderer.rules.table_open = () => `<div class="scroll" role="region" aria-label="Table ${++tables}" tabindex="0"><table>`;
markdown.renderer.rules.table_close = () => "</table></div>";
// A block that is wider than the page can be scrolled from the keyboard.
for (const name of ["fence", "code_block"]) {
  const original = markdown.renderer.rules[name];
  markdown.renderer.rules[name] = (...args) => original(...args).replace(/^<pre>/, '<pre tabindex="0">').replace(/^<pre /, '<pre tabindex="0" ');
}

// A link of a document to another one becomes one to its page; what is in the repository only stays as its name.
const up = target => "../".repeat(target.split("/").length - 1);
function linked(source, target) {
  return href => {
    if (/^[a-z]+:/i.test(href) || href.startsWith("#") && !readmeSections.has(href.slice(1))) return href;
    if (href.startsWith("#")) return readmeSections.get(href.slice(1)) === target ? href : `${up(target)}${readmeSections.get(href.slice(1))}${href}`;
    const [file, fragment] = href.split("#");
    const name = path.posix.normalize(path.posix.join(path.posix.dirname(source), file));
    if (name === "rules.md" && fragment) { const rule = ruleOf(fragment.split("-")[0]); return rule ? `${up(target)}rules/${rule.id}.html` : `${up(target)}rules/index.html`; }
    if (addresses.has(name)) return `${up(target)}${addresses.get(name)}${fragment ? `#${fragment}` : ""}`;
    return null;
  };
}
function render(text, source, target) {
  const convert = linked(source, target);
  const tokens = markdown.parse(text, {});
  for (const token of tokens) {
    const open = [];
    for (const child of token.children ?? []) {
      if (child.type === "link_open" && !child.attrGet("class")?.includes("header")) {
        const href = convert(child.attrGet("href"));
        open.push(href);
        if (href === null) { child.type = "text"; child.tag = ""; child.content = ""; child.nesting = 0; } else child.attrSet("href", href);
      } else if (child.type === "link_close" && open.length && open.pop() === null) { child.type = "text"; child.tag = ""; child.content = ""; child.nesting = 0; }
      else if (child.type === "image") {
        const file = path.posix.normalize(path.posix.join(path.posix.dirname(source), child.attrGet("src")));
        if (fs.existsSync(path.join(root, file))) { fs.mkdirSync(path.join(out, "pictures"), { recursive: true }); fs.copyFileSync(path.join(root, file), path.join(out, "pictures", path.basename(file))); child.attrSet("src", `${up(target)}pictures/${path.basename(file)}`); }
      }
    }
  }
  return markdown.renderer.render(tokens, markdown.options, {}).replaceAll(/<th([^>]*)><\/th>/g, "<td$1></td>");
}
const sectionsOf = (text, names) => names.map(name => { const from = text.indexOf(`\n## ${name}\n`); if (from < 0) throw new Error(`README.md has no section ${name}`); const to = text.indexOf("\n## ", from + 4); return text.slice(from, to < 0 ? undefined : to); }).join("\n");

const mark = '<svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true"><path fill="currentColor" d="M2 3h16v3H2zM2 8.5h11v3H2zM2 14h7v3H2z"/><path d="M12.5 15.2l2.1 2.1 4-4.4" fill="none" stroke="currentColor" stroke-width="2.2"/></svg>';
const version = run("--version").trim().replace(/^\D*/, "").split(/[+ ]/)[0];
function layout(target, title, description, body, { current = "", head = "", scripts = "", isTool = false } = {}) {
  const to = up(target);
  const menu = [["playground/index.html", "Playground"], ["rules/index.html", "Rules"], ["install.html", "Install"], ["cache.html", "Cache"], ["configuration.html", "Configuration"], ["comparison.html", "Comparison"], ["changelog.html", "Changelog"]];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<meta name="description" content="${escape(description)}">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'">
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20'%3E%3Cpath fill='%230b6e65' d='M2 3h16v3H2zM2 8.5h11v3H2zM2 14h7v3H2z'/%3E%3C/svg%3E">
<script>try{const t=localStorage.getItem("theme");if(t)document.documentElement.dataset.theme=t}catch{}</script>
<style>${css}</style>${head}
</head>
<body>
<a class="skip" href="#main">To the text</a>
<header class="top"><a class="brand" href="${to}index.html">${mark}Dockerlint</a>
<nav aria-label="Site">${menu.map(([address, name]) => `<a href="${to}${address}"${address === current ? ' aria-current="page"' : ""}>${name}</a>`).join("")}</nav>
<button class="theme plain" type="button" hidden>Dark</button></header>
${body}
${isTool ? "" : `<footer class="foot"><span>Dockerlint ${escape(version)}, MIT licence</span><span>These pages ask nobody for anything: no tracker, no cookie, no font or script from elsewhere.</span></footer>`}
<script type="module" src="${to}site.js"></script>${scripts}
</body>
</html>
`;
}
const css = (await esbuild.transform(fs.readFileSync(`${here}/src/site.css`, "utf8"), { loader: "css", minify: true })).code;
const js = file => esbuild.transform(fs.readFileSync(file, "utf8"), { minify: true, format: "esm" }).then(made => made.code);
write("site.js", await js(`${here}/src/site.js`));

const side = current => `<nav class="side" aria-label="Documents">${guides.map(([name, list]) => `<h2>${name}</h2><ul>${list.map(([, target, title]) => `<li><a href="${target}"${target === current ? ' aria-current="page"' : ""}>${escape(title)}</a></li>`).join("")}</ul>`).join("")}</nav>`;
const firstSentence = text => (/^(?!#|\||-|!|\s|>)(.+?[.:])(\s|$)/ms.exec(text.replace(/^# .*\n/, ""))?.[1] ?? "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*]/g, "").replace(/\s+/g, " ").slice(0, 200);

// The report of a made-up history, as the program makes it.
let report = "";
if (given.history) {
  const file = path.join(out, "cache-report.html");
  execFileSync(program[0], [...program.slice(1), "cache", "report", "--html", file, "--last", "60"], { cwd: given.history, stdio: "pipe" });
  report = '<h2 id="a-report">A report</h2><p>Made by <code>dockerlint cache report</code> of the last sixty commits of a made-up service. It is the page itself: point at a step, click a commit. <a href="cache-report.html">Open it alone</a>.</p><iframe class="report" title="A report of what builds reuse" src="cache-report.html" loading="lazy"></iframe>';
}

const keys = () => {
  const schema = JSON.parse(read("schema/dockerlint.schema.json"));
  const rows = Object.entries(schema.properties ?? {}).filter(([name]) => name !== "$schema").map(([name, value]) => `<tr><td><code>${escape(name)}</code></td><td>${inline(String(value.description ?? ""))}</td><td>${value.default === undefined ? "" : `<code>${escape(JSON.stringify(value.default))}</code>`}</td></tr>`);
  return `<h2 id="every-key">Every key</h2><p>From the <a href="dockerlint.schema.json">JSON Schema</a>, which editors read.</p><div class="scroll" role="region" aria-label="Keys" tabindex="0"><table><thead><tr><th scope="col">key</th><th scope="col">what it says</th><th scope="col">default</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
};
fs.copyFileSync(path.join(root, "schema/dockerlint.schema.json"), path.join(out, "dockerlint.schema.json"));

for (const [source, target, title, sections] of pages) {
  const text = sections ? `# ${title}\n${sectionsOf(read(source), sections)}` : read(source);
  const more = target === "cache.html" ? report : target === "configuration.html" ? keys() : "";
  write(target, layout(target, `${title} – Dockerlint`, firstSentence(text) || `${title} of Dockerlint, a linter and build-cache analyzer for Dockerfiles.`,
    `<div class="page"><main id="main" class="prose${more ? " wide" : ""}">${render(text, source, target)}${more}</main>${side(target)}</div>`.replace(/(<div class="page">)(<main[\s\S]*<\/main>)(<nav class="side"[\s\S]*<\/nav>)/, "$1$3$2"), { current: target }));
}

// The linter for the browser runs here too: it finds where a caret goes in the examples, and what stands in the playground at first.
const { dotnet } = await import(pathToFileURL(`${engine}/dotnet.js`));
const runtime = await dotnet.create();
const linter = (await runtime.getAssemblyExports(runtime.getConfig().mainAssemblyName)).Dockerlint.Playground.Program;
const ask = (verb, question) => JSON.parse(linter.Ask(verb, JSON.stringify(question)));
const { pack } = await import("./playground/share.js");

const carets = (example, rule) => {
  const answer = ask("lint", { text: example.bad, ignore: example.dockerIgnore, files: example.contextFiles?.join("\n"), profile: "strict", confidence: "hint" });
  const found = answer.findings.filter(finding => finding.code === rule.id);
  const lines = example.bad.replace(/\n$/, "").split("\n");
  const coloured = dockerfile(lines.join("\n")).split("\n");
  return { message: found[0]?.message, html: lines.flatMap((line, index) => [coloured[index], ...found.filter(finding => finding.line === index + 1).slice(0, 1).map(finding => {
    const width = finding.endLine === finding.line ? Math.max(1, finding.endColumn - finding.column) : Math.max(1, line.length - finding.column + 1);
    return `<span class="caret">${" ".repeat(finding.column - 1)}${"^".repeat(width)}</span>`;
  })]).join("\n") };
};
const sources = rule => [/^DL\d{4}$/.test(rule.id) ? "hadolint" : /^SC\d+$/.test(rule.id) ? "shellcheck" : /^[A-Z][a-z]/.test(rule.id) ? "buildkit" : "dockerlint", ...rule.sources.map(source => source.program.toLowerCase())];
const shownPeer = { hadolint: "hadolint", shellcheck: "ShellCheck", buildkit: "BuildKit", trivy: "Trivy", checkov: "Checkov", dockle: "Dockle and CIS", dockerlint: "Dockerlint alone" };
const box = (kind, title, html, extra = "", note = "") => `<section class="example ${kind}"><header><b>${title}</b>${extra}</header>${note ? `<p class="note">${note}</p>` : ""}<pre tabindex="0"><code>${html}</code></pre></section>`;
const external = rule => /^DL\d{4}$/.test(rule.id) && rule.id !== "DL1000" ? ["hadolint's page", `https://github.com/hadolint/hadolint/wiki/${rule.id}`] : /^SC\d+$/.test(rule.id) ? ["ShellCheck's page", `https://www.shellcheck.net/wiki/${rule.id}`]
  : /^[A-Z][a-z]/.test(rule.id) ? ["Docker's page", rule.url?.includes("docs.docker.com") ? rule.url : null] : [null, null];
let withCaret = 0;
for (const [index, rule] of rules.entries()) {
  const target = `rules/${rule.id}.html`;
  const shown = await Promise.all(rule.examples.map(async example => {
    const bad = carets(example, rule);
    if (bad.message) withCaret++;
    const state = { text: example.bad, profile: "strict" };
    if (example.dockerIgnore) state.ignore = example.dockerIgnore;
    if (example.contextFiles) state.files = example.contextFiles.join("\n");
    const link = `<a href="../playground/index.html#z=${await pack(state)}">Open in playground</a>`;
    const words = [bad.message ? inline(bad.message) : "", example.with ? `With ${inline(example.with)}.` : ""].filter(text => text).join("<br>");
    return box("bad", "Reported", bad.html, link, words) + (example.fixed ? box("fixed", "With the fix", dockerfile(example.fixed.replace(/\n$/, ""))) : "")
      + (example.fixedDockerIgnore ? box("fixed", "The .dockerignore file with the fix", escape(example.fixedDockerIgnore)) : "") + box("good", "Not reported", dockerfile(example.good.replace(/\n$/, "")));
  }));
  const [name, address] = external(rule);
  const peers = rule.sources.map(source => `<li>${source.same ? "The same as" : "Compare"} ${escape(shownPeer[source.program.toLowerCase()] ?? source.program)} <code>${escape(source.id)}</code></li>`);
  if (address) peers.unshift(`<li><a href="${escape(address)}">${name}</a></li>`);
  const before = rules[index - 1], after = rules[index + 1];
  const body = `<div class="page"><nav class="side" aria-label="Rules"><ul><li><a href="index.html">All rules</a></li></ul><h2>${escape(rule.category)}</h2><ul>${rules.filter(other => other.category === rule.category).map(other => `<li><a href="${other.id}.html"${other === rule ? ' aria-current="page"' : ""}>${other.id} ${escape(other.name)}</a></li>`).join("")}</ul></nav>
<main id="main" class="prose"><h1>${rule.id} ${escape(rule.name)}</h1><p>${inline(rule.summary)}</p>
<ul class="facts"><li class="${rule.severity}">${rule.severity}</li><li>${rule.category}</li><li>${rule.confidence}</li><li>${rule.fix === "none" ? "no fix" : `${rule.fix} a fix`}</li>${rule.profiles.map(profile => `<li>on in ${profile}</li>`).join("")}<li>since ${escape(rule.since)}</li></ul>
<h2 id="why">Why</h2><p>${inline(rule.why)}</p>${rule.remedy ? `<h2 id="remedy">What to do</h2><p>${inline(rule.remedy)}</p>` : ""}
${shown.length ? `<h2 id="examples">Examples</h2>${shown.join("")}` : ""}
${rule.options.length ? `<h2 id="options">Options</h2><div class="scroll" role="region" aria-label="Options" tabindex="0"><table><thead><tr><th scope="col">option</th><th scope="col">what it changes</th><th scope="col">default</th></tr></thead><tbody>${rule.options.map(option => `<tr><td><code>${escape(option.name)}</code></td><td>${inline(option.summary)}</td><td><code>${escape(JSON.stringify(option.default))}</code></td></tr>`).join("")}</tbody></table></div>` : ""}
<h2 id="off">Switch it off</h2><pre tabindex="0"><code><span class="c"># dockerlint ignore=${rule.id} -- why it is right here</span></code></pre>
${peers.length ? `<h2 id="sources">Elsewhere</h2><ul>${peers.join("")}</ul>` : ""}
<hr><p>${before ? `<a href="${before.id}.html">← ${before.id}</a>` : ""} ${after ? `<a href="${after.id}.html">${after.id} →</a>` : ""}</p></main></div>`;
  write(target, layout(target, `${rule.id} ${rule.name} – Dockerlint`, rule.summary, body, { current: "rules/index.html" }));
}

const unique = values => [...new Set(values)].sort();
const select = (name, label, values) => `<label>${label}<select name="${name}"><option value="">any</option>${values.map(value => `<option value="${value}">${escape(shownPeer[value] ?? value)}</option>`).join("")}</select></label>`;
write("rules/index.html", layout("rules/index.html", "Rules – Dockerlint", `All ${rules.length} rules of Dockerlint with what they find, why it matters, what to do, and examples.`,
  `<div class="page" style="display:block"><main id="main" class="prose wide"><h1>Rules</h1><p>Every rule has a page: what it finds, why that matters, what to do. Its examples are run as tests.</p>
<form class="filters" role="search"><label class="grow">Search<input type="search" name="q" autocomplete="off"></label>${select("category", "Category", unique(rules.map(rule => rule.category)))}${select("severity", "Severity", ["error", "warning", "info", "style"])}${select("source", "Source", unique(rules.flatMap(sources)))}${select("fix", "Fix", ["always", "sometimes", "none"])}${select("profile", "Profile", unique(rules.flatMap(rule => rule.profiles)))}</form>
<p id="count" role="status">${rules.length} rules</p>
<table class="rules"><thead><tr><th scope="col">code</th><th scope="col">what it finds</th><th scope="col">severity</th><th scope="col">category</th><th scope="col">fix</th></tr></thead><tbody>${rules.map(rule => `<tr data-text="${escape([rule.id, rule.name, rule.name.replaceAll("-", " "), rule.summary, ...rule.sources.map(source => source.id)].join(" ").toLowerCase())}" data-category="${rule.category}" data-fix="${rule.fix}" data-severity="${rule.severity}" data-profile="${rule.profiles.join(" ")}" data-source="${sources(rule).join(" ")}"><td><a href="${rule.id}.html">${rule.id}</a></td><td>${escape(rule.name)}<small>${inline(rule.summary)}</small></td><td class="${rule.severity}">${rule.severity}</td><td>${rule.category}</td><td>${rule.fix}</td></tr>`).join("")}</tbody></table></main></div>`, { current: "rules/index.html" }));

// The playground.
const bundle = await esbuild.build({ entryPoints: [`${here}/playground/app.js`], bundle: true, minify: true, format: "esm", target: "es2022", write: false, legalComments: "none" });
write("playground/app.js", bundle.outputFiles[0].text);
write("playground/engine.js", await js(`${here}/playground/engine.js`));
const files = fs.readdirSync(engine).filter(name => !/\.(br|gz)$/.test(name));
for (const name of files) { fs.mkdirSync(path.join(out, "playground/engine"), { recursive: true }); fs.copyFileSync(path.join(engine, name), path.join(out, "playground/engine", name)); }
write("playground/sw.js", `const FILES = ${JSON.stringify(["./", "index.html", "app.js", "engine.js", "../site.js", ...files.map(name => `engine/${name}`)])};\n${await js(`${here}/playground/sw.js`)}`);
const playCss = (await esbuild.transform(fs.readFileSync(`${here}/playground/playground.css`, "utf8"), { loader: "css", minify: true })).code;
const first = examples[0];
const start = ask("lint", { ...first, name: undefined, comparesHadolint: true, leastSeverity: "style" });
const tab = (id, name, isOpen, count) => `<button role="tab" type="button" id="tab-${id}" aria-controls="${id}" aria-selected="${isOpen}" tabindex="${isOpen ? 0 : -1}">${name}${count ? `<span class="n" id="n-${id}">0</span>` : ""}</button>`;
write("playground/index.html", layout("playground/index.html", "Playground – Dockerlint", "Paste a Dockerfile and see what is wrong with it, fix it, and see what its next build takes from the cache. Nothing is uploaded.",
  `<main id="main" class="play"><div class="bar"><h1>Playground</h1>
<label>Example <select id="example">${examples.map((example, index) => `<option value="${index}">${escape(example.name)}</option>`).join("")}</select></label>
<label>Profile <select id="profile">${["default", "strict", "hadolint", "buildkit"].map(name => `<option>${name}</option>`).join("")}</select></label>
<label>From <select id="severity">${["style", "info", "warning", "error"].map(name => `<option>${name}</option>`).join("")}</select></label>
<button class="main" id="fix" type="button">Fix all</button><label><input type="checkbox" id="bold"> unsafe fixes too</label><button class="plain" id="format" type="button">Format</button><button class="plain" id="share" type="button">Share</button>
<span class="space"></span><span class="status" id="status" role="status">The linter is being loaded.</span><span class="promise">Nothing you type leaves this page.</span></div>
<div class="panes"><section class="pane" aria-label="Documents"><div class="tabs" role="tablist" data-name="documents" aria-label="Documents">${tab("dockerfile", "Dockerfile", true)}${tab("ignore", ".dockerignore", false)}${tab("files", "Files", false)}</div>
<div class="panel" role="tabpanel" id="dockerfile" aria-labelledby="tab-dockerfile"></div>
<div class="panel" role="tabpanel" id="ignore" aria-labelledby="tab-ignore" hidden><p class="hint" style="padding:.6rem 1rem 0;margin:0">What the builder is not given. <b id="ignore-problems" class="error"></b></p><div class="host"></div></div>
<div class="panel" role="tabpanel" id="files" aria-labelledby="tab-files" hidden><p class="hint" style="padding:.6rem 1rem 0;margin:0">Files of the build context, one a line: <code>path</code> or <code>path:bytes</code>. They need not exist.</p><div class="host"></div></div></section>
<section class="pane" aria-label="Answers"><div class="tabs" role="tablist" data-name="answers" aria-label="Answers">${tab("findings", "Findings", true, true)}${tab("cache", "Cache", false)}${tab("versus", "hadolint", false, true)}${tab("stages", "Stages", false)}${tab("variables", "Variables", false)}${tab("tree", "Tree", false)}</div>
<div class="panel" role="tabpanel" id="findings" aria-labelledby="tab-findings" tabindex="0"></div>
<div class="panel pad" role="tabpanel" id="cache" aria-labelledby="tab-cache" tabindex="0" hidden><div class="cache"><div><h2>Touch files of the build before</h2><div class="chips" id="touches" role="group" aria-label="Files to touch"></div></div>
<div id="has-arguments"><h2>Change build arguments</h2><div class="row" id="arguments"></div></div>
<div class="row"><label>Cache <select id="reach" class="field" style="width:auto;font-family:inherit"><option value="warm">of the same machine</option><option value="max">cold runner, mode=max imported</option><option value="min">cold runner, mode=min imported</option><option value="none">cold runner, nothing imported</option></select></label><label>Build <select id="target" class="field" style="width:auto;font-family:inherit"><option value="">the last stage</option></select></label></div>
<div id="steps"></div></div></div>
<div class="panel pad" role="tabpanel" id="versus" aria-labelledby="tab-versus" tabindex="0" hidden></div><div class="panel pad" role="tabpanel" id="stages" aria-labelledby="tab-stages" tabindex="0" hidden></div><div class="panel pad" role="tabpanel" id="variables" aria-labelledby="tab-variables" tabindex="0" hidden></div><div class="panel pad" role="tabpanel" id="tree" aria-labelledby="tab-tree" tabindex="0" hidden></div></section></div></main>
<dialog id="proposal" aria-labelledby="proposal-title"><header><h2 id="proposal-title"></h2></header><div class="diff"></div><ul></ul><footer><form method="dialog"><button class="plain">Leave it</button></form><button class="main" id="take" type="button">Take it</button></footer></dialog>
<script type="application/json" id="data">${JSON.stringify({ examples, rules: [...ruleIds], start }).replaceAll("<", "\\u003c")}</script>`,
  { current: "playground/index.html", head: `<style>${playCss}</style>`, scripts: '<script type="module" src="app.js"></script>', isTool: true }));

// The start.
const sample = ask("lint", { text: examples[2].text, profile: "default" });
const simulated = ask("simulate", { text: first.text, ignore: first.ignore, files: first.files, touched: ["app/views.py"] });
const lost = simulated.steps.filter(step => step.status === "rebuilt");
write("index.html", layout("index.html", "Dockerlint – finds what is wrong in Dockerfiles, and what builds build again", "A linter, fixer, formatter and build-cache analyzer for Dockerfiles that reads them as BuildKit does. Try it in the browser.",
  `<main id="main"><div class="hero"><div><h1>Your Dockerfile, read as the builder reads it</h1><p>Dockerlint finds what is wrong and fixes it, and says which steps the next build takes from its cache, before anything is built.</p><div class="act"><a class="main" href="playground/index.html">Open the playground</a><a class="plain" href="install.html">Install</a></div></div>
<pre tabindex="0" aria-label="What a changed file builds again"><code>${dockerfile(first.text.trimEnd()).split("\n").map((line, index) => { const step = simulated.steps.find(item => item.line === index + 1); return step?.status === "rebuilt" ? `${line}  <span style="color:var(--miss)">← again</span>` : line; }).join("\n")}

<span class="c"># app/views.py changed: ${lost.length} of ${simulated.steps.length} steps are done again</span></code></pre></div>
<div class="band">${[["A linter with hadolint's rules and more", `${rules.length} rules under the codes people know, a drop-in for hadolint, and <a href="hadolint-compatibility.html">wrong less often</a>. <a href="rules/index.html">Every rule has a page</a>.`],
    ["Fixes that are proved", "Safe fixes leave the image as it is, which was <a href=\"fixes.html\">tried on real engines</a>. The formatter proves of every file that it changed the layout alone."],
    ["The cache, before the build", "Which steps does this change build again, and why? What did that cost in the last hundred commits? <a href=\"cache.html\">Predictions</a> are <a href=\"cache-accuracy.html\">held against engines</a>."],
    ["In the editor and in CI", "A <a href=\"editors.html\">language server</a>, SARIF and a dozen more formats, baselines, and <a href=\"ci.html\">recipes</a> for the usual build servers."],
    ["One native binary", `Starts in milliseconds. <a href="benchmarks.html">Measured beside others</a>.`],
    ["Nothing is uploaded", "The playground is the linter itself, compiled for the browser: it works without a network once it is loaded."]].map(([title, text]) => `<section><h2>${title}</h2><p>${text}</p></section>`).join("")}</div></main>`, { current: "index.html" }));
write("404.html", layout("404.html", "Not here – Dockerlint", "There is no such page.", `<div class="page" style="display:block"><main id="main" class="prose"><h1>There is no such page</h1><p>Perhaps one of the <a href="rules/index.html">rules</a>, or the <a href="index.html">start</a>.</p></main></div>`));
write("robots.txt", "User-agent: *\nAllow: /\n");
write(".nojekyll", "");

// Links that lead nowhere.
const made = new Set();
(function walk(folder) { for (const entry of fs.readdirSync(path.join(out, folder), { withFileTypes: true })) entry.isDirectory() ? walk(path.posix.join(folder, entry.name)) : made.add(path.posix.join(folder, entry.name)); })("");
const ids = new Map();
const idsOf = page => { if (!ids.has(page)) ids.set(page, new Set([...fs.readFileSync(path.join(out, page), "utf8").matchAll(/\sid="([^"]+)"/g)].map(match => match[1]))); return ids.get(page); };
const dead = [];
for (const page of made) {
  if (!page.endsWith(".html") || page === "cache-report.html") continue;
  for (const [, href] of fs.readFileSync(path.join(out, page), "utf8").matchAll(/\s(?:href|src)="([^"]*)"/g)) {
    if (/^(https?|data|mailto):/.test(href)) continue;
    const [file, fragment] = href.replaceAll("&amp;", "&").split("#");
    const target = file === "" ? page : path.posix.normalize(path.posix.join(path.posix.dirname(page), file));
    if (!made.has(target) || fragment && !fragment.startsWith("z=") && target.endsWith(".html") && !idsOf(target).has(decodeURIComponent(fragment))) dead.push(`${page}: ${href}`);
  }
}
if (dead.length) { console.error(`links that lead nowhere:\n${dead.join("\n")}`); process.exit(1); }
console.log(`${made.size} files, ${rules.length} rules, ${withCaret} examples with a caret, no dead link`);
process.exit(0);

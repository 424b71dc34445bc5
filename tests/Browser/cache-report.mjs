// Opens a page of `dockerlint cache report` in Chromium and uses it as a reader does.
// usage: node cache-report.mjs PAGE SCREENSHOTS, with playwright-core in NODE_PATH's place and CHROMIUM naming the browser
import { createRequire } from "node:module";
import assert from "node:assert/strict";
import path from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(path.resolve(process.env.PLAYWRIGHT ?? ".", "package.json"));
const { chromium } = require("playwright-core");
const [page_, folder] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  for (const colorScheme of ["light", "dark"]) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1400, height: 1500 } });
    const problems = [];
    page.on("pageerror", error => problems.push(String(error)));
    page.on("console", message => message.type() === "error" && problems.push(message.text()));
    page.on("request", request => request.url().startsWith("file:") || problems.push(`asks for ${request.url()}`));
    await page.goto(pathToFileURL(path.resolve(page_)).href);
    const shot = name => page.screenshot({ path: path.join(folder, `${colorScheme}-${name}.png`) });
    await shot("page");

    assert.match(await page.title(), /^history: what builds of Dockerfile reuse$/);
    assert.match(await page.locator("#first").innerText(), /Where the time goes[\s\S]*pip install[\s\S]*What to do[\s\S]*saves \d+ /);
    const lines = async () => (await page.locator("#costs tbody td:first-child").allInnerTexts()).map(Number);
    assert.equal((await lines())[0], 12, "the dearest step comes first");
    await page.getByRole("button", { name: "line", exact: true }).press("Enter");
    assert.deepEqual(await lines(), [...await lines()].sort((a, b) => a - b));
    assert.ok(await page.evaluate(() => document.querySelector("#bars").scrollWidth <= document.querySelector("#bars").clientWidth + 1), "all commits fit");

    const install = page.locator(".step", { hasText: "pip install" });
    await install.hover();
    await page.locator("#tip.on").waitFor();
    const tip = await page.locator("#tip").innerText();
    assert.match(tip, /reused in \d+ of \d+ builds/);
    assert.match(tip, /\(estimate\)/);
    assert.match(tip, /requirements\.txt|\.py/);
    await shot("hover");

    await install.click();
    assert.equal(await install.getAttribute("aria-pressed"), "true");
    assert.match(await page.locator("#detail").innerText(), /stand out below/);
    assert.ok(await page.locator(".bar[style*='opacity']").count() > 0);
    await shot("step");
    await install.click();
    assert.match(await page.locator("#detail").innerText(), /Click a step/);

    const bar = page.locator(".bar").nth(3);
    await bar.click();
    assert.match(await page.locator("#detail").innerText(), /steps? reused, \d+ done again/);
    assert.ok((await page.locator(".step .r").allInnerTexts()).every(text => /again|reused|maybe|–/.test(text)));
    await shot("commit");
    await page.locator("#clear").click();
    assert.ok((await page.locator(".step .r").allInnerTexts()).every(text => /^~?[\d.]+ % of \d+$/.test(text)), "a rate says of how many builds it is");

    await page.locator(".proposal summary").first().click();
    assert.match(await page.locator(".proposal pre").first().innerText(), /\+COPY requirements\.txt/);
    await page.locator(".proposal").first().scrollIntoViewIfNeeded();
    await shot("proposal");

    await page.keyboard.press("Tab");
    await page.setViewportSize({ width: 420, height: 900 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page is wider than a telephone");
    await shot("narrow");
    assert.deepEqual(problems, []);
    await page.close();
  }
  console.log("the page does what it should");
} finally {
  await browser.close();
}

// Opens a page of `dockerlint verify --html`, of an image full of hostile names and logs, in Chromium.
// usage: node verify-page.mjs PAGE SCREENSHOTS, with playwright-core in NODE_PATH's place and CHROMIUM naming the browser
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
    const page = await browser.newPage({ colorScheme, viewport: { width: 1300, height: 1000 } });
    const problems = [];
    page.on("pageerror", error => problems.push(String(error)));
    page.on("console", message => message.type() === "error" && problems.push(message.text()));
    page.on("dialog", dialog => problems.push(`asks ${dialog.message()}`));
    page.on("request", request => request.url().startsWith("file:") || problems.push(`asks for ${request.url()}`));
    await page.goto(pathToFileURL(path.resolve(page_)).href);
    assert.match(await page.title(), /^Verification of \/.*\/context\/Dockerfile$/);
    assert.equal(await page.locator("script, img").count(), 0);

    const findings = await page.locator("#findings").innerText();
    for (const rule of ["DK9203", "DK9204", "DK9205", "DK9302", "DK9304"]) {
      assert.ok(findings.includes(rule), `${rule} is not on the page`);
    }
    assert.ok((await page.locator("body").innerText()).includes("the stop signal: the container was never ready"));
    assert.ok(findings.includes("<img src=x onerror=document.title='taken'>/a\\x1b[2Jb\\nc"), findings);
    assert.ok((await page.locator("#container").innerText()).includes("1000"));
    assert.ok((await page.locator("pre").innerText()).includes("log \\x1b[2J<script>"));

    const scenarios = page.locator("table.scenario");
    assert.equal(await scenarios.count(), 2);
    assert.equal(await scenarios.locator("td.bad").count(), 0);
    assert.ok(await scenarios.locator("td.good").count() >= 4);

    // The widest bar is that of the largest layer, and a lost part is shown in its layer.
    const bars = await page.locator("#layers .bar").evaluateAll(all => all.map(bar => bar.getBoundingClientRect().width));
    const sizes = await page.locator("#layers td:nth-child(3)").allInnerTexts();
    assert.equal(sizes[bars.indexOf(Math.max(...bars))], "5 MB");
    assert.equal(await page.locator("#layers .bar i").count(), 1);
    assert.match(await page.locator("#wasted").innerText(), /\/waste\s+3 MB\s+line \d+\s+line \d+/);

    // No cell shows more than two lines of an instruction, and nothing is cut at the side.
    assert.ok(await page.locator(".clamp").evaluateAll(all => all.every(cell => cell.clientHeight < 48)));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.screenshot({ path: path.join(folder, `${colorScheme}.png`), fullPage: true });

    await page.setViewportSize({ width: 390, height: 844 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page is wider than a telephone");
    await page.screenshot({ path: path.join(folder, `${colorScheme}-narrow.png`), fullPage: true });
    assert.deepEqual(problems, []);
    await page.close();
  }
  console.log("the page of verify does what it should");
} finally {
  await browser.close();
}

#!/usr/bin/env node
// Runs the program of the package for this platform; npm has installed that one alone.
"use strict";
const { spawnSync } = require("child_process");
const name = `@dockerlint/cli-${{ win32: "win", darwin: "osx" }[process.platform] || process.platform}-${process.arch}`;
let program;
try {
  program = require.resolve(`${name}/${process.platform === "win32" ? "dockerlint.exe" : "dockerlint"}`);
} catch {
  console.error(`dockerlint: the package ${name} is not installed. There is none for this platform, or npm was told to omit optional packages.`);
  process.exit(2);
}
const result = spawnSync(program, process.argv.slice(2), { stdio: "inherit" });
if (result.error) {
  console.error(`dockerlint: ${program} cannot be run: ${result.error.message}`);
  process.exit(2);
}
if (result.signal) {
  process.kill(process.pid, result.signal);
}
process.exit(result.status === null ? 3 : result.status);

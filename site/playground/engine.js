// The linter, in a thread of its own so that typing never waits for it.
let program;

// Without it the runtime takes this thread for one of its own that waits for orders.
globalThis.dotnetSidecar = true;
const started = (async () => {
  const { dotnet } = await import("./engine/dotnet.js");
  const runtime = await dotnet.create();
  const exports = await runtime.getAssemblyExports(runtime.getConfig().mainAssemblyName);
  program = exports.Dockerlint.Playground.Program;
  postMessage({ ready: true });
})().catch(error => postMessage({ failed: String(error?.message ?? error) }));

onmessage = async ({ data: { id, verb, question } }) => {
  await started;
  if (!program) return;
  const from = performance.now();
  try {
    postMessage({ id, answer: JSON.parse(program.Ask(verb, JSON.stringify(question))), took: performance.now() - from });
  } catch (error) {
    postMessage({ id, failed: String(error?.message ?? error) });
  }
};

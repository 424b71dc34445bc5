using Dockerlint.FixProof;

return args is ["format", .. var options] ? await FormatRun.MainAsync(options) : await ProofRun.MainAsync(args);

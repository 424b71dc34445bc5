using Dockerlint.FixProof;

return await ProofRun.MainAsync(args);

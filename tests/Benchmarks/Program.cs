using BenchmarkDotNet.Running;
using Dockerlint.Benchmarks;

if (args is ["--short", ..])
{
    return ShortRun.Run(args.Contains("--all"));
}

BenchmarkSwitcher.FromAssembly(typeof(ParseBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
return 0;

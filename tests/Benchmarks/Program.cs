using BenchmarkDotNet.Running;
using Dockerlint.Benchmarks;

if (args is ["--short" or "--growth"])
{
    return ShortRun.Run(isGrowthOnly: args[0] == "--growth");
}

BenchmarkSwitcher.FromAssembly(typeof(ParseBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
return 0;

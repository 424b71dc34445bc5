using BenchmarkDotNet.Attributes;
using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Benchmarks;

/// <summary>From text to tree, model and findings, for a file of the usual size and a very large one.</summary>
[MemoryDiagnoser]
public class ParseBenchmarks
{
    private SourceText _source = SourceText.From("");
    private Linter _linter = new([]);

    /// <summary>Characters of the file, about.</summary>
    [Params(4 * 1024, 1024 * 1024)]
    public int Size { get; set; }

    /// <summary>Makes the file.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _source = SourceText.From(Size < 10_000 ? Inputs.Small : Inputs.OfSize(Size));
        _linter = new Linter(RuleCatalog.All);
    }

    /// <summary>The syntax tree.</summary>
    [Benchmark]
    public SyntaxTree Parse() => DockerfileParser.Parse(_source);

    /// <summary>The syntax tree and the build model.</summary>
    [Benchmark]
    public BuildModel Model() => BuildModel.Create(DockerfileParser.Parse(_source));

    /// <summary>Everything, with all rules.</summary>
    [Benchmark]
    public int Lint() => _linter.Lint(_source).Count;
}

using BenchmarkDotNet.Attributes;
using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Benchmarks;

/// <summary>Real files, all of the corpus at a time; without the corpus there is nothing to measure.</summary>
[MemoryDiagnoser]
public class CorpusBenchmarks
{
    private SourceText[] _sources = [];
    private MappedText[] _scripts = [];
    private Linter _linter = new([]);

    /// <summary>Reads the files.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _sources = [.. Inputs.Corpus.Select(path => SourceText.FromBytes(File.ReadAllBytes(path), path))];
        _scripts = ShortRun.ScriptsOf(_sources);
        _linter = new Linter(RuleCatalog.All);
    }

    /// <summary>Every tree.</summary>
    [Benchmark]
    public int Parse() => _sources.Sum(source => DockerfileParser.Parse(source).Root.Instructions.Count);

    /// <summary>Every script as a shell tree.</summary>
    [Benchmark]
    public int Shell() => _scripts.Count(script => ShellParser.Parse(script).Script is not null);

    /// <summary>Every file with all rules.</summary>
    [Benchmark]
    public int Lint() => _sources.Sum(source => _linter.Lint(source).Count);
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dockerlint.Testing;

namespace Dockerlint.Mutants;

/// <summary>A copy of the repository with a sample of mutants in its sources, all in one build, of which a variable chooses one.</summary>
internal sealed partial class MutantSources
{
    /// <summary>The environment variable that chooses a mutant by its number.</summary>
    public const string Variable = "DOCKERLINT_MUTANT";

    private static readonly string[] s_projects = ["Commands", "Semantics"];

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public MutantSources(string folder, int number, int seed)
    {
        Root = Path.Combine(folder, "repository");
        Copy(folder);
        var all = s_projects.SelectMany(Files).SelectMany(MutantsOf).ToList();
        Found = all.Count;
        var random = new Random(seed);
        Sample = [.. all.OrderBy(_ => random.Next()).Take(number).OrderBy(mutant => mutant.Number)];
    }

    /// <summary>Where the copy is.</summary>
    public string Root { get; }

    /// <summary>How many mutants there are in all.</summary>
    public int Found { get; }

    /// <summary>Those that were chosen, without what did not compile.</summary>
    public IReadOnlyList<Mutant> Sample { get; private set; }

    /// <summary>How many of the chosen ones did not compile.</summary>
    public int Refused { get; private set; }

    /// <summary>Writes the mutants and builds; what does not compile is taken out, and built again.</summary>
    /// <exception cref="InvalidOperationException">It cannot be built even so.</exception>
    public void Build(IReadOnlyList<string> tests)
    {
        for (var attempt = 0; attempt < 8; attempt++)
        {
            Write();
            var output = new StringBuilder();
            var whole = tests.All(test =>
            {
                var run = ProgramRun.Of(Start("dotnet", ["build", Path.Combine("tests", test), "-c", "Release", "-p:TreatWarningsAsErrors=false",
                    "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false"]), patience: TimeSpan.FromMinutes(20));
                output.Append(run.Output);
                return run.ExitCode == 0;
            });
            if (whole)
            {
                return;
            }

            var bad = Error().Matches(output.ToString()).Select(match => (
                Path: Path.GetRelativePath(Root, match.Groups[1].Value).Replace('\\', '/'),
                Line: int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)))
                .Distinct().SelectMany(place => At(place.Path, place.Line)).ToHashSet();
            if (bad.Count == 0)
            {
                throw new InvalidOperationException($"the mutants cannot be built:\n{output}");
            }

            Refused += bad.Count;
            Sample = [.. Sample.Where(mutant => !bad.Contains(mutant.Number))];
        }

        throw new InvalidOperationException("the mutants cannot be built");
    }

    /// <summary>Starts a program in the copy.</summary>
    public ProcessStartInfo Start(string program, IEnumerable<string> arguments, int? mutant = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Root };
        start.Environment[Variable] = (mutant ?? -1).ToString(CultureInfo.InvariantCulture);
        return start;
    }

    private IEnumerable<string> Files(string project) => Directory
        .EnumerateFiles(Path.Combine(Root, "src", project), "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private int _number;

    private IEnumerable<Mutant> MutantsOf(string path)
    {
        var text = _texts[path] = File.ReadAllText(Path.Combine(Root, path));
        foreach (var (node, kind, changed, isStatement) in MutantFinder.Find(text))
        {
            yield return new Mutant(_number++, path, text.AsSpan(0, node.SpanStart).Count('\n') + 1, node.SpanStart, node.Span.End, kind,
                node.ToString(), changed, isStatement);
        }
    }

    // Of those that lie within each other the outer one is written, with the inner ones in both of its branches.
    private void Write()
    {
        foreach (var (path, text) in _texts)
        {
            var mutants = Sample.Where(mutant => mutant.Path == path).ToList();
            File.WriteAllText(Path.Combine(Root, path), mutants.Count == 0 ? text : Rewrite(text, mutants));
        }

        foreach (var project in s_projects)
        {
            File.WriteAllText(Path.Combine(Root, "src", project, "MutantSwitch.cs"), $$"""
                namespace Dockerlint;
                /// <summary>Tells which mutant is on.</summary>
                internal static class MutantSwitch
                {
                    private static readonly int s_on = int.Parse(
                        System.Environment.GetEnvironmentVariable("{{Variable}}") ?? "-1", System.Globalization.CultureInfo.InvariantCulture);

                    /// <summary>Whether it is this one.</summary>
                    public static bool On(int number) => number == s_on;
                }

                """);
        }
    }

    // A mutant within another would move its places: the sample keeps the outer one only.
    private static string Rewrite(string text, List<Mutant> mutants)
    {
        var result = new StringBuilder();
        var at = 0;
        foreach (var mutant in mutants.OrderBy(mutant => mutant.Start).ThenByDescending(mutant => mutant.End))
        {
            if (mutant.Start >= at)
            {
                result.Append(text, at, mutant.Start - at).Append(mutant.Switched);
                at = mutant.End;
            }
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    private IEnumerable<int> At(string path, int line)
    {
        // Switches add no line, so that a line of the changed text is one of the old text but for what a condition repeats.
        var written = Sample.Where(mutant => mutant.Path == path).ToList();
        var here = written.Where(mutant => mutant.Line <= line && line <= mutant.Line + 2 * mutant.Text.Count('\n')).ToList();
        return (here.Count > 0 ? here : written).Select(mutant => mutant.Number);
    }

    private void Copy(string folder)
    {
        Directory.CreateDirectory(Root);
        var files = ProgramRun.Of(new ProcessStartInfo("git", ["ls-files", "-z"]) { WorkingDirectory = RepositoryRoot.Path });
        foreach (var file in files.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var from = RepositoryRoot.Combine(file);
            if (File.Exists(from))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Root, file))!);
                File.Copy(from, Path.Combine(Root, file), overwrite: true);
            }
        }

        var shared = RepositoryRoot.Combine("..", "shared");
        if (Directory.Exists(shared) && !Directory.Exists(Path.Combine(folder, "shared")))
        {
            Directory.CreateSymbolicLink(Path.Combine(folder, "shared"), Path.GetFullPath(shared));
        }
    }

    [GeneratedRegex(@"(?m)^\s*(\S+\.cs)\((\d+),\d+\): error")]
    private static partial Regex Error();
}

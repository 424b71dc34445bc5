using System.Diagnostics;
using System.Globalization;
using Dockerlint.Mutants;
using Dockerlint.Testing;

// dotnet run --project tests/Mutants -c Release -- [NUMBER [SEED [REPORT]]]
var number = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 300;
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
string[] tests = ["Commands.Tests", "Semantics.Tests", "Linting.Tests", "Cache.Tests"];

// The examples and cases of all rules are slower, and only for what the others do not notice.
(string Project, string[] Arguments)[] programs =
    [.. tests.Select(test => (test, (string[])["-stopOnFail"])), ("Rules.Tests", ["-stopOnFail", "-class", "*CatalogTests", "-class", "*RuleTests", "-class", "*ScriptTests"])];

using var folder = new TemporaryFolder();
var sources = new MutantSources(folder.Path, number, seed);
Console.WriteLine($"{sources.Found} mutants in src/Commands and src/Semantics, {sources.Sample.Count} of them chosen with seed {seed}");
sources.Build([.. programs.Select(program => program.Project)]);
Console.WriteLine($"{sources.Refused} do not compile");

var times = new Dictionary<string, TimeSpan>();
foreach (var program in programs)
{
    var watch = Stopwatch.StartNew();
    var run = ProgramRun.Of(Start(program, null), patience: TimeSpan.FromMinutes(15));
    if (run.ExitCode != 0)
    {
        Console.Error.WriteLine($"{program.Project} fails without any mutant:\n{run.Output}");
        return 2;
    }

    times[program.Project] = watch.Elapsed;
}

var alive = new List<Mutant>();
foreach (var mutant in sources.Sample)
{
    if (programs.FirstOrDefault(program => IsNoticed(program, mutant)).Project is { } killer)
    {
        Console.WriteLine($"{mutant.Number} {mutant.Path}:{mutant.Line} noticed by {killer}");
    }
    else
    {
        alive.Add(mutant);
        Console.WriteLine($"{mutant.Number} {mutant.Path}:{mutant.Line} ALIVE {mutant.Kind}: {mutant.Short(mutant.Text)} => {mutant.Short(mutant.Changed)}");
    }
}

var killed = sources.Sample.Count - alive.Count;
var score = Math.Round(100.0 * killed / sources.Sample.Count, 1).ToString(CultureInfo.InvariantCulture);
var table = $"{number} of {sources.Found} mutants, seed {seed}: {sources.Refused} do not compile; {killed} of the other "
    + $"{sources.Sample.Count} are noticed, {score} %.\n\n| alive | change |\n|---|---|\n"
    + string.Concat(alive.Select(mutant =>
        $"| {mutant.Path}:{mutant.Line} | {mutant.Kind}: `{mutant.Short(mutant.Text).Replace("|", "\\|", StringComparison.Ordinal)}` |\n"));
Console.WriteLine(table);
if (args.Length > 2)
{
    var report = File.ReadAllText(args[2]);
    const string begin = "<!-- mutants: begin -->\n", end = "<!-- mutants: end -->";
    var from = report.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
    File.WriteAllText(args[2], report[..from] + table + report[report.IndexOf(end, StringComparison.Ordinal)..]);
}

return 0;

bool IsNoticed((string Project, string[] Arguments) program, Mutant mutant)
{
    try
    {
        return ProgramRun.Of(Start(program, mutant.Number), patience: times[program.Project] * 6 + TimeSpan.FromSeconds(20)).ExitCode != 0;
    }
    catch (TimeoutException)
    {
        return true;
    }
}

ProcessStartInfo Start((string Project, string[] Arguments) program, int? mutant) => sources.Start(
    Path.Combine(sources.Root, "artifacts", "bin", program.Project, "release", program.Project), program.Arguments, mutant);

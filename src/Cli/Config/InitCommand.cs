using System.CommandLine;
using System.Text;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Session;
using Dockerlint.Text;
using Dockerlint.Workspace;

namespace Dockerlint.Cli.Config;

/// <summary><c>dockerlint init</c>: writes a commented configuration after a look at what is here.</summary>
internal static class InitCommand
{
    private const string Target = ".dockerlint.yaml";
    private const string Baseline = ".dockerlint-baseline.json";

    // As many as nobody mends before lunch.
    private const int Much = 50;

    internal static Command Create()
    {
        var command = new Command("init", $"Writes a commented {Target} for this folder, after a look at its Dockerfiles.");
        command.SetAction(_ => Run());
        return command;
    }

    private static int Run()
    {
        if (ConfigFiles.Find(DiskPath.CurrentFolder) is { } found
            && Path.GetDirectoryName(Path.GetFullPath(found)) == DiskPath.CurrentFolder)
        {
            Problems.Tell($"{found} is there already; 'dockerlint config check' tells whether it is right");
            return ExitCode.BadInput;
        }

        var pool = new LinterPool(Configurations.Loader(null), HadolintEnvironment.Read(Environment.GetEnvironmentVariable),
            ConfigLayer.Empty, TimeProvider.System);
        var files = new FileFinder(respectsGitIgnore: true).Find(["."]).Where(file => file.Problem is null && file.Inline is null).ToList();
        var counts = files.SelectMany(file => Findings(pool, file.Path)).CountBy(finding => finding.RuleId)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var sum = counts.Sum(pair => pair.Value);
        var text = Text(files.Count, sum, counts);
        if (AtomicFile.TryWrite(Target, stream => stream.Write(Encoding.UTF8.GetBytes(text))) is { } problem)
        {
            Problems.Tell($"cannot write {Target}: {problem}");
            return ExitCode.BadInput;
        }

        Console.Out.WriteLine($"{Target} is written: {files.Count} file{(files.Count == 1 ? "" : "s")}, {sum} finding{(sum == 1 ? "" : "s")}");
        if (ConfigFiles.FindHadolint() is { } hadolint)
        {
            Console.Out.WriteLine($"{hadolint} is hadolint's: 'dockerlint migrate' writes what it says in our words");
        }

        if (sum > Much)
        {
            Console.Out.WriteLine($"To begin with what is new: dockerlint lint --baseline {Baseline} --write-baseline .");
        }

        return ExitCode.Clean;
    }

    private static IEnumerable<Diagnostic> Findings(LinterPool pool, string path) =>
        pool.For(path, out _) is { } linter && RegularFile.TryRead(path, ReadLimit.Dockerfile, out var bytes) is null
            ? linter.Linter.Lint(new LintInput(SourceText.FromBytes(bytes, path))).Diagnostics : [];

    private static string Text(int files, int sum, List<KeyValuePair<string, int>> counts)
    {
        var loudest = string.Concat(counts.Take(5).Select(pair => $"#   {pair.Value,5} x {pair.Key}\n"));
        return $"""
            # Settings of Dockerlint. 'dockerlint config schema' prints what may stand here, 'dockerlint config check' reads it.
            # When it was written, {files} file{(files == 1 ? "" : "s")} had {sum} finding{(sum == 1 ? "" : "s")}{(sum == 0 ? "." : ", most of them these:")}
            {loudest}
            # The rules to start from: default; strict, which says more; hadolint or buildkit, which say what those say.
            profile: default

            # The least severity with which a run fails: error, warning, info, style, none.
            failure-threshold: info

            # Rules that are not for this repository, by id or name.
            # ignore:
            #   - DL3008

            # Where images may come from.
            # trusted-registries:
            #   - docker.io

            # Other severities.
            # rules:
            #   DL3006: error

            """.ReplaceLineEndings("\n");
    }
}

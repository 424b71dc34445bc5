using System.CommandLine;
using System.Text;
using Dockerlint.Linting;
using Dockerlint.Reporting;
using Dockerlint.Rules;
using Dockerlint.Text;

namespace Dockerlint.Cli;

/// <summary><c>dockerlint lint PATH...</c>: findings of files, of standard input, and of all Dockerfiles in directories.</summary>
internal static class LintCommand
{
    internal static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, directories (searched for Dockerfiles), or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format", "-f") { Description = "text, json, sarif, gnu or github.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif", "gnu", "github");
        var threshold = new Option<Severity>("--failure-threshold", "-t")
        {
            Description = "The least severity that makes the exit code 1.",
            DefaultValueFactory = _ => Severity.Info,
        };
        var noColor = new Option<bool>("--no-color") { Description = "Never colour the output." };
        var command = new Command("lint", "Reports what is wrong in Dockerfiles. Exit code 0: clean, 1: findings, 2: unreadable input, 3: a bug of ours.")
        {
            paths, format, threshold, noColor,
        };
        command.SetAction(result => Run(
            result.GetValue(paths)!, result.GetValue(format)!, result.GetValue(threshold), !result.GetValue(noColor)));
        return command;
    }

    private static int Run(string[] paths, string format, Severity threshold, bool mayColor)
    {
        var linter = new Linter(RuleCatalog.For(Profiles.Default));
        var files = new List<FileResult>();
        var exitCode = ExitCode.Clean;
        foreach (var path in FileFinder.Find(paths))
        {
            if (InputFile.TryRead(path, out var bytes) is { } problem)
            {
                Console.Error.WriteLine($"dockerlint: cannot read {path}: {problem}");
                exitCode = ExitCode.BadInput;
                continue;
            }

            var source = SourceText.FromBytes(bytes, path);
            files.Add(new FileResult(source, linter.Lint(source)));
        }

        Write(new RunResult(typeof(LintCommand).Assembly.GetName().Version!.ToString(3), files, [.. RuleCatalog.All.Select(rule => rule.Info)])
        {
            Root = Directory.GetCurrentDirectory(),
        }, format, mayColor);
        var findings = files.SelectMany(file => file.Diagnostics).ToList();
        return findings.Any(finding => finding.RuleId == Linter.InternalErrorId) ? ExitCode.InternalError
            : exitCode != ExitCode.Clean ? exitCode
            : findings.Any(finding => finding.Severity <= threshold) ? ExitCode.Findings
            : ExitCode.Clean;
    }

    private static void Write(RunResult result, string format, bool mayColor)
    {
        var color = mayColor && !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        IReporter reporter = format switch
        {
            "json" => new JsonReporter(),
            "sarif" => new SarifReporter(),
            "gnu" => new GnuReporter(),
            "github" => new GitHubReporter(),
            _ => new TextReporter(color),
        };
        using var writer = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        reporter.Write(result, writer);
    }
}

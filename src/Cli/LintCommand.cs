using System.CommandLine;
using System.Text;
using Dockerlint.Linting;
using Dockerlint.Reporting;
using Dockerlint.Rules;

namespace Dockerlint.Cli;

/// <summary><c>dockerlint lint PATH...</c>: findings of files, of standard input, and of all Dockerfiles in directories.</summary>
internal static class LintCommand
{
    internal static Command Create()
    {
        var command = new Command("lint", "Reports what is wrong in Dockerfiles. Exit code 0: clean, 1: findings, 2: unreadable input, 3: a bug of ours.");
        var options = new LintOptions();
        options.AddTo(command);
        command.SetAction(result => Run(options.Read(result)));
        return command;
    }

    private static int Run(LintRequest request)
    {
        var timings = request.ShowsTimings ? new LintTimings() : null;
        var run = new LintRun(new Linter(RuleCatalog.For(Profiles.Default), new LintConfig { Settings = new LintSettings { Today = DateOnly.FromDateTime(DateTime.Today) } }), request, timings);
        var results = timings is null ? run.Results() : timings.CountReporting(run.Results());
        Write(request, new RunResult(ProgramVersion.Short, results, [.. RuleCatalog.All.Select(rule => rule.Info)])
        {
            Root = Directory.GetCurrentDirectory(),
        });
        timings?.Write(Console.Error, request.Jobs);
        return run.ExitCode;
    }

    private static void Write(LintRequest request, RunResult result)
    {
        IReporter reporter = request.Format switch
        {
            "json" => new JsonReporter(),
            "sarif" => new SarifReporter(),
            "gnu" => new GnuReporter(),
            "github" => new GitHubReporter(),
            _ => new TextReporter(request.MayColor && TerminalColors.AreWanted()),
        };
        using var writer = new StreamWriter(new StandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        reporter.Write(result, writer);
    }
}

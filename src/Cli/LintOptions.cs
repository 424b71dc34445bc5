using System.CommandLine;
using Dockerlint.Linting;
using Dockerlint.ShellCheck;

namespace Dockerlint.Cli;

/// <summary>The arguments and options of <c>lint</c>.</summary>
internal sealed class LintOptions
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, directories (searched for Dockerfiles), or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _format = new("--format", "-f")
    {
        Description = "text, json, sarif, gnu or github.",
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<Severity> _threshold = new("--failure-threshold", "-t")
    {
        Description = "The least severity that makes the exit code 1.",
        DefaultValueFactory = _ => Severity.Info,
    };

    private readonly Option<bool> _noColor = new("--no-color") { Description = "Never colour the output." };

    private readonly Option<bool> _noGitIgnore = new("--no-gitignore") { Description = "Search directories that git ignores too." };

    private readonly Option<int> _jobs = new("--jobs", "-j")
    {
        Description = "How many files are linted at once; the number of processors unless given.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private readonly Option<bool> _timings = new("--timings") { Description = "Tell on standard error what took how long, rule by rule." };

    private readonly Option<ShellCheckMode> _shellCheck = new("--shellcheck")
    {
        Description = "auto: have scripts checked by ShellCheck where it is installed, off, or required: exit code 2 without it.",
        DefaultValueFactory = _ => ShellCheckMode.Auto,
    };

    private readonly Option<bool> _verbose = new("--verbose") { Description = "Tell on standard error what was left out and why." };

    internal LintOptions()
    {
        _format.AcceptOnlyFromAmong("text", "json", "sarif", "gnu", "github");
        _jobs.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--jobs must be at least 1.");
            }
        });
    }

    internal void AddTo(Command command)
    {
        command.Arguments.Add(_paths);
        Option[] options = [_format, _threshold, _noColor, _noGitIgnore, _jobs, _timings, _shellCheck, _verbose];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        _fixes.AddTo(command);
    }

    internal LintRequest Read(ParseResult result) => new(
        result.GetValue(_paths)!,
        result.GetValue(_format)!,
        result.GetValue(_threshold),
        !result.GetValue(_noColor),
        !result.GetValue(_noGitIgnore),
        result.GetValue(_jobs),
        result.GetValue(_timings),
        result.GetValue(_shellCheck),
        result.GetValue(_verbose));
}

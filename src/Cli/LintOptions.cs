using System.CommandLine;
using System.Globalization;
using Dockerlint.Linting;
using Dockerlint.Reporting;

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
        Description = $"One of {string.Join(", ", ReporterCatalog.Names)}.",
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

    internal LintOptions()
    {
        _format.AcceptOnlyFromAmong([.. ReporterCatalog.Names]);

        // What begins with a hyphen and is no option is taken for a path, where a typing error would be told as a missing file.
        _paths.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.Length > 1 && token.Value[0] == '-' && !Path.Exists(token.Value)))
            {
                result.AddError($"there is no option {token.Value}");
            }
        });
        _jobs.Validators.Add(result =>
        {
            // What is no number at all is told by the parser.
            if (result.Tokens.Any(token => int.TryParse(token.Value, CultureInfo.InvariantCulture, out var jobs) && jobs < 1))
            {
                result.AddError("--jobs must be at least 1.");
            }
        });
    }

    internal void AddTo(Command command)
    {
        command.Arguments.Add(_paths);
        Option[] options = [_format, _threshold, _noColor, _noGitIgnore, _jobs, _timings];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }
    }

    internal LintRequest Read(ParseResult result) => new(
        result.GetValue(_paths)!,
        result.GetValue(_format)!,
        result.GetValue(_threshold),
        !result.GetValue(_noColor),
        !result.GetValue(_noGitIgnore),
        result.GetValue(_jobs),
        result.GetValue(_timings));
}

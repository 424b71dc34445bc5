using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary>The arguments and options of <c>fmt</c>.</summary>
internal sealed class FormatCommandOptions
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, directories (searched for Dockerfiles), or - for standard input, whose result goes to standard output.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _check =
        new("--check") { Description = "Write nothing; name the files that would change, with exit code 1 if there are any." };
    private readonly Option<bool> _diff = new("--diff") { Description = "Write nothing; print what would change as a unified diff." };
    private readonly Option<bool> _keepKeys =
        new("--keep-keys") { Description = "Change only what keeps the cache key of every step, so that nothing is built again." };

    private readonly Option<string?> _range = new("--range")
    {
        Description = "Format only the instructions and comments on these lines.",
        HelpName = "FIRST-LAST",
    };

    private readonly Option<string?> _stdinPath = new("--stdin-file-path")
    {
        Description = "With -: the path that standard input has as a file, for configuration and messages.",
        HelpName = "PATH",
    };

    private readonly Option<string?> _config =
        new("--config", "-c") { Description = "The configuration file; looked for unless given.", HelpName = "FILE" };

    private readonly Option<string?> _filesFrom = new("--files-from")
    {
        Description = "A list of further paths, separated by line ends or zero bytes; - is standard input.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _noGitIgnore = new("--no-gitignore") { Description = "Search directories that git ignores too." };

    private readonly Option<int> _jobs = new("--jobs", "-j")
    {
        Description = "How many files are formatted at once; the number of processors unless given.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        HelpName = "N",
    };

    internal void AddTo(Command command)
    {
        command.Arguments.Add(_paths);
        Option[] options = [_check, _diff, _keepKeys, _range, _stdinPath, _config, _filesFrom, _noGitIgnore, _jobs];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        _paths.Validators.Add(UsageErrors.RefuseUnknownOptions);
        command.Validators.Add(Check);
        _jobs.Validators.Add(static result =>
        {
            // What is no number at all is told by the parser.
            if (result.Tokens.Any(token => int.TryParse(token.Value, CultureInfo.InvariantCulture, out var jobs) && jobs < 1))
            {
                result.AddError("--jobs must be at least 1.");
            }
        });
    }

    internal FormatRequest Read(ParseResult result) => new(result.GetValue(_paths) ?? [])
    {
        IsCheck = result.GetValue(_check),
        IsDiff = result.GetValue(_diff),
        KeepsKeys = result.GetValue(_keepKeys),
        Range = Range(result.GetValue(_range)),
        StandardInputPath = result.GetValue(_stdinPath),
        ConfigFile = result.GetValue(_config),
        FilesFrom = result.GetValue(_filesFrom),
        RespectsGitIgnore = !result.GetValue(_noGitIgnore),
        Jobs = Math.Max(1, result.GetValue(_jobs)),
    };

    private void Check(CommandResult result)
    {
        var paths = result.GetValue(_paths) ?? [];
        if (paths.Length == 0 && result.GetResult(_filesFrom) is null)
        {
            result.AddError("name files or directories to format, - for standard input, or --files-from.");
        }

        if (result.GetValue(_stdinPath) is not null && !paths.Contains("-"))
        {
            result.AddError("--stdin-file-path goes with - for standard input.");
        }

        if (paths.Contains("-") && paths.Length > 1)
        {
            result.AddError("- for standard input goes with no other path.");
        }

        if (result.GetValue(_range) is { } range)
        {
            if (Range(range) is null)
            {
                result.AddError($"--range takes FIRST-LAST, two lines from 1, such as 10-20; not {range}.");
            }
            else if (paths.Length != 1 || (paths[0] != "-" && DiskPath.IsFolder(paths[0])))
            {
                result.AddError("--range goes with one file.");
            }
        }

    }

    private static (int First, int Last)? Range(string? text)
    {
        var parts = text?.Split('-') ?? [];
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) && first >= 1 && last >= first
            ? (first, last)
            : null;
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dockerlint.Reporting;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary>The arguments and options of <c>lint</c>.</summary>
internal sealed class LintOptions
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, directories (searched for Dockerfiles), or - for standard input. Without any, this folder.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> _format = new("--format", "-f")
    {
        Description = $"One of {string.Join(", ", ReporterCatalog.Names)}. May be given several times, each with an --output.",
        HelpName = "FORMAT",
    };

    private readonly Option<string[]> _output = new("--output", "-o")
    {
        Description = "The file for the format of the same position; - is standard output.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _noColor = new("--no-color") { Description = "The same as --color never." };

    private readonly Option<bool> _noGitIgnore = new("--no-gitignore") { Description = "Search directories that git ignores too." };

    private readonly Option<int> _jobs = new("--jobs", "-j")
    {
        Description = "How many files are linted at once; the number of processors unless given.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        HelpName = "N",
    };

    private readonly Option<bool> _timings = new("--timings") { Description = "Tell on standard error what took how long, rule by rule." };

    private readonly Option<bool> _verbose = new("--verbose", "-V") { Description = "Tell on standard error what was left out and why." };

    private readonly Option<string?> _reportedPath = new("--file-path-in-report")
    {
        Description = "The path to report in the formats of build servers in place of the file's own.",
        HelpName = "PATH",
    };

    private readonly Option<string?> _context = new("--context")
    {
        Description = "The build context of the files. Unless given, the folder of a Dockerfile is taken for it where it has a "
            + ".dockerignore file, or is the root of a git work tree.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _scripts = new("--scripts")
    {
        Description = "Check the shell scripts of the build context too that a Dockerfile copies and runs, in their own files.",
    };

    private readonly Option<string?> _filesFrom = new("--files-from")
    {
        Description = "A list of further paths, separated by line ends or zero bytes; - is standard input.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _shard = new("--shard")
    {
        Description = "Lint part I of N only; a file belongs to the same part in every run.",
        HelpName = "I/N",
    };

    private readonly Option<string?> _baseline =
        new("--baseline") { Description = "Leave out the findings that this file knows.", HelpName = "FILE" };

    private readonly Option<bool> _writeBaseline =
        new("--write-baseline") { Description = "Write all findings into the baseline and report none." };

    private readonly Option<string?> _changedSince = new("--changed-since")
    {
        Description = "Report findings only on lines that are not as in this git revision.",
        HelpName = "REV",
    };

    private readonly Option<bool> _statistics = new("--statistics") { Description = "Count the findings of each rule after the report." };

    private readonly Option<bool> _watch = new("--watch", "-w") { Description = "Lint again whenever a file changes, until Ctrl-C." };

    private readonly Option<string?> _explain =
        new("--explain") { Description = "Explain a rule, with examples, and lint nothing.", HelpName = "RULE" };

    private readonly ConfigOptions _config = new();

    private readonly FixOptions _fixes = new();

    internal LintOptions()
    {
        _format.TakeOneOf([.. ReporterCatalog.Names]);

        _paths.Validators.Add(UsageErrors.RefuseUnknownOptions);
        _context.Validators.Add(static result =>
        {
            if (result.Tokens is [{ Value: var folder }] && !DiskPath.IsFolder(folder))
            {
                result.AddError($"--context: there is no folder {folder}");
            }
        });
        _shard.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => Shard.TryParse(token.Value) is null))
            {
                result.AddError("--shard takes I/N, such as 1/4 up to 4/4.");
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

    internal void AddTo(Command command, bool fixes)
    {
        command.Arguments.Add(_paths);
        Option[] options =
        [
            _format, _output, _noColor, _noGitIgnore, _jobs, _timings, _verbose, _reportedPath, _filesFrom, _shard, _baseline,
                _writeBaseline, _changedSince,
            _context, _scripts, _statistics, _explain, _watch,
        ];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetResult(_writeBaseline) is { Implicit: false } && result.GetResult(_baseline) is null)
            {
                result.AddError("--write-baseline needs --baseline FILE.");
            }
        });
        _config.AddTo(command);
        _fixes.AddTo(command, fixes);
    }

    internal LintRequest Read(ParseResult result, bool fixes = false) => new(Paths(result), _config.Read(result))
    {
        Formats = result.GetValue(_format) ?? [],
        Outputs = result.GetValue(_output) ?? [],
        ConfigFile = _config.File(result),
        MayColor = !result.GetValue(_noColor),
        RespectsGitIgnore = !result.GetValue(_noGitIgnore),
        Jobs = result.GetValue(_jobs),
        ShowsTimings = result.GetValue(_timings),
        IsVerbose = result.GetValue(_verbose),
        ReportedPath = result.GetValue(_reportedPath),
        Context = result.GetValue(_context),
        ChecksScripts = result.GetValue(_scripts),
        Fixing = _fixes.Read(result, fixes),
        FilesFrom = result.GetValue(_filesFrom),
        Shard = result.GetValue(_shard) is { } shard ? Shard.TryParse(shard) : null,
        Baseline = result.GetValue(_baseline),
        WritesBaseline = result.GetValue(_writeBaseline),
        ChangedSince = result.GetValue(_changedSince),
        ShowsStatistics = result.GetValue(_statistics),
        Watches = result.GetValue(_watch),
        ExplainedRule = result.GetValue(_explain),
    };

    // Without any, the folder one is in.
    private string[] Paths(ParseResult result) => result.GetValue(_paths) is { Length: > 0 } paths ? paths
        : result.GetValue(_filesFrom) is null ? ["."] : [];
}

using System.CommandLine;
using Dockerlint.Session;

namespace Dockerlint.Cli;

/// <summary>The options of commands that replay a history.</summary>
internal sealed class HistoryOptions
{
    private const int Commits = 100;

    private readonly Argument<string?> _range = new("REV..REV")
    {
        Description = "The commits to replay, along first parents: main~50..main, or one revision for the last commits up to it. HEAD if "
            + "not given.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int> _last =
        new("--last") { Description = "How many commits when no range is given.", HelpName = "N", DefaultValueFactory = _ => Commits };
    private readonly Option<string> _context =
        new("--context") { Description = "The build context, a directory in the repository.", DefaultValueFactory = _ => "." };
    private readonly Option<string> _file = CacheOptions.Dockerfile();
    private readonly BuildChoice _build = new();
    private readonly CacheImport _cache = new();
    private readonly Option<string?> _target = new("--target") { Description = "The stage to build." };
    private readonly Option<string[]> _arguments =
        CacheOptions.Pairs("--build-arg", "NAME=VALUE for every build; NAME alone takes the value from the environment.");
    private readonly Option<string[]> _volatile =
        CacheOptions.Pairs("--volatile-arg", "A build argument that has another value in every build, such as the commit.");
    private readonly Option<string?> _timings = new("--timings")
    {
        Description = "Seconds of the steps: a log of BuildKit (--progress=rawjson or plain) or a report of dockerlint verify. Without "
            + "one, estimates by the kind of command.",
    };

    internal void AddTo(Command command)
    {
        command.Arguments.Add(_range);
        _build.AddTo(command);
        _cache.AddTo(command);
        foreach (var option in (Option[])[_last, _context, _file, _target, _arguments, _volatile, _timings])
        {
            command.Options.Add(option);
        }

        _last.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var count) || count < 1))
            {
                result.AddError($"--last expects a number of commits, not {token.Value}");
            }
        });
    }

    internal HistoryRequest Read(ParseResult result) => new(
        result.GetValue(_context)!, result.GetValue(_file)!, _build.Read(result), result.GetValue(_range),
            result.GetValue(_last),
        new CacheSide(result.GetValue(_range) ?? "HEAD", result.GetValue(_arguments) ?? [], result.GetValue(_target), []),
        result.GetValue(_volatile) ?? [], result.GetValue(_timings), _build.Context(result), _cache.Read(result));
}

using System.CommandLine;
using Dockerlint.Cache;

namespace Dockerlint.Cli;

/// <summary>The options that say which cache a build begins with.</summary>
internal sealed class CacheImport
{
    private readonly Option<string> _cache = new("--cache")
    {
        Description = "What a build begins with: local, the cache of the machine that made the build before; none; or what the build "
            + "before exported, imported by a machine that has nothing else: registry (also type=local), gha, inline.",
        DefaultValueFactory = _ => "local",
    };

    private readonly Option<string> _mode = new("--cache-mode")
    {
        Description = "What was exported: min, the results of the target and the stages it starts from, or max, those of all stages. "
            + "inline is always min.",
        DefaultValueFactory = _ => "min",
    };

    internal CacheImport()
    {
        _cache.TakeOneOf(["local", "none", "registry", "gha", "inline"]);
        _mode.TakeOneOf(["min", "max"]);
    }

    internal void AddTo(Command command)
    {
        command.Options.Add(_cache);
        command.Options.Add(_mode);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_cache) == "inline" && result.GetValue(_mode) == "max")
            {
                result.AddError("--cache-mode max cannot be kept inline: use --cache registry or gha");
            }
        });
    }

    internal CacheReach Read(ParseResult result) => (result.GetValue(_cache), result.GetValue(_mode)) switch
    {
        ("local", _) => CacheReach.Warm,
        ("none", _) => CacheReach.None,
        (_, "max") => CacheReach.AllStages,
        _ => CacheReach.TargetChain,
    };
}

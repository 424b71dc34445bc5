using System.CommandLine;
using Dockerlint.Cache;
using Dockerlint.Semantics;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary>The options that say what builds: the builder, its store and the platform.</summary>
internal sealed class BuildChoice
{
    private readonly Option<string> _builder = CacheOptions.Builder();

    private readonly Option<string> _store = new("--store")
    {
        Description = "What the engine keeps images with: graphdriver, where COPY --link is plain COPY (Docker Engine up to 28 unless set "
            + "up otherwise), or containerd (also any BuildKit of its own, as setup-buildx-action makes it).",
        DefaultValueFactory = _ => "graphdriver",
    };

    private readonly Option<string?> _platform = new("--platform")
    {
        Description = "The platform to build for, which gives TARGETARCH and the like their values; linux/amd64 if not given.",
    };

    private readonly Option<string?> _context = new("--context-kind")
    {
        Description = "What the builder is given: checkout, a clone with git's own folder in it (a revision if not said otherwise); "
            + "git-url, an address the builder clones, where .dockerignore does not count; directory, the files alone (of a "
            + "directory, as they are on disk).",
    };

    internal BuildChoice()
    {
        _context.TakeOneOf(["checkout", "git-url", "directory"]);
        _store.TakeOneOf(["graphdriver", "containerd"]);
        _platform.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && TargetPlatform.TryParse(token.Value) is null)
            {
                result.AddError(token.Value.Contains(',', StringComparison.Ordinal)
                    ? $"--platform takes one platform at a time, not {token.Value}"
                    : $"--platform expects one such as linux/arm64, not {token.Value}");
            }
        });
    }

    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_builder, _platform, _store, _context])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What the builder is given; null where nobody says.</summary>
    internal ContextKind? Context(ParseResult result) => result.GetValue(_context) switch
    {
        "checkout" => ContextKind.Checkout,
        "git-url" => ContextKind.GitUrl,
        "directory" => ContextKind.Directory,
        _ => null,
    };

    internal BuildSettings Read(ParseResult result) => new()
    {
        Builder = CacheOptions.ToBuilder(result.GetValue(_builder)),
        Platform = result.GetValue(_platform),
        Store = result.GetValue(_store) == "containerd" ? ImageStore.Containerd : ImageStore.GraphDriver,
    };
}

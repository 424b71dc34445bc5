using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Text;
using Dockerlint.Workspace;

namespace Dockerlint.Session;

/// <summary>The files of this machine. What was read once is not read again: whoever hears of a change makes a new one.</summary>
/// <param name="pool">The linters.</param>
/// <param name="contexts">The build contexts.</param>
/// <param name="others">The rules of other commands than lint.</param>
public sealed class DiskFiles(LinterPool pool, BuildContexts contexts, Func<IEnumerable<RuleInfo>> others) : ISessionFiles
{
    private readonly FormatStyles _styles = new();

    /// <inheritdoc/>
    public IEnumerable<RuleInfo> OtherRules => others();

    /// <inheritdoc/>
    public ConfiguredLinter? LinterFor(string path, out IReadOnlyList<ConfigError> errors) => pool.For(path, out errors);

    /// <inheritdoc/>
    public KnownContext? ContextOf(string path, string? described) => contexts.For(path, described);

    /// <inheritdoc/>
    public FormatStyle StyleOf(string path, ResolvedConfig config) => _styles.For(path, config);

    /// <inheritdoc/>
    public IReadOnlyList<FoundFile> BuiltBy(string path, string text) => path.EndsWith(".hcl", StringComparison.OrdinalIgnoreCase)
        ? [.. BuildFile.Open(path)] : [.. BuildFile.Open(path, text)];

    /// <inheritdoc/>
    public string? Read(string path) =>
        SourceTree.Around(path).Refuse(path) is null && RegularFile.TryRead(path, ReadLimit.Dockerfile, out var bytes) is null
            ? SourceText.FromBytes(bytes, path).Text : null;

    /// <summary>The same with build contexts read anew.</summary>
    public DiskFiles WithNewContexts() => new(pool, new BuildContexts(null), others);
}

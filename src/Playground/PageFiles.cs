using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Session;
using Dockerlint.Workspace;

namespace Dockerlint.Playground;

/// <summary>The files around a Dockerfile where there is no disk: those that stand in the page.</summary>
/// <param name="linter">The linter that the switches ask for.</param>
/// <param name="context">The made-up context; null when nothing is known of one.</param>
internal sealed class PageFiles(ConfiguredLinter linter, LintContext? context) : ISessionFiles
{
    /// <inheritdoc/>
    public IEnumerable<RuleInfo> OtherRules => [];

    /// <inheritdoc/>
    public ConfiguredLinter? LinterFor(string path, out IReadOnlyList<ConfigError> errors)
    {
        errors = [];
        return linter;
    }

    /// <inheritdoc/>
    public KnownContext? ContextOf(string path, string? described) =>
        context is null ? null : new KnownContext(context, ".dockerignore", Problem: null);

    /// <inheritdoc/>
    public FormatStyle StyleOf(string path, ResolvedConfig config) => config.FormatStyleOver(FormatStyle.Default);

    /// <inheritdoc/>
    public IReadOnlyList<FoundFile> BuiltBy(string path, string text) => [];

    /// <inheritdoc/>
    public string? Read(string path) => null;
}

using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Workspace;

namespace Dockerlint.Session;

/// <summary>
/// What a session has to know of the files around an open one. Where there is no disk, somebody else answers. May be used from several
/// threads.
/// </summary>
public interface ISessionFiles
{
    /// <summary>The rules of other commands than lint, which a configuration may speak of, too.</summary>
    IEnumerable<RuleInfo> OtherRules { get; }

    /// <summary>The linter that the configuration of a file asks for; null when that is broken.</summary>
    /// <param name="path">The file.</param>
    /// <param name="errors">What is wrong with the configuration.</param>
    ConfiguredLinter? LinterFor(string path, out IReadOnlyList<ConfigError> errors);

    /// <summary>The build context of a Dockerfile; null when none is known.</summary>
    /// <param name="path">The Dockerfile.</param>
    /// <param name="described">The folder that a Compose or Bake file tells; null when none does.</param>
    KnownContext? ContextOf(string path, string? described);

    /// <summary>The layout that a file is to have.</summary>
    /// <param name="path">The file.</param>
    /// <param name="config">Its configuration.</param>
    FormatStyle StyleOf(string path, ResolvedConfig config);

    /// <summary>The Dockerfiles that a Compose or Bake file builds, and what stands in the way.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    IReadOnlyList<FoundFile> BuiltBy(string path, string text);

    /// <summary>The text of a file that belongs to the same tree; null when it cannot be read.</summary>
    /// <param name="path">The file.</param>
    string? Read(string path);
}

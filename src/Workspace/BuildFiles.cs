using Dockerlint.Semantics.Context;
using Dockerlint.Text;

namespace Dockerlint.Workspace;

/// <summary>A Dockerfile and its build context, read from a directory or from git.</summary>
/// <param name="Dockerfile">The Dockerfile.</param>
/// <param name="Context">The context after .dockerignore.</param>
/// <param name="IsGit">Whether modes are those git keeps, so that only 644 and 755 can be told apart.</param>
public sealed record BuildFiles(SourceText Dockerfile, ContextManifest Context, bool IsGit)
{
    /// <summary>The rules that made the context what it is.</summary>
    public IgnoreRules Ignored { get; init; } = IgnoreRules.None;

    /// <summary>Two states made comparable: where one comes from git, modes are reduced to those git keeps.</summary>
    public static (BuildFiles Before, BuildFiles After) Align(BuildFiles before, BuildFiles after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return before.IsGit == after.IsGit ? (before, after) : (before.AsGit(), after.AsGit());
    }

    private BuildFiles AsGit() => IsGit ? this : this with { Context = Context.WithGitModes(), IsGit = true };
}

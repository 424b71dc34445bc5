using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Rules;

/// <summary>Folders that the build makes anew or that belong to the machine of a developer, so that an image has no use for them.</summary>
internal static class Clutter
{
    private static readonly string[] s_always =
    [
        ".git", ".svn", ".hg", "node_modules", ".venv", "__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".tox", ".terraform",
        ".gradle", ".vs", ".idea", ".vscode",
    ];

    // What makes a folder of that name the output of a build: a file of that name or ending beside it.
    private static readonly (string Folder, string[] Beside)[] s_outputs =
    [
        ("bin", [".csproj", ".fsproj", ".vbproj"]),
        ("obj", [".csproj", ".fsproj", ".vbproj"]),
        ("target", ["Cargo.toml"]),
        ("venv", ["requirements.txt", "pyproject.toml", "setup.py"]),
        (".next", ["package.json"]),
    ];

    /// <summary>
    /// The clutter that comes with a folder and is not left out by .dockerignore: outermost folders, in the order of their paths.
    /// </summary>
    internal static IReadOnlyList<string> In(string folder, LintContext context, RuleContext file)
    {
        var found = new List<string>();
        foreach (var entry in context.Sent.Below(folder))
        {
            if (entry.Kind == ContextEntryKind.Directory && IsClutter(entry.Name, entry.Path, context)
                && !found.Exists(outer => IsBelow(entry.Path, outer))
                && IsSentWithContent(entry.Path, context) && !(entry.Name == ".git" && UsesGit(file)))
            {
                found.Add(entry.Path);
            }
        }

        return found;
    }

    /// <summary>
    /// The lines of .dockerignore that leave paths out: by name at the top, by name everywhere for those further down. A name that no
    /// line can hold has none.
    /// </summary>
    internal static IReadOnlyList<string> IgnoreLines(IReadOnlyList<string> paths) =>
    [
        .. from path in paths
           group path by path[(path.LastIndexOf('/') + 1)..] into places
           let isAtTop = places.All(path => path == places.Key)
           let pattern = IgnorePattern.Naming(places.Key, isAtTop)
           where pattern is not null
           select isAtTop ? pattern : "**/" + pattern,
    ];

    /// <summary>Whether a path lies in a clutter folder.</summary>
    internal static bool Holds(string path) => path.Split('/').Any(part => s_always.Contains(part));

    private static bool IsBelow(string path, string folder) => path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static bool IsClutter(string name, string path, LintContext context) => s_always.Contains(name)
        || Array.Exists(s_outputs, output => output.Folder == name && context.Listing.Files.Below(ContextPath.Parent(path))
            .Any(entry => ContextPath.Parent(entry.Path) == ContextPath.Parent(path)
                && Array.Exists(output.Beside, beside =>
                    beside.StartsWith('.') ? entry.Name.EndsWith(beside, StringComparison.Ordinal) : entry.Name == beside)));

    // A folder may be there with all that is in it left out.
    private static bool IsSentWithContent(string folder, LintContext context) => context.Sent.Below(folder).Any()
        || (context.Listing.IsUnvisited(folder) && !context.Rules.Excludes(folder + "/HEAD"));

    // A build that asks git for its version needs the folder.
    private static bool UsesGit(RuleContext file) => file.Model.Invocations.Any(use => use.Invocation.Tool == GitTools.Git
        && (use.Invocation.VerbName ?? (use.Invocation.IsOpen ? "log" : "")).Split(' ')[0]
            is "describe" or "rev-parse" or "log" or "rev-list" or "show" or "status" or "submodule" or "tag");
}

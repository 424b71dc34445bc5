using System.Globalization;
using System.Text;
using Dockerlint.Cache;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;

namespace Dockerlint.Workspace;

/// <summary>
/// Reads the history of a branch commit by commit, along first parents: what a build machine sees that builds every state of the
/// branch. Nothing is checked out; files are known by the names git gives their contents.
/// </summary>
public static class GitHistory
{
    /// <summary>Reads the last commits of a revision.</summary>
    /// <param name="directory">A directory in the repository; the context is what lies below it.</param>
    /// <param name="revision">The last commit.</param>
    /// <param name="count">How many commits; the oldest is compared with its parent.</param>
    /// <param name="dockerfile">The path of the Dockerfile below the context.</param>
    /// <param name="builder">Whose rules of .dockerignore count.</param>
    /// <param name="alsoBuilt">A Dockerfile that will be built in all commits in place of their own; null for none.</param>
    public static HistoryOutcome ReadLast(string directory, string revision, int count, string dockerfile, Builder builder, SyntaxTree? alsoBuilt = null) =>
        Read(directory, [string.Create(CultureInfo.InvariantCulture, $"--max-count={count}"), revision], dockerfile, builder, alsoBuilt);

    /// <summary>Reads the commits that are in one revision and not in another.</summary>
    public static HistoryOutcome ReadRange(string directory, string range, string dockerfile, Builder builder, SyntaxTree? alsoBuilt = null) =>
        Read(directory, [range], dockerfile, builder, alsoBuilt);

    private static HistoryOutcome Read(string directory, IReadOnlyList<string> selection, string dockerfile, Builder builder, SyntaxTree? alsoBuilt)
    {
        var git = new GitProgram(directory);
        if (selection[^1].StartsWith('-'))
        {
            return HistoryOutcome.Failed($"{selection[^1]} is no git revision");
        }

        if (git.Run(["rev-parse", "--show-prefix"], out var output) is { } foreign)
        {
            return HistoryOutcome.Failed($"there is no git repository: {foreign}");
        }

        var prefix = Encoding.UTF8.GetString(output).TrimEnd('\n');
        if (git.Run(["log", "-z", "--first-parent", "--reverse", "--format=%H %P%x00%ct%x00%s", .. selection, "--"], out output) is { } problem)
        {
            return HistoryOutcome.Failed($"cannot read the history of {selection[^1]}: {problem}");
        }

        var commits = Commits(Encoding.UTF8.GetString(output).Split('\0'));

        // The first commit of all, or of what a shallow clone has, stands on nothing: it is where the replay starts.
        if (commits is [{ Parent: "" } root, .. var rest])
        {
            commits = [.. rest];
            return Walk(new HistoryWalk(git, prefix, dockerfile, builder, alsoBuilt), root.Id, commits);
        }

        return Walk(new HistoryWalk(git, prefix, dockerfile, builder, alsoBuilt), commits is [var first, ..] ? first.Parent : null, commits);
    }

    private static HistoryOutcome Walk(HistoryWalk walk, string? start, List<Commit> commits)
    {
        if (start is null || commits.Count == 0)
        {
            return new HistoryOutcome([], null);
        }

        return walk.Start(start) is { } problem || (problem = walk.Read([.. commits.Select(commit => (commit.Id, commit.Parent))])) is not null
            ? HistoryOutcome.Failed(problem)
            : new HistoryOutcome([.. commits.Select(commit => walk.Step(new HistoryCommit(commit.Id, commit.Parent, commit.Subject, commit.Time)
            {
                ContextBefore = ContextManifest.Empty,
                Context = ContextManifest.Empty,
            }))], null);
    }

    private static List<Commit> Commits(string[] fields)
    {
        var commits = new List<Commit>();
        for (var i = 0; i + 2 < fields.Length; i += 3)
        {
            var names = fields[i].Split(' ');
            commits.Add(new Commit(names[0], names.Length > 1 ? names[1] : "", fields[i + 2],
                DateTimeOffset.FromUnixTimeSeconds(long.TryParse(fields[i + 1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0)));
        }

        return commits;
    }

    private sealed record Commit(string Id, string Parent, string Subject, DateTimeOffset Time);
}

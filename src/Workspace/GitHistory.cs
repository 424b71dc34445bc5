using System.Globalization;
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
    // A repository with more of them has lost more than it holds.
    private const int MostGaps = 20;

    /// <summary>Reads the last commits of a revision.</summary>
    /// <param name="directory">A directory in the repository; the context is what lies below it.</param>
    /// <param name="revision">The last commit.</param>
    /// <param name="count">How many commits; the oldest is compared with its parent.</param>
    /// <param name="dockerfile">The path of the Dockerfile below the context.</param>
    /// <param name="builder">Whose rules of .dockerignore count.</param>
    /// <param name="alsoBuilt">A Dockerfile that will be built in all commits in place of their own; null for none.</param>
    /// <param name="kind">What each build is given.</param>
    public static HistoryOutcome ReadLast(
        string directory, string revision, int count, string dockerfile, Builder builder, SyntaxTree? alsoBuilt = null,
        ContextKind kind = ContextKind.Checkout) =>
        Read(directory, [string.Create(CultureInfo.InvariantCulture, $"--max-count={count}"), revision], dockerfile, builder, alsoBuilt,
            kind);

    /// <summary>The name of the last commit of the work tree around a directory; null when there is none that may be read.</summary>
    /// <param name="directory">The directory.</param>
    public static string? Head(string directory) =>
        GitRepository.Open(directory, out _) is { } repository && repository.Resolve("HEAD", "commit", out var name) is null ? name : null;

    /// <summary>Reads the commits that are in one revision and not in another.</summary>
    public static HistoryOutcome ReadRange(
        string directory, string range, string dockerfile, Builder builder, SyntaxTree? alsoBuilt = null,
        ContextKind kind = ContextKind.Checkout) =>
        Read(directory, [range], dockerfile, builder, alsoBuilt, kind);

    private static HistoryOutcome Read(
        string directory, IReadOnlyList<string> selection, string dockerfile, Builder builder, SyntaxTree? alsoBuilt, ContextKind kind)
    {
        if (selection[^1].StartsWith('-') || selection[^1].Contains('\n', StringComparison.Ordinal))
        {
            return HistoryOutcome.Failed($"{selection[^1]} is no git revision");
        }

        if (GitRepository.Open(directory, out var foreign) is not { } repository)
        {
            return HistoryOutcome.Failed($"there is no git repository: {foreign}");
        }

        if (ReadCommits(repository.Git, selection, out var commits) is { } problem)
        {
            return HistoryOutcome.Failed($"cannot read the history of {selection[^1]}: {problem}");
        }

        using var objects = new GitObjects(repository.Git);

        // The first commit of all, or of what a shallow clone has, stands on nothing: it is where the replay starts.
        var start = commits is [var first, ..] ? first.Parent : "";
        if (commits is [{ Parent: "" } root, .. var rest])
        {
            (start, commits) = (root.Id, [.. rest]);
        }

        return commits.Count == 0 ? new HistoryOutcome([], null)
            : Walk(repository.Git, () => new HistoryWalk(repository, objects, dockerfile, builder, alsoBuilt, kind), start, commits);
    }

    // Where a tree is missing, the commits that have it and that follow it are unknown, and the walk begins again behind.
    private static HistoryOutcome Walk(GitProgram git, Func<HistoryWalk> create, string start, List<Commit> commits)
    {
        var read = new List<HistoryCommit>();
        for (var gaps = 0; ; gaps++)
        {
            var walk = create();
            var pending = commits[read.Count..];
            var known = 0;
            var gap = walk.Start(start);
            if (gap is null && walk.Read([.. pending.Select(commit => (commit.Id, commit.Parent))], out known, out gap) is { } problem)
            {
                return HistoryOutcome.Failed(problem);
            }

            read.AddRange(pending.Take(known).Select(commit => walk.Step(Empty(commit))));
            if (gap is not null && (gaps == MostGaps || git.IsStuck))
            {
                return HistoryOutcome.Failed(gap);
            }

            if (gap is not null && read.Count < commits.Count)
            {
                start = commits[read.Count].Id;
                read.Add(Empty(commits[read.Count]) with { ContextProblem = gap });
            }

            if (read.Count == commits.Count)
            {
                return gap is not null && read.TrueForAll(commit => commit.ContextProblem is not null) ? HistoryOutcome.Failed(gap)
                    : new HistoryOutcome(read, null);
            }
        }
    }

    private static HistoryCommit Empty(Commit commit) => new(commit.Id, commit.Parent, commit.Subject, commit.Time)
    {
        ContextBefore = ContextManifest.Empty,
        Context = ContextManifest.Empty,
    };

    // The revision is passed as input, since bytes that are no text cannot be arguments.
    private static string? ReadCommits(GitProgram git, IReadOnlyList<string> selection, out List<Commit> commits)
    {
        // "commit", blank, name, line end before what is asked for; a line end behind it.
        const string format = "%H %P%x00%ct%x00%s%x00";
        var found = commits = [];
        var fields = new List<string>(3);
        return git.RunFields(
            ["rev-list", "--first-parent", "--reverse", "--encoding=UTF-8", "--format=" + format, .. selection.SkipLast(1), "--stdin"],
                Take, [.. PathText.Encode(selection[^1]), (byte)'\n']);

        void Take(string field)
        {
            fields.Add(field);
            if (fields.Count == 3)
            {
                var names = fields[0][(fields[0].LastIndexOf('\n') + 1)..].Split(' ');
                found.Add(new Commit(names[0], names.Length > 1 ? names[1] : "", fields[2], Time(fields[1])));
                fields.Clear();
            }
        }
    }

    private static DateTimeOffset Time(string seconds)
    {
        var latest = DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        return DateTimeOffset.FromUnixTimeSeconds(
            long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                ? Math.Clamp(value, -latest, latest) : 0);
    }

    private sealed record Commit(string Id, string Parent, string Subject, DateTimeOffset Time);
}

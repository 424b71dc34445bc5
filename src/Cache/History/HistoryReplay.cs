using Dockerlint.Syntax;

namespace Dockerlint.Cache;

/// <summary>A history built commit by commit, each after its parent and with nothing else in the cache.</summary>
public sealed class HistoryReplay
{
    internal HistoryReplay(LayerPlan? plan, IReadOnlyList<ReplayedStep> steps, IReadOnlyList<ReplayedCommit> commits)
    {
        Plan = plan;
        Steps = steps;
        Commits = commits;
    }

    /// <summary>The plan of the last commit that can be built; null when none can.</summary>
    public LayerPlan? Plan { get; }

    /// <summary>The steps of that plan that have a key, in its order.</summary>
    public IReadOnlyList<ReplayedStep> Steps { get; }

    /// <summary>The commits, oldest first.</summary>
    public IReadOnlyList<ReplayedCommit> Commits { get; }

    /// <summary>Commits that can be built.</summary>
    public int Built => Commits.Count(commit => commit.Problem is null);

    /// <summary>Commits that reuse every step.</summary>
    public int Untouched => Commits.Count(commit => commit is { Problem: null, Rebuilt: 0, Unknown: 0 });

    /// <summary>The steps of all builds of which it is known what became of them: what <see cref="HitRate"/> is a share of.</summary>
    public int Counted => Commits.Sum(commit => commit.Reused + commit.Rebuilt);

    /// <summary>The steps of all builds of which it is not known.</summary>
    public int Unknown => Commits.Sum(commit => commit.Unknown);

    /// <summary>The steps of all builds that the likely answer is taken of.</summary>
    public int Assumed => Commits.Sum(commit => commit.Assumed);

    /// <summary>The share of these steps that is reused, from 0 to 1; null when there is none.</summary>
    public double? HitRate => Counted is > 0 and var steps
        ? (double)Commits.Sum(commit => commit.Reused) / steps
        : null;

    /// <summary>The seconds that 100 commits spend on steps that are done again.</summary>
    public double LostPerHundred => Built == 0 ? 0 : Commits.Sum(commit => commit.Seconds) * 100 / Built;

    /// <summary>The results that 100 commits upload with mode=max and would not with mode=min.</summary>
    public double UploadsPerHundred => Built == 0 ? 0 : Commits.Sum(commit => commit.Uploads) * 100.0 / Built;

    /// <summary>Replays commits in the given order, oldest first.</summary>
    public static HistoryReplay Run(IReadOnlyList<HistoryCommit> commits, ReplayOptions options)
    {
        ArgumentNullException.ThrowIfNull(commits);
        ArgumentNullException.ThrowIfNull(options);
        return new ReplayRun(options).Run(commits);
    }

    /// <summary>
    /// A name by which the same instruction is found again in another version of the file: its stage, its text, and which of equal ones it
    /// is.
    /// </summary>
    internal static IReadOnlyList<string> NamesOf(LayerPlan plan)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new List<string>();
        foreach (var step in plan.Steps)
        {
            var stage = step.StageIndex is { } index ? plan.Model.Stages[index].Name ?? $"#{index}" : "";
            var words = step.Instruction.LogicalLine.Text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
            var heredocs = string.Join('\0', step.Instruction.Heredocs.Select(Body));
            var name = $"{stage}\0{(step.IsTrigger ? "ONBUILD " : "")}{string.Join(' ', words)}\0{heredocs}";
            seen[name] = seen.GetValueOrDefault(name) + 1;
            names.Add($"{name}\0{seen[name]}");
        }

        return names;
    }

    private static string Body(HeredocSyntax heredoc) => heredoc.Content;
}

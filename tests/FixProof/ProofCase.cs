using Dockerlint.Linting;

namespace Dockerlint.FixProof;

/// <summary>A Dockerfile that a rule offers a safe fix for, with what its build needs.</summary>
/// <param name="Rule">The rule whose fixes are applied; <see cref="EveryRule"/> for those of all rules together.</param>
/// <param name="Name">What tells it from the others of the rule.</param>
/// <param name="Dockerfile">The file.</param>
internal sealed record ProofCase(string Rule, string Name, string Dockerfile)
{
    /// <summary>Stands for all rules at once.</summary>
    internal const string EveryRule = "all";

    /// <summary>Files of the build context by path; what else the Dockerfile copies is made up.</summary>
    internal IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>What the fix makes of it, where that is stated and not asked of the program.</summary>
    internal string? Fixed { get; init; }

    /// <summary>The example of the documentation that it is; null for a case of our own.</summary>
    internal RuleExample? Example { get; init; }

    /// <summary>Whether it is right to offer no safe fix here: the case is there to show why.</summary>
    internal bool MayBeRefused { get; init; }

    /// <summary>The profile whose verdicts are used.</summary>
    internal Profile Profile { get; init; } = Profile.Strict;

    /// <summary>The stage that is built; null for the last.</summary>
    internal string? Target { get; init; }

    /// <summary>Arguments of the build, as <c>NAME=value</c>.</summary>
    internal IReadOnlyList<string> BuildArguments { get; init; } = [];

    /// <summary>A second Dockerfile that is built from the image of this one, so that triggers run; null when there is none.</summary>
    internal string? Child { get; init; }

    public override string ToString() => $"{Rule}/{Name}";
}

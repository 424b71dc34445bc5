using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DK6901. The linter reports it, since it alone sees what comments switch off.</summary>
internal sealed class UnusedSuppression : Rule, IOtherVerdicts
{
    public override RuleInfo Info { get; } = new(Linter.UnusedSuppressionId, "unused-suppression", Category.Style, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Fix = FixAvailability.Always,
        Doc = new(
            "A comment switches a rule off that has nothing to report there.",
            """
            Such a comment outlives its cause, and hides the next finding that somebody should see. Only rules that run are looked at,
            so that a comment for ShellCheck where it is not installed, is left alone, and so is one that another profile needs, such as
            hadolint's. The configuration key report-unused switches this rule on.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    # dockerlint ignore=all -- the mirror has one version only
                    CMD ["true"]
                    """,
                    Good: """
                    FROM alpine:3.22
                    CMD ["true"]
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    CMD ["true"]
                    """),
            ]),
    };

    public IEnumerable<(Profile Profile, IReadOnlyList<Rule> Rules)> Verdicts =>
        new[] { Profile.Hadolint, Profile.BuildKit, Profile.Default }.Select(profile => (profile, RuleCatalog.For(profile)));

    public override void Register(RuleHooks on)
    {
    }
}

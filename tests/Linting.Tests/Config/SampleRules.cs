using Dockerlint.Linting;

namespace Dockerlint.Tests;

/// <summary>Rules that exist for these tests only.</summary>
internal static class SampleRules
{
    internal static IReadOnlyList<RuleInfo> All { get; } =
    [
        Info("DK2001", "first-rule", Category.Security, Profiles.Default | Profiles.Strict),
        Info("DK2002", "opt-in-rule", Category.Security, Profiles.Strict) with
        {
            Options = [new RuleOption<int>("most", 3, "How many."), new RuleOption<IReadOnlyList<string>>("names", [], "Which."),
                new RuleOption<bool>("deep", false, "Whether.")],
        },
        Info("DK2003", "late-rule", Category.Size, Profiles.Default | Profiles.Strict) with { Edition = 2027 },
        Info("DL3006", "untagged-base-image", Category.Reproducibility,
            Profiles.Hadolint | Profiles.Default | Profiles.Strict) with { Sources = [RuleSource.Trivy("DS-0001")] },
    ];

    private static RuleInfo Info(string id, string name, Category category, Profiles profiles) => new(id, name, category, Severity.Warning)
    {
        Since = "0.1",
        Profiles = profiles,
        Doc = new RuleDoc("Summary.", "Why.", []),
    };
}

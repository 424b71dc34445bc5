using Dockerlint.Linting;
using Dockerlint.Rules;

namespace Dockerlint.FixProof;

/// <summary>The examples of the rules' documentation that come with a safe fix.</summary>
internal static class DocumentedCases
{
    private static readonly Profile[] s_profiles = [Profile.Strict, Profile.Hadolint, Profile.BuildKit];

    /// <summary>All of them, each text of a rule once.</summary>
    internal static IReadOnlyList<ProofCase> All { get; } =
        [.. s_profiles.SelectMany(profile => RuleCatalog.WithVerdictsOf(profile), (profile, rule) => (profile, rule))
            .SelectMany(pair => pair.rule.Info.Doc.Examples.Select((example, index) => Case(pair.profile, pair.rule, example, index)))
            .OfType<ProofCase>().DistinctBy(proof => (proof.Rule, proof.Dockerfile)).OrderBy(proof => proof.Rule, StringComparer.Ordinal)];

    private static ProofCase? Case(Profile profile, Rule rule, RuleExample example, int index)
    {
        var proof = new ProofCase(rule.Info.Id, $"documented {index + 1}", example.Bad)
        {
            Example = example,
            Profile = profile,
            Files = Files(example),
        };
        return FixedCase.Of(proof, proof.Files).Text == example.Bad ? null : proof;
    }

    private static Dictionary<string, string> Files(RuleExample example)
    {
        var files = (example.ContextFiles ?? []).Select(file => file.Split(':')[0]).Where(file => !file.EndsWith('/'))
            .ToDictionary(file => file, file => file + "\n", StringComparer.Ordinal);
        if (example.DockerIgnore is { } ignore)
        {
            files[".dockerignore"] = ignore;
        }

        return files;
    }
}

using System.Collections.Immutable;
using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Semantics.Context;
using Dockerlint.Text;

namespace Dockerlint.FixProof;

/// <summary>Applies the safe fixes of a case's rule as <c>--fix</c> does, and nothing else.</summary>
internal static class FixedCase
{
    // Rules that compare dates speak only when they are told one.
    private static readonly DateOnly s_today = new(2026, 11, 1);

    /// <summary>The Dockerfile afterwards, which is the same text when there is no safe fix, and why fixes were not taken.</summary>
    internal static (string Text, string Refusal) Of(ProofCase proof, IReadOnlyDictionary<string, string> context)
    {
        if (proof.Fixed is not null)
        {
            return (proof.Fixed, "");
        }

        var rules = proof.Example is null
            ? RuleCatalog.For(proof.Profile)
            : [.. RuleCatalog.WithVerdictsOf(proof.Profile).Where(rule => rule.Info.Id == proof.Rule)];
        var settings = (proof.Example?.Settings ?? LintSettings.Default with { ReportsUnusedSuppressions = true }) with { Today = s_today };
        var loop = new FixLoop(new Linter(rules, new LintConfig { Settings = settings }),
            new FixSelection(Applicability.Safe, proof.Rule == ProofCase.EveryRule ? null : ImmutableHashSet.Create(proof.Rule)));
        var input = new LintInput(SourceText.From(proof.Dockerfile))
        {
            Context = Context(proof, context),
            DockerIgnore = proof.Example?.DockerIgnore,
        };
        var result = loop.Run(input);
        return (result.Source.Text, string.Join("; ", result.Rejected.Select(rejected => rejected.Reason)));
    }

    // The documentation says of its examples whether a context is known; a case of our own has its folder.
    private static LintContext? Context(ProofCase proof, IReadOnlyDictionary<string, string> files)
    {
        if (proof.Example is { ContextFiles: null })
        {
            return null;
        }

        var entries = files.Select(file => new ContextEntry(file.Key, ContextEntryKind.File) { Size = file.Value.Length });
        return new LintContext(
            () => files.GetValueOrDefault(".dockerignore"), _ => new ContextListing(ContextManifest.Create(entries), []));
    }
}

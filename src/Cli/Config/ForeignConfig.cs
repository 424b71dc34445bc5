using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Syntax;

namespace Dockerlint.Cli.Config;

/// <summary>What the configuration says to the rules of a command other than <c>lint</c>.</summary>
/// <param name="Resolved">The configuration that holds for the Dockerfile.</param>
/// <param name="Rules">The rules of the command.</param>
internal sealed record ForeignConfig(ResolvedConfig Resolved, IReadOnlyList<RuleInfo> Rules)
{
    /// <summary>The least severity that makes the exit code 1.</summary>
    internal Severity Threshold => Resolved.NoFail ? (Severity)(-1) : Resolved.FailureThreshold.Value;

    /// <summary>The configuration for a Dockerfile, or null and what is wrong with it.</summary>
    internal static ForeignConfig? Read(string? file, string dockerfile, IReadOnlyList<RuleInfo> rules, out string? problem)
    {
        var loaded = Configurations.Loader(file).For(dockerfile);
        problem = loaded.Errors.Count > 0 ? loaded.Errors[0].ToString() : null;

        // Whoever asks for such a command wants its rules, whatever profile a lint run has.
        return problem is not null ? null
            : new ForeignConfig(
                ConfigResolver.Resolve(loaded.Layers, profile => [.. rules.Select(rule => rule with { Profiles = profile.Flag })]), rules);
    }

    /// <summary>The findings as they are reported: severities as configured, without what is switched off.</summary>
    internal LintResult Settle(SyntaxTree tree, IEnumerable<Diagnostic> found) =>
        ForeignFindings.Settle(tree, found.Where(finding => Resolved.Rules.ContainsKey(finding.RuleId)), Rules, Resolved.Lint);
}

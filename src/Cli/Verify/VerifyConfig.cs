using System.Collections.Immutable;
using Dockerlint.Cli.Config;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Syntax;
using Dockerlint.Verification;

namespace Dockerlint.Cli;

/// <summary>What the configuration says to <c>verify</c>: rules, limits, scenarios.</summary>
internal sealed class VerifyConfig
{
    private readonly ResolvedConfig _resolved;

    private VerifyConfig(ResolvedConfig resolved, ImageLimits limits) => (_resolved, Limits) = (resolved, limits);

    internal ImageLimits Limits { get; }

    internal ImmutableArray<string> Changes => _resolved.VerifyChanges;

    internal Severity Threshold => _resolved.NoFail ? (Severity)(-1) : _resolved.FailureThreshold.Value;

    /// <summary>The configuration for a Dockerfile, or null and what is wrong with it.</summary>
    internal static VerifyConfig? Read(string? file, string dockerfile, out string? problem)
    {
        var loaded = new ConfigLoader(file).For(dockerfile);
        problem = loaded.Errors.Count > 0 ? loaded.Errors[0].ToString() : null;
        if (problem is not null)
        {
            return null;
        }

        // Whoever verifies wants these rules, whatever profile a lint run has.
        var resolved = ConfigResolver.Resolve(loaded.Layers, profile => [.. VerificationRules.Create().Select(rule => rule with { Profiles = profile })]);
        var limits = new ImageLimits();
        foreach (var (name, limit) in resolved.VerifyLimits)
        {
            if (ByteCount.Parse(limit.Value) is not { } bytes)
            {
                problem = $"{limit.Origin}: {name} is a size such as 200MB, not {limit.Value}";
                return null;
            }

            limits = name == "max-size" ? limits with { MaxSize = bytes } : limits with { MaxWasted = bytes };
        }

        return new VerifyConfig(resolved, limits);
    }

    /// <summary>The findings as they are reported: severities as configured, without what is switched off.</summary>
    internal LintResult Settle(SyntaxTree tree, IEnumerable<Diagnostic> found) =>
        ForeignFindings.Settle(tree, found.Where(finding => _resolved.Rules.ContainsKey(finding.RuleId)), VerificationRules.Create(), _resolved.Lint);
}

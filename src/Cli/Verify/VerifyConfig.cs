using System.Collections.Immutable;
using Dockerlint.Cli.Config;
using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Verification;

namespace Dockerlint.Cli;

/// <summary>What the configuration says to <c>verify</c>: rules, limits, scenarios.</summary>
internal sealed class VerifyConfig
{
    private readonly ForeignConfig _config;

    private VerifyConfig(ForeignConfig config, ImageLimits limits) => (_config, Limits) = (config, limits);

    internal ImageLimits Limits { get; }

    internal ImmutableArray<string> Changes => _config.Resolved.VerifyChanges;

    internal Severity Threshold => _config.Threshold;

    /// <summary>The configuration for a Dockerfile, or null and what is wrong with it.</summary>
    internal static VerifyConfig? Read(string? file, string dockerfile, out string? problem)
    {
        if (ForeignConfig.Read(file, dockerfile, VerificationRules.Create(), out problem) is not { } config)
        {
            return null;
        }

        var limits = new ImageLimits();
        foreach (var (name, limit) in config.Resolved.VerifyLimits)
        {
            if (ByteCount.Parse(limit.Value) is not { } bytes)
            {
                problem = $"{limit.Origin}: {name} is a size such as 200MB, not {limit.Value}";
                return null;
            }

            limits = name == "max-size" ? limits with { MaxSize = bytes } : limits with { MaxWasted = bytes };
        }

        return new VerifyConfig(config, limits);
    }

    /// <summary>The findings as they are reported: severities as configured, without what is switched off.</summary>
    internal LintResult Settle(SyntaxTree tree, IEnumerable<Diagnostic> found) => _config.Settle(tree, found);
}

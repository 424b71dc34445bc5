using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Optimizer;
using Dockerlint.Rules;
using Dockerlint.Text;
using Dockerlint.Verification;

namespace Dockerlint.Fuzz;

/// <summary>A configuration of ours: it is read and holds, or every message has a place in it.</summary>
public sealed class ConfigCheck : IFuzzCheck
{
    private static readonly IReadOnlyList<RuleInfo> s_rules =
        [.. RuleCatalog.All.Select(rule => rule.Info), .. BudgetRules.All, .. VerificationRules.Create()];
    private static readonly SourceText s_sample = SourceText.From("FROM alpine\nLABEL a=b\nRUN apt-get install curl\n");

    /// <inheritdoc/>
    public FuzzFailure? Check(byte[] input)
    {
        var text = SourceText.FromBytes(input, ".dockerlint.yaml").Text.TrimStart('\uFEFF');
        var errors = new List<ConfigError>();
        var layer = ConfigReader.Read(text, ".dockerlint.yaml", s_rules, errors);
        _ = HadolintConfigReader.LooksLikeIt(text);
        return errors.Count > 0 ? Places(text, errors) : Use(layer, input);
    }

    /// <summary>What is wrong with messages: one without a place, or of more than one line.</summary>
    internal static FuzzFailure? Places(string text, IEnumerable<ConfigError> errors)
    {
        // Of all that ends a line in YAML or JSON.
        var lines = 1 + text.Count(c => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029');
        foreach (var error in errors)
        {
            // After the last line end, libraries count one more line.
            if (error.Line < 0 || error.Line > lines + 1 || error.Column < 0 || error.Message.Length == 0
                || ReportCheck.Hidden(VisibleText.Escape(error.ToString())) is not null)
            {
                return new FuzzFailure("place of a message", error.ToString());
            }
        }

        return null;
    }

    /// <summary>Lints with a configuration.</summary>
    internal static FuzzFailure? Use(ConfigLayer layer, byte[] input)
    {
        var resolved = ConfigResolver.Resolve([layer], profile =>
            [.. RuleCatalog.WithVerdictsOf(profile).Select(rule => rule.Info)], (_, _) => input.Length % 2 == 0);

        // A linter for each of them would be most of the time.
        if (input.Length % 4 != 0)
        {
            return null;
        }

        var rules = RuleCatalog.WithVerdictsOf(resolved.Lint.Profile).Where(rule => resolved.Rules.ContainsKey(rule.Info.Id));
        var bug = new Linter(rules, resolved.Lint).Lint(s_sample).FirstOrDefault(finding => finding.RuleId == Linter.InternalErrorId);
        return bug is null ? null : new FuzzFailure($"rule failed: {bug.Message.Split('\n')[0]}", bug.Message);
    }
}

using System.Text;
using Dockerlint.Linting;

namespace Dockerlint.Reporting;

/// <summary>Turns the documentation of rules into Markdown (<c>rules.md</c>).</summary>
public static class RuleDocWriter
{
    /// <summary>A page of all rules.</summary>
    public static string Write(IEnumerable<RuleInfo> rules)
    {
        var builder = new StringBuilder("# Rules\n\nGenerated from the rules by `dockerlint rules --format markdown`. Every example is run as a test.\n");
        foreach (var rule in rules)
        {
            builder.Append('\n').Append(Explain(rule));
        }

        return builder.ToString();
    }

    /// <summary>One rule as a section.</summary>
    public static string Explain(RuleInfo rule)
    {
        var builder = new StringBuilder();
        builder.Append("## ").Append(rule.Id).Append(' ').Append(rule.Name).Append("\n\n").Append(rule.Doc.Summary).Append("\n\n");
        builder.Append("Severity: ").Append(rule.DefaultSeverity.ToString().ToLowerInvariant());
        builder.Append(". Category: ").Append(rule.Category.ToString().ToLowerInvariant());
        builder.Append(". Fix: ").Append(rule.Fix.ToString().ToLowerInvariant());
        builder.Append(". Since: ").Append(rule.Since).Append('.');
        if (rule.Aliases.Count > 0)
        {
            builder.Append(" Also known as ").AppendJoin(", ", rule.Aliases).Append('.');
        }

        builder.Append("\n\n").Append(rule.Doc.Why).Append('\n');
        foreach (var example in rule.Doc.Examples)
        {
            Append(builder, "Reported" + Describe(example.Settings), example.Bad);
            Append(builder, "Not reported", example.Good);
            if (example.Fixed is not null)
            {
                Append(builder, "Reported, fixed", example.Fixed);
            }
        }

        return builder.ToString();
    }

    private static string Describe(LintSettings settings)
    {
        var parts = new List<string>();
        if (settings.TrustedRegistries.Count > 0)
        {
            parts.Add("trusted registries " + string.Join(", ", settings.TrustedRegistries));
        }

        if (settings.LabelSchema.Count > 0)
        {
            parts.Add((settings.HasStrictLabels ? "strict labels " : "labels ")
                + string.Join(", ", settings.LabelSchema.Select(label => $"{label.Key} ({label.Value.ToString().ToLowerInvariant()})")));
        }

        return parts.Count == 0 ? "" : ", with " + string.Join(" and ", parts);
    }

    private static void Append(StringBuilder builder, string title, string code) =>
        builder.Append('\n').Append(title).Append(":\n\n```dockerfile\n").Append(code).Append("```\n");
}

using System.Text;
using Dockerlint.Linting;

namespace Dockerlint.Reporting;

/// <summary>Turns the documentation of rules into Markdown (<c>rules.md</c>).</summary>
public static class RuleDocWriter
{
    /// <summary>A page of all rules.</summary>
    public static string Write(IReadOnlyCollection<RuleInfo> rules)
    {
        var builder = new StringBuilder("# Rules\n\nGenerated from the rules by `dockerlint rules --format markdown`. Every example is "
            + "run as a test; those of DK9 rules have theirs in samples/verify.\n");
        if (rules.Count > 1)
        {
            RuleIndexWriter.Write(builder, rules);
        }

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
        builder.Append(". Confidence: ").Append(ConfidenceName.Of(rule.Confidence));
        builder.Append(". Category: ").Append(rule.Category.ToString().ToLowerInvariant());
        builder.Append(". Fix: ").Append(rule.Fix.ToString().ToLowerInvariant());
        builder.Append(". Since: ").Append(rule.Since).Append('.');
        AppendSources(builder, rule.Sources, isSame: true, " Same as ");
        AppendSources(builder, rule.Sources, isSame: false, " Compare ");
        builder.Append("\n\n").Append(rule.Doc.Why).Append('\n');
        if (rule.Doc.Remedy is { } remedy)
        {
            builder.Append("\nRemedy: ").Append(remedy).Append('\n');
        }

        foreach (var option in rule.Options)
        {
            builder.Append("\nOption `").Append(option.Name).Append("`, ").Append(Describe(option.DefaultValue)).Append(" unless set: ")
                .Append(option.Summary).Append('\n');
        }

        foreach (var example in rule.Doc.Examples)
        {
            Append(builder, "Reported" + Describe(example), example.Bad);
            Append(builder, "Not reported", example.Good);
            if (example.FixedDockerIgnore is not null)
            {
                Append(builder, "The .dockerignore file, fixed", example.FixedDockerIgnore, "text");
            }

            if (example.Fixed is not null)
            {
                Append(builder, "Reported, fixed", example.Fixed);
            }
        }

        return builder.ToString();
    }

    private static void AppendSources(StringBuilder builder, IReadOnlyList<RuleSource> sources, bool isSame, string start)
    {
        var shown = sources.Where(source => source.IsSame == isSame).Select(source => $"{source.Peer} {source.Id}").ToList();
        if (shown.Count > 0)
        {
            builder.Append(start).AppendJoin(", ", shown).Append('.');
        }
    }

    private static string Describe(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        IReadOnlyList<string> { Count: 0 } => "empty",
        IReadOnlyList<string> list => $"`{string.Join("`, `", list)}`",
        string { Length: 0 } => "empty",
        _ => $"`{value}`",
    };

    /// <summary>What has to be known for an example to hold, such as the files of its context; empty when nothing has.</summary>
    internal static string Describe(RuleExample example)
    {
        var settings = example.Settings;
        var parts = new List<string>();
        if (example.DockerIgnore is { Length: > 0 } ignore)
        {
            parts.Add($"`{string.Join("`, `", ignore.Split('\n', StringSplitOptions.RemoveEmptyEntries))}` in .dockerignore");
        }

        if (example.ContextFiles is { } files)
        {
            parts.Add($"`{string.Join("`, `", files)}` in the context");
        }

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

    private static void Append(StringBuilder builder, string title, string code, string language = "dockerfile") =>
        builder.Append('\n').Append(title).Append(":\n\n```").Append(language).Append('\n').Append(code).Append("```\n");
}

using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Checks the values of labels whose form the schema sets.</summary>
internal static class LabelValues
{
    /// <summary>Reports the values that are known, not empty, and not of the form.</summary>
    internal static void Check(Stage stage, RuleContext context, LabelForm form, Func<string, bool> isValid, string expected)
    {
        if (context.Settings.LabelSchema.IsEmpty)
        {
            return;
        }

        foreach (var (key, value, pair) in LabelPairs.Of(stage))
        {
            if (key is not null && !string.IsNullOrEmpty(value) && context.Settings.LabelSchema.TryGetValue(key, out var wanted)
                && wanted == form && !isValid(value))
            {
                context.Report((pair.Value ?? pair.Key).Span, $"label {key} is not {expected}");
            }
        }
    }

    /// <summary>Settings of an example: one label of a form.</summary>
    internal static LintSettings Schema(string label, LabelForm form, bool isStrict = false) => new()
    {
        LabelSchema = LintSettings.Default.LabelSchema.Add(label, form),
        HasStrictLabels = isStrict,
    };
}

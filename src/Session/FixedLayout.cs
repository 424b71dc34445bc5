using Dockerlint.Formatting;
using Dockerlint.Linting;

namespace Dockerlint.Session;

/// <summary>Keeps the layout of files that are fixed: what was formatted before is formatted afterwards.</summary>
public static class FixedLayout
{
    /// <summary>The result of fixes, formatted if the file was; otherwise as the fixes left it.</summary>
    public static FixResult Keep(FixLoop loop, IReadOnlyList<LintInput> inputs, FixResult result, Func<FormatStyle> style)
    {
        if (result.Source.Text == inputs[0].Source.Text)
        {
            return result;
        }

        var options = new FormatOptions { Style = style() };
        if (Formatter.Format(inputs[0].Source, options).Outcome != FormatOutcome.Unchanged
            || Formatter.Format(result.Source, options) is not { Outcome: FormatOutcome.Formatted } formatted)
        {
            return result;
        }

        return result with
        {
            Source = formatted.Text,
            After = loop.Run([.. inputs.Select(input => input with { Source = formatted.Text })]).Before
        };
    }
}

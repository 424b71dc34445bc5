using Dockerlint.Formatting;
using Dockerlint.Linting;

namespace Dockerlint.Cli;

/// <summary>Keeps the layout of files that are fixed: what was formatted before is formatted afterwards.</summary>
internal static class FixedLayout
{
    /// <summary>The result of fixes, formatted if the file was; otherwise as the fixes left it.</summary>
    internal static FixResult Keep(Linter linter, LintInput input, FixResult result, Func<FormatStyle> style)
    {
        if (result.Source.Text == input.Source.Text)
        {
            return result;
        }

        var options = new FormatOptions { Style = style() };
        if (Formatter.Format(input.Source, options).Outcome != FormatOutcome.Unchanged
            || Formatter.Format(result.Source, options) is not { Outcome: FormatOutcome.Formatted } formatted)
        {
            return result;
        }

        return result with { Source = formatted.Text, After = linter.Lint(input with { Source = formatted.Text }) };
    }
}

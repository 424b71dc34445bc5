using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>Commands that want two operands.</summary>
internal static class Operands
{
    /// <summary>Reports every command of a name that has one operand.</summary>
    internal static void ReportOne(CheckedScript script, string name, ShellReport report, string message)
    {
        foreach (var command in script.Commands.Where(command => CommandNames.Last(command) == name))
        {
            if (!ShellFlags.Of(command).Any(flag => flag.Flag is "t" or "target-directory" or "help" or "version")
                && ShellFlags.Operands(command).ToList() is [var word] && !script.IsGlob(word)
                && !word.Parts.Any(part => part is ParameterExpansion) && !script.Slice(word.Span).Contains('{', StringComparison.Ordinal)
                && !word.Parts.OfType<DoubleQuoted>().Any(quoted => quoted.Parts.Any(part => part is ParameterExpansion { Name: "@" })))
            {
                report.Add(command.Span, message);
            }
        }
    }
}

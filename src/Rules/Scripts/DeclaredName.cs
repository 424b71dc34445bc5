using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>A name behind export, local or one of their like.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Value">What it is set to; null when it is declared only.</param>
/// <param name="IsAppend">Whether the value goes to the end of what it was.</param>
/// <param name="IsInteger">Whether it is declared a number.</param>
internal sealed record DeclaredName(string Name, ShellWord? Value, bool IsAppend, bool IsInteger)
{
    /// <summary>The names among the arguments of such a command.</summary>
    internal static IEnumerable<DeclaredName> In(CheckedScript script, IEnumerable<ShellWord> arguments)
    {
        var isInteger = false;
        foreach (var word in arguments)
        {
            if (word.LiteralValue is ['-', ..] flags)
            {
                isInteger |= flags.Contains('i', StringComparison.Ordinal);
            }
            else if (CheckedScript.ValueStart(word) is { } start)
            {
                var first = (Literal)word.Parts[0];
                var value = new ShellWord(
                    word.Span, [new Literal(first.Span, first.Text[(start - word.Span.Start)..]), .. word.Parts.Skip(1)]);
                yield return new DeclaredName(
                    script.Text[word.Span.Start..start].TrimEnd('=').TrimEnd('+'), value, script.Text[start - 2] == '+', isInteger);
            }
            else if (word.LiteralValue is { Length: > 0 } name)
            {
                yield return new DeclaredName(name, null, false, isInteger);
            }
        }
    }
}

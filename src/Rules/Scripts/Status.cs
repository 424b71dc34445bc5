using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>What a script does with <c>$?</c>.</summary>
internal static class Status
{
    /// <summary>Whether it is compared with zero in brackets, or is all there is in arithmetic.</summary>
    internal static bool IsComparedWithZero(CheckedScript script, ParameterExpansion status)
    {
        ShellNode node = status;
        if (script.Parent(node) is DoubleQuoted { Parts.Length: 1 } quoted)
        {
            node = quoted;
        }

        switch (script.Parent(node))
        {
            case ArithmeticCommand command:
                var text = script.Text[(command.Span.Start + 2)..(command.Span.End - 2)].Replace(" ", "", StringComparison.Ordinal);
                return text is "$?" or "!$?" or "$?==0" or "$?!=0" or "0==$?" or "0!=$?" or "$?>0" or "0<$?";
            case ShellWord { Parts.Length: 1 } word:
                var words = script.Parent(word) switch
                {
                    SimpleCommand { Words: [{ LiteralValue: "[" }, .. var inner, { LiteralValue: "]" }] } => inner,
                    ConditionalExpression condition => condition.Words,
                    _ => [],
                };
                words = words is [{ LiteralValue: "!" }, ..] ? words.RemoveAt(0) : words;
                return words is [var left, { LiteralValue: "=" or "==" or "!=" or "-eq" or "-ne" or "-gt" }, var right]
                    && (left.LiteralValue == "0" || right.LiteralValue == "0") && !IsFirstInFunction(script, word);
            default:
                return false;
        }
    }

    private static bool IsFirstInFunction(CheckedScript script, ShellNode node)
    {
        var function = script.Around<FunctionDefinition>(node);
        var first = function is { Body: BraceGroup { Body: [var item, ..] } } ? item : null;
        return first is not null && script.Around<ShellListItem>(node) is { } own
            && (ReferenceEquals(own, first) || first.Span.Contains(own.Span));
    }
}

using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class DollarInArithmetic : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2004", "dollar-in-arithmetic", Category.Shell, Severity.Style)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A dollar sign in arithmetic, where a name is enough.",
            "It is only in the way, and `$x` is put in as text: `$x * 2` of `1 + 1` is 3.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN i=1; echo "$(($i + 1))"
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN i=1; echo "$((i + 1))"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        HashSet<int>? ends = null;
        foreach (var expansion in script.All<ParameterExpansion>())
        {
            if (expansion is { Operator: null, Prefix: null, Subscript: null }
                && (char.IsAsciiLetter(expansion.Name[0]) || expansion.Name[0] == '_')
                && script.PlaceOf(expansion).Place == ScriptPlace.Arithmetic && IsAlone(script, expansion)
                && !(ends ??= [.. script.All<ParameterExpansion>().Select(other => other.Span.End)]).Contains(expansion.Span.Start))
            {
                report.Add(expansion.Span, "a name needs no dollar sign in arithmetic");
            }
        }
    }

    // Glued to something it is part of a name or a number.
    private static bool IsAlone(CheckedScript script, ParameterExpansion expansion)
    {
        var before = script.Text[expansion.Span.Start - 1];
        return !char.IsAsciiLetterOrDigit(before) && before is not ('#' or '_')
            && !(expansion.Span.End < script.Text.Length
                && (char.IsAsciiLetterOrDigit(script.Text[expansion.Span.End]) || script.Text[expansion.Span.End] is '#' or '_' or '$'));
    }
}

using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ArrayAsText : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2128", "array-as-text", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "An array that is read as if it were one value.",
            "That is its first element only.",
            [
                new(
                    Bad: """
                    FROM fedora:42
                    RUN names=(a b); echo "$names"
                    """,
                    Good: """
                    FROM fedora:42
                    RUN names=(a b); echo "${names[@]}"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var expansion in script.All<ParameterExpansion>())
        {
            if (expansion is { Subscript: null, Prefix: null, Operator: null } && (script.Names.Arrays.Contains(expansion.Name)
                || expansion.Name is "FUNCNAME" or "PIPESTATUS" or "DIRSTACK" or "BASH_SOURCE" or "BASH_LINENO" or "BASH_ARGV" or "GROUPS"
                    or "BASH_REMATCH" or "MAPFILE"))
            {
                report.Add(expansion.Span, $"{expansion.Name} is an array: this is its first element only");
            }
        }
    }
}

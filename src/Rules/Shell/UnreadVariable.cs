using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class UnreadVariable : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2034", "unread-variable", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A variable that the script sets and nobody reads.",
            """
            The value goes nowhere when the instruction ends: often the name is misspelt at one of the places, or an export is
            missing.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN version=1.2 && make install
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN version=1.2 && make install VERSION="$version"
                    """),
            ])
        {
            Remedy = "Export it if a command is to see it, use ENV if a later instruction is to see it, or leave it out.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        var read = script.Names.Uses
            .Where(use => use.Kind is VariableUseKind.Read or VariableUseKind.GuardedRead or VariableUseKind.Exported)
            .Select(use => use.Name).Concat(script.Environment.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var group in script.Names.Uses
            .Where(use => use.Kind is VariableUseKind.Set or VariableUseKind.Declared).GroupBy(use => use.Name))
        {
            var last = group.Last();
            if (!read.Contains(group.Key) && !group.Key.StartsWith('_') && !ShellVariables.IsKnown(group.Key))
            {
                report.Add(last.Span, $"nothing reads {group.Key}");
            }
        }
    }
}

using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class UnsetVariable : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2154", "unset-variable", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A variable that the script reads and nobody sets.",
            "It is empty, most often because of a slip in its name, or because an ARG or ENV is missing.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN curl -fsSL "https://example.com/$version.tar.gz" | tar xz
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG version=1.0
                    RUN curl -fsSL "https://example.com/$version.tar.gz" | tar xz
                    """),
            ])
        {
            Remedy = """
                    Declare it with ARG or ENV, set it in the script, or give a value for its absence with `${name:-value}`.
                    """,
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        var set = script.Names.Uses.Where(use => use.Kind is VariableUseKind.Set or VariableUseKind.Declared or VariableUseKind.Exported)
            .Select(use => use.Name).Concat(script.Environment.Keys).Concat(script.Names.Guarded).ToHashSet(StringComparer.Ordinal);
        foreach (var use in script.Names.Uses)
        {
            // The first place is enough.
            if (use.Kind is VariableUseKind.Read or VariableUseKind.GuardedRead && set.Add(use.Name) && use.Kind == VariableUseKind.Read
                && use.Name.Any(char.IsAsciiLetterLower))
            {
                report.Add(use.Span, $"nothing sets {use.Name}");
            }
        }
    }
}

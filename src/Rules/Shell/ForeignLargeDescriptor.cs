using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignLargeDescriptor : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3023", "foreign-large-descriptor", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A descriptor above 9 in a shell that has no such numbers.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN exec 10> /log
                    """,
                    Good: """
                    FROM debian:12
                    RUN exec 9> /log
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var node in script.All<Redirect>())
        {
            if (node.Descriptor is { Length: > 1 } number && number.All(char.IsAsciiDigit))
            {
                report.Add(node.Span, "this shell has descriptors from 0 to 9");
            }
        }
    }
}

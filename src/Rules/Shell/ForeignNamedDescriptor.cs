using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignNamedDescriptor : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3022", "foreign-named-descriptor", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A descriptor with a name in a shell that has numbers only.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN exec {log}> /log
                    """,
                    Good: """
                    FROM debian:12
                    RUN exec 3> /log
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
            if (node.Descriptor is ['{', ..])
            {
                report.Add(node.Span, "this shell has no names for descriptors");
            }
        }
    }
}

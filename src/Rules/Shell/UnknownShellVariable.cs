using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class UnknownShellVariable : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3028", "unknown-shell-variable", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A variable that only other shells set.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN echo "$RANDOM" > /seed
                    """,
                    Good: """
                    FROM debian:12
                    RUN od -An -N2 -i /dev/urandom > /seed
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var expansion in script.All<ParameterExpansion>())
        {
            if (ShellVariables.IsForeign(expansion.Name, script.Dialect) && !script.Environment.ContainsKey(expansion.Name))
            {
                report.Add(expansion.Span, $"this shell does not set {expansion.Name}");
            }
        }
    }
}

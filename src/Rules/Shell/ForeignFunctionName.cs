using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignFunctionName : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3033", "foreign-function-name", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A name of a function that this shell does not take.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN build-all() { make; }; build-all
                    """,
                    Good: """
                    FROM debian:12
                    RUN build_all() { make; }; build_all
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var node in script.All<FunctionDefinition>())
        {
            if (node.Name.Length > 0 && !node.Name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            {
                report.Add(node.Span, "this shell takes letters, digits and underscores in the name of a function");
            }
        }
    }
}

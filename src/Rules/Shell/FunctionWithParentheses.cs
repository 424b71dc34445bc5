using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class FunctionWithParentheses : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2112", "function-with-parentheses", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "The word function in front of a function, in a shell that does not know it.",
            "Without it every shell knows the function.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN function build() { make; }; build
                    """,
                    Good: """
                    FROM debian:12
                    RUN build() { make; }; build
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox)
        {
            foreach (var function in script.All<FunctionDefinition>().Where(function => FunctionWord.Stands(script, function) == true))
            {
                report.Add(function.Span, "this shell does not know the word function");
            }
        }
    }
}

using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class UnquotedHeredocForSsh : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2087", "unquoted-heredoc-for-ssh", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A heredoc for ssh with expansions and a delimiter that is not quoted.",
            "The shell here expands them, not the one on the other side.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN <<'EOF'
                    ssh host <<END
                    echo $HOME
                    END
                    EOF
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN <<'EOF'
                    ssh host <<'END'
                    echo $HOME
                    END
                    EOF
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("ssh"))
        {
            foreach (var redirect in command.Redirects)
            {
                if (ShellFlags.Operands(command).Count() == 1 && script.BodyOf(redirect) is { } body
                    && body.Parts.Any(part => part is ParameterExpansion or CommandSubstitution))
                {
                    report.Add(redirect.Target.Span, "the shell here expands these lines, not the one on the other side");
                }
            }
        }
    }
}

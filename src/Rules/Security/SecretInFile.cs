using Dockerlint.Linting;
using Dockerlint.Linting.Secrets;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class SecretInFile : Rule
{
    public override RuleInfo Info { get; } = new("DK2011", "secret-in-file", Category.Security, Severity.Error)
    {
        Since = "0.1",
        Doc = new(
            "A text has the form of a secret.",
            """
            Keys and tokens of well-known issuers are recognised by their form. Whoever can read the file or pull the image has it:
            revoke it, and give the build a secret mount instead. Examples and placeholders are not reported.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    ENV KEY=AKIAQ3EGRZ7TPLMVW5XN
                    """,
                    Good: """
                    FROM debian:12
                    ENV KEY=AKIAIOSFODNN7EXAMPLE
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN <<EOF
                    echo '-----BEGIN RSA PRIVATE KEY-----' > /k
                    EOF
                    """,
                    Good: """
                    FROM debian:12
                    RUN echo '-----BEGIN PUBLIC KEY-----' > /k
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    CMD ["app", "--token", "ghp_Zb81kq0vT5mYc2LxEr7aWn4uHs9Dj3PfGi6o"]
                    """,
                    Good: """
                    FROM debian:12
                    CMD ["app", "--token", "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]
                    """),
            ])
        {
            Remedy = """
                Replace the key at its issuer first, since deleting the line does not take it out of the git history. Then pass the new
                one with `RUN --mount=type=secret` or `docker run --env-file`. For documentation, use an obvious placeholder.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Instruction<InstructionSyntax>(static (instruction, context) =>
    {
        Check(instruction.LogicalLine, context);
        foreach (var body in instruction.Heredocs.Select(heredoc => heredoc.Body).OfType<SyntaxToken>())
        {
            Check(MappedText.Slice(body.Source, body.Span), context);
        }
    });

    private static void Check(MappedText text, RuleContext context)
    {
        foreach (var (kind, span) in TokenScanner.Find(text.Text))
        {
            context.Report(text.ToSource(span), $"this looks like {kind}: revoke it and use a secret mount");
        }
    }
}

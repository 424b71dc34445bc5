using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>DK2011.</summary>
public sealed class SecretInFile : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK2011", "secret-in-file", Category.Security, Severity.Error)
    {
        Since = "0.1",
        Doc = new("A text has the form of a secret.",
            "Keys and tokens of well-known issuers are recognised by their form. Whoever can read the file or pull the image has it: revoke it, and give the build a secret mount instead. Examples and placeholders are not reported.",
            [new("FROM debian:12\nENV KEY=AKIAQ3EGRZ7TPLMVW5XN\n", "FROM debian:12\nENV KEY=AKIAIOSFODNN7EXAMPLE\n"),
             new("FROM debian:12\nRUN <<EOF\necho '-----BEGIN RSA PRIVATE KEY-----' > /k\nEOF\n", "FROM debian:12\nRUN echo '-----BEGIN PUBLIC KEY-----' > /k\n"),
             new("FROM debian:12\nCMD [\"app\", \"--token\", \"ghp_Zb81kq0vT5mYc2LxEr7aWn4uHs9Dj3PfGi6o\"]\n", "FROM debian:12\nCMD [\"app\", \"--token\", \"ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"]\n")]),
    };

    /// <inheritdoc/>
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

using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class CredentialsInUrl : Rule
{
    private static readonly string[] s_dummies =
        ["password", "pass", "passwd", "secret", "postgres", "root", "admin", "guest", "test", "example", "changeme", "xxx", "***"];

    public override RuleInfo Info { get; } = new("DK2020", "credentials-in-url", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Doc = new(
            "A URL carries a password or token that stands in the file or in a build argument.",
            """
            It is kept in the history of the image, and git also writes it to .git/config. Use a secret or ssh mount. What the script
            reads at build time is not reported.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN git clone https://ci:s3cr3t@example.com/a.git
                    """,
                    Good: """
                    FROM debian:12
                    RUN --mount=type=ssh git clone git@example.com:a.git
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    ARG TOKEN
                    RUN pip install git+https://${TOKEN}@example.com/a.git
                    """,
                    Good: """
                    FROM debian:12
                    RUN --mount=type=secret,id=t pip install git+https://$(cat /run/secrets/t)@example.com/a.git
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    ENV DATABASE_URL=postgres://app:s3cr3t@db.example.com/app
                    """,
                    Good: """
                    FROM debian:12
                    ENV DATABASE_URL=postgres://app@db.example.com/app
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    ADD https://ci:s3cr3t@example.com/a.tar /
                    """,
                    Good: """
                    FROM debian:12
                    ADD https://git@example.com/a.tar /
                    """),
            ])
        {
            Remedy = """
                Clone with `RUN --mount=type=ssh`, or put `$(cat /run/secrets/token)` into the address with `RUN
                --mount=type=secret,id=token`. Set addresses the program needs when the container starts, and change a password that was
                published.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var use in context.Model.Invocations)
        {
            // What the words of a script in a word hold is found there.
            foreach (var word in use.Invocation.Arguments)
            {
                if (word.Span != use.Invocation.ScriptWord?.Span && HasCredentials(use, word))
                {
                    context.Report(use.Invocation.ToSource(word), "the credentials in this URL stay in the history of the image");
                }
            }
        }

        foreach (var source in context.Get<Transfers>().SelectMany(transfer => transfer.Sources))
        {
            if (source.Text is { } url && UserInfo(url) is { } user && user.Contains(':', StringComparison.Ordinal))
            {
                context.Report(source.Span, "the credentials in this URL stay in the history of the image");
            }
        }

        foreach (var step in context.Model.Stages.SelectMany(stage => stage.Steps))
        {
            if (step.Action is KeyValueInstruction instruction)
            {
                CheckValues(instruction, step.Before, context);
            }
        }
    });

    // Local data bases of a development image have passwords that are no secret.
    private static void CheckValues(KeyValueInstruction instruction, InstructionState before, RuleContext context)
    {
        foreach (var value in instruction.Pairs.Select(pair => pair.Value).OfType<WordSyntax>())
        {
            if (WordExpander.Expand(value, before.Variables.Lookup) is { } text
                && UserInfo(text)?.Split(':', 2) is [var user, { Length: > 0 } password]
                && password != user && !s_dummies.Contains(password, StringComparer.OrdinalIgnoreCase)
                    && !password.Contains('<', StringComparison.Ordinal))
            {
                context.Report(value.Span, "the credentials in this URL can be read from the image");
            }
        }
    }

    private static bool HasCredentials(InvocationUse use, CommandWord word)
    {
        if (UserInfo(word.Text) is not { } user || !use.IsInFile(word))
        {
            return false;
        }

        // user:password@, or a token alone, which only a variable shows to be one.
        return user.Split(':', 2) is [_, { Length: > 0 } password] ? password is not ("x-oauth-basic" or "password")
            || user[0] == CommandWord.UnknownText
            : user.Contains(CommandWord.UnknownText, StringComparison.Ordinal);
    }

    private static string? UserInfo(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal) + 3;
        if (scheme < 5 || !char.IsAsciiLetter(url[scheme - 4]))
        {
            return null;
        }

        var end = url.AsSpan(scheme).IndexOfAny("/?# '\"");
        var authority = end < 0 ? url[scheme..] : url.Substring(scheme, end);
        return authority.LastIndexOf('@') is > 0 and var at ? authority[..at] : null;
    }
}

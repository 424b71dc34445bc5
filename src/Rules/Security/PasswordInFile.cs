using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class PasswordInFile : Rule
{
    public override RuleInfo Info { get; } = new("DK2017", "password-in-file", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Sources = [RuleSource.Checkov("CKV2_DOCKER_17"), RuleSource.Dockle("DKL-LI-0001")],
        Doc = new(
            "An account is given a password that stands in the file or in a build argument.",
            """
            Every container of the image has the same password, and everybody who can pull the image can find it. Lock the account, or
            set the password when the container starts.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN echo 'root:s3cr3t' | chpasswd
                    """,
                    Good: """
                    FROM debian:12
                    RUN --mount=type=secret,id=p chpasswd < /run/secrets/p && passwd -l root
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    ARG PW
                    RUN echo "root:$PW" | chpasswd
                    """,
                    Good: """
                    FROM debian:12
                    RUN echo "root:$(cat /run/secrets/p)" | chpasswd
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN useradd -m -p abc app
                    """,
                    Good: """
                    FROM debian:12
                    RUN useradd -m app
                    """),
            ])
        {
            Remedy = """
                Create the account without a password, as in `useradd -m app`, so that nobody can log in with one. If a password is
                needed, let the entrypoint set it from a secret of the container.
                """,
        },
    };

    public override void Register(RuleHooks on)
    {
        on.Invocation(static (use, context) =>
        {
            var command = use.Invocation;
            if (command.Tool == UserTools.Chpasswd)
            {
                CheckInput(use, context);
            }
            else if (command.Option(OptionRole.Secret) is { Value: { Text: { Length: > 0 } text } value } option
                && text[0] is not ('*' or '!')
                && use.IsInFile(value) && IsAccount(command))
            {
                Report(command, option.IsAttached ? command.WordOf(option) : value, command.Name, context);
            }
        });
        on.File(static context =>
        {
            foreach (var run in context.Model.Invocations.Where(use => SetsPassword(use.Invocation))
                .Select(use => (RunInstruction)use.Instruction).Distinct())
            {
                CheckPipes(new Pipes([.. context.Model.InvocationsOf(run)]), context);
            }
        });
    }

    private static void Report(Invocation command, CommandWord word, string? setter, RuleContext context) =>
        context.Report(command.ToSource(word), $"{setter} sets a password that everybody who reads the image knows");

    private static bool IsAccount(Invocation command) =>
        command.Does(EffectKind.CreatesUser) || command.Does(EffectKind.ChangesUser) || command.Does(EffectKind.CreatesGroup);

    private static bool SetsPassword(Invocation command) => command.Tool == UserTools.Chpasswd || command.Tool == UserTools.Passwd;

    // chpasswd <<< root:s3cr3t
    private static void CheckInput(InvocationUse use, RuleContext context)
    {
        foreach (var redirect in use.Invocation.Redirects)
        {
            var word = new CommandWord(use.Resolve(redirect.Target) ?? "", redirect.Target.Span, Syntax: redirect.Target);
            if (redirect.Operator.Text == "<<<" && use.IsInFile(word))
            {
                Report(use.Invocation, word, use.Invocation.Name, context);
            }
        }
    }

    // echo root:s3cr3t | chpasswd
    private static void CheckPipes(Pipes pipes, RuleContext context)
    {
        foreach (var pipeline in pipes.All)
        {
            if (pipes.Of(pipeline.Commands[0]) is { } first && pipes.Of(pipeline.Commands[^1])?.Invocation is { } last && SetsPassword(last)
                && (first.Invocation.Tool == TextTools.Echo || first.Invocation.Tool == TextTools.Printf)
                    && !first.Invocation.Arguments.IsEmpty
                && AreInFile(first, out var hasLines) && (last.Tool == UserTools.Chpasswd || last.Has("--stdin") || hasLines))
            {
                Report(first.Invocation, first.Invocation.Arguments[^1], last.Name, context);
            }
        }
    }

    private static bool AreInFile(InvocationUse use, out bool hasLines)
    {
        hasLines = false;
        foreach (var word in use.Invocation.Arguments)
        {
            hasLines |= word.Text.Contains("\\n", StringComparison.Ordinal);
            if (!use.IsInFile(word))
            {
                return false;
            }
        }

        return true;
    }
}

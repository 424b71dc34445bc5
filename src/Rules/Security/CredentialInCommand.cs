using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Linting.Secrets;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class CredentialInCommand : Rule
{
    public override RuleInfo Info { get; } = new("DK2010", "credential-in-command", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Sources = [RuleSource.Trivy("DS-0031")],
        Doc = new(
            "A command is given a password or token that stands in the file or in a build argument.",
            """
            The command line is kept in the history of the image, with the values of build arguments, and what the command stores is
            kept in the layer. Use RUN --mount=type=secret. What a script reads at build time, from a secret mount for example, is not
            reported.
            """,
            [
                new(
                    Bad: """
                    FROM docker:28
                    RUN docker login -u ci -p s3cr3t registry.example.com
                    """,
                    Good: """
                    FROM docker:28
                    RUN --mount=type=secret,id=p docker login -u ci --password-stdin registry.example.com < /run/secrets/p
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    ARG TOKEN
                    RUN aws configure set aws_secret_access_key $TOKEN
                    """,
                    Good: """
                    FROM debian:12
                    RUN --mount=type=secret,id=t aws configure set aws_secret_access_key $(cat /run/secrets/t)
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN curl -u ci:s3cr3t https://example.com/a -o /a
                    """,
                    Good: """
                    FROM debian:12
                    RUN curl -u "$(cat /run/secrets/p)" https://example.com/a -o /a
                    """),
            ])
        {
            Remedy = """
                Pass the value with `docker build --secret id=token,env=TOKEN`, mount it with `RUN --mount=type=secret,id=token`, and
                read it with `--password-stdin` or `$(cat /run/secrets/token)`. Replace the credential if the image was pushed.
                """,
        },
    };

    public override void Register(RuleHooks on)
    {
        on.Invocation(static (use, context) =>
        {
            if (!ChangesAccounts(use.Invocation) && Secret(use) is { } word)
            {
                Report(use.Invocation, word, context);
            }

            // sshpass -p x ssh ..: the secret is the wrapper's.
            foreach (var wrapper in use.Invocation.Wrappers)
            {
                if (Option(use, wrapper) is { } own)
                {
                    Report(wrapper, own, context);
                }
            }

            CheckExport(use, context);
            CheckWritten(use, context);
        });
        on.Script(static (script, context) =>
        {
            foreach (var assignment in script.Nodes.OfType<Assignment>())
            {
                CheckVariable(assignment.Name, assignment.Value?.LiteralValue, script.Text.ToSource(assignment.Span), context);
            }
        });
    }

    private static void Report(Invocation command, CommandWord word, RuleContext context) =>
        context.Report(command.ToSource(word), $"{command.Name} is given a secret that stays in the history of the image");

    // Passwords of accounts are another rule's.
    private static bool ChangesAccounts(Invocation command) =>
        command.Does(EffectKind.CreatesUser) || command.Does(EffectKind.ChangesUser) || command.Does(EffectKind.CreatesGroup);

    private static CommandWord? Secret(InvocationUse use)
    {
        var command = use.Invocation;
        return Option(use, command) is { } option ? option
            : command.SecretSetting is { Value: { Length: > 0 } value, ValueWord: var word } && value != "-" && use.IsInFile(word) ? word
                : null;
    }

    // The word of an option whose value is a secret that the file holds.
    private static CommandWord? Option(InvocationUse use, Invocation command)
    {
        foreach (var option in command.Options)
        {
            if (option.Value is { Text: { Length: > 0 } text } value && text != "-" && IsSecret(option.Role, text) && use.IsInFile(value)
                && !(text.StartsWith('/') && HasSecretMount(use)))
            {
                return option.IsAttached ? command.WordOf(option) : value;
            }
        }

        return null;
    }

    private static bool IsSecret(OptionRole role, string text) => role switch
    {
        OptionRole.Secret => true,
        OptionRole.Login => text.Split(':', 2) is [_, { Length: > 0 }],
        // Authorization: Bearer x
        OptionRole.Header =>
            text.IndexOf("Authorization:", StringComparison.OrdinalIgnoreCase) is >= 0 and var at && text[(at + 14)..].Trim().Length > 12,
        _ => false,
    };

    private static bool HasSecretMount(InvocationUse use) =>
        use.Instruction.Flags.Any(flag =>
            flag is { Name: "mount", Value: { } mount } && mount.Contains("type=secret", StringComparison.Ordinal));

    // export DB_PASSWORD=s3cr3t, or the same in front of a command
    private static void CheckExport(InvocationUse use, RuleContext context)
    {
        var command = use.Invocation;
        foreach (var word in command.Tool == ShellTools.Export ? command.Operands : [])
        {
            if (use.IsInFile(word) && word.Value?.Split('=', 2) is [var name, var value] && word.Syntax is { LiteralValue: not null })
            {
                CheckVariable(name, value, command.ToSource(word), context);
            }
        }

        foreach (var setting in command.OwnSettings())
        {
            if (command.Text.Text.AsSpan(setting.Span.Start, setting.Span.Length).Contains(setting.Value, StringComparison.Ordinal))
            {
                CheckVariable(setting.Name, setting.Value, command.Text.ToSource(setting.Span), context);
            }
        }
    }

    private static void CheckVariable(string name, string? value, TextSpan span, RuleContext context)
    {
        if (value is { Length: > 5 } && SecretName.IsSecret(name) && !SecretName.IsVague(name) && !SecretName.IsHarmless(value)
            && !SecretName.IsPlainWord(value))
        {
            context.Report(span, $"the value of {name} stays in the history of the image");
        }
    }

    // echo "machine x login y password z" > ~/.netrc
    private static void CheckWritten(InvocationUse use, RuleContext context)
    {
        var command = use.Invocation;
        if (command.Tool == TextTools.Echo || command.Tool == TextTools.Printf)
        {
            foreach (var redirect in command.Redirects)
            {
                if (redirect.Operator.Text is ">" or ">>" && Path(redirect.Target) is { } path
                    && (path.EndsWith(".netrc", StringComparison.Ordinal) || path.EndsWith(".git-credentials", StringComparison.Ordinal)
                        || path.EndsWith(".pypirc", StringComparison.Ordinal))
                    && !command.Arguments.IsEmpty && AreInFile(use))
                {
                    context.Report(command.ToSource(command.Arguments[^1]),
                        $"credentials are written to {path} and stay in the layer and the history of the image");
                    return;
                }
            }
        }
    }

    private static bool AreInFile(InvocationUse use)
    {
        foreach (var word in use.Invocation.Arguments)
        {
            if (!use.IsInFile(word))
            {
                return false;
            }
        }

        return true;
    }

    private static string? Path(ShellWord word) => word.Parts.LastOrDefault()?.LiteralValue;
}

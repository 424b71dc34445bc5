using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class UncheckedDownload : Rule
{
    public override RuleInfo Info { get; } = new("DK2015", "unchecked-download", Category.Security, Severity.Info)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Profiles = Profiles.Strict,
        Doc = new(
            "A download is unpacked, installed or run, and neither digest nor signature is checked.",
            """
            What the server sends may change, by an attack or by a new release under an old name. Check a digest in the same RUN, or
            fetch with ADD --checksum. Off by default.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN curl -fsSLo /a.tgz https://example.com/a-1.0.tgz && tar xf /a.tgz
                    """,
                    Good: """
                    FROM debian:12
                    RUN curl -fsSLo /a.tgz https://example.com/a-1.0.tgz && echo "$SUM /a.tgz" | sha256sum -c && tar xf /a.tgz
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN curl -fsSL https://example.com/a-1.0.tgz | tar xz
                    """,
                    Good: """
                    FROM debian:12
                    RUN curl -fsSL https://example.com/status
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    ADD https://example.com/a.deb /
                    """,
                    Good: """
                    FROM debian:12
                    ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/a.deb /
                    """),
            ])
        {
            Remedy = """
                Write the digest into the file and run `sha256sum -c` between download and use; `gpg --verify` is as good. A plain file
                is simpler to fetch with `ADD --checksum=sha256:...`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var download in context.Get<Downloads>()
            .Where(download => !download.IsVerified && download.Interpreter is null && !download.IsLocal))
        {
            var isGit = download.Transfer is not null && download.Url.Split('#', '?')[0].EndsWith(".git", StringComparison.Ordinal);
            if (!isGit && (download.Use is null || IsUsed(download, download.Use, context.Model)))
            {
                context.Report(download.UrlSpan, "nothing checks what is fetched here before it is used");
            }
        }
    });

    private static bool IsUsed(Download download, InvocationUse use, BuildModel model)
    {
        var uses = model.InvocationsOf((RunInstruction)use.Instruction).ToList();
        if (!download.IsPrinted)
        {
            return download.Output is { } output && uses.Exists(other => IsUser(other.Invocation, output));
        }

        var pipes = new Pipes(uses);
        return pipes.All.Any(pipeline => pipeline.Commands[..^1].Contains(use.Invocation.Command!)
            && pipeline.Commands.OfType<SimpleCommand>().Skip(1)
                .Any(command => pipes.Of(command) is { } reader && UsesFiles(reader.Invocation)));
    }

    private static bool IsUser(Invocation command, string file)
    {
        if (!UsesFiles(command))
        {
            return command.Tool is null && command.Name == file;
        }

        foreach (var word in command.Arguments)
        {
            if (word.Text.EndsWith(file, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // It unpacks, installs or runs, or makes a program of it.
    private static bool UsesFiles(Invocation command)
    {
        if (command.Tool == FileTools.Install || command.Tool == ShellTools.Sh)
        {
            return true;
        }

        foreach (var effect in command.Tool?.Effects ?? [])
        {
            if (effect.Kind is EffectKind.RunsScript)
            {
                return true;
            }
        }

        foreach (var effect in command.Effects)
        {
            if (effect.Kind is EffectKind.Unpacks or EffectKind.Installs or EffectKind.ChangesMode or EffectKind.RunsScript)
            {
                return true;
            }
        }

        return false;
    }
}

using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class ArchiveCopiedAndUnpacked : Rule
{
    // What ADD unpacks by itself: tar, alone or compressed.
    private static readonly string[] s_endings =
        [".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tbz", ".tar.xz", ".txz", ".tar.zst", ".tzst"];

    public override RuleInfo Info { get; } = new("DL3010", "archive-copied-and-unpacked", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new(
            "An archive is copied into the image and unpacked there.",
            """
            The archive stays in the layer of the COPY, even if it is removed later. ADD unpacks a local tar archive by itself; a bind
            mount lets tar read it without copying it.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    COPY app.tar.gz /tmp/
                    RUN tar -xzf /tmp/app.tar.gz -C /srv
                    """,
                    Good: """
                    FROM alpine:3.22
                    ADD app.tar.gz /srv/
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    COPY app.tar /tmp/
                    RUN tar xf /tmp/app.tar -C /srv --strip-components=1
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN --mount=type=bind,source=app.tar,target=/tmp/app.tar tar xf /tmp/app.tar -C /srv --strip-components=1
                    """),
            ])
        {
            Remedy = """
                Write `ADD app.tar.gz /srv/` and drop the `tar` command. If tar needs options such as `--strip-components`, use `RUN
                --mount=type=bind,source=app.tar.gz,target=/tmp/app.tar.gz tar -xzf /tmp/app.tar.gz`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (!context.Model.IsShipped(stage))
        {
            return;
        }

        var archives = new Dictionary<string, (TextSpan Span, FileTransferInstruction Copy)>(StringComparer.Ordinal);
        foreach (var step in stage.Steps)
        {
            if (step.Instruction is CopyInstruction copy && copy.Flag("from") is null)
            {
                Remember(copy, step.Before.Variables, archives);
            }
            else if (step.Instruction is RunInstruction run && archives.Count > 0)
            {
                foreach (var use in context.Model.InvocationsOf(run))
                {
                    Check(use.Invocation, archives, context);
                }
            }
        }
    });

    private static void Remember(
        CopyInstruction copy, VariableScope scope, Dictionary<string, (TextSpan, FileTransferInstruction)> archives)
    {
        var destination = TransferPaths.Destination(copy, scope);
        var sources = TransferPaths.Sources(copy, scope);
        for (var i = 0; i < sources.Count; i++)
        {
            if (sources[i] is { } source && IsArchive(source))
            {
                var name = destination is not null && IsArchive(destination) ? destination : source;
                archives[FileName(name)] = (copy.Json is null ? copy.Words[i].Span : copy.Json.Items[i].Span, copy);
            }
        }
    }

    private static void Check(
        Invocation command, Dictionary<string, (TextSpan Span, FileTransferInstruction Copy)> archives, RuleContext context)
    {
        if (!command.Does(ArchiveTools.Tar, "-x"))
        {
            return;
        }

        foreach (var word in command.Operands.Concat(command.Options.Select(option => option.Value).OfType<CommandWord>()))
        {
            if (archives.Remove(FileName(word.Text), out var archive))
            {
                context.Report(archive.Span, command.Operands.Any(operand => !operand.IsKnown) || command.Options.Any(IsChange)
                    ? "the archive stays in the image after it is unpacked: bind-mount it for the RUN"
                    : "the archive stays in the image after it is unpacked: ADD unpacks it by itself",
                    [new RelatedSpan(command.ToSource(word), "unpacked here")]);
            }
        }
    }

    // What ADD cannot do, or what nobody knows.
    private static bool IsChange(InvocationOption option) => option.Value is { IsKnown: false }
        || option.MainName.StartsWith("--strip", StringComparison.Ordinal)
        || option.MainName.StartsWith("--transform", StringComparison.Ordinal)
        || option.MainName.StartsWith("--exclude", StringComparison.Ordinal)
        || option.MainName.StartsWith("--wildcards", StringComparison.Ordinal);

    private static bool IsArchive(string path) =>
        Array.Exists(s_endings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        && !path.AsSpan().ContainsAny('*', '?', '[');

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];
}

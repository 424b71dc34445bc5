using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>DL3010.</summary>
public sealed class ArchiveCopiedAndUnpacked : Rule
{
    // What ADD unpacks by itself: tar, alone or compressed.
    private static readonly string[] s_endings = [".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tbz", ".tar.xz", ".txz", ".tar.zst", ".tzst"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3010", "archive-copied-and-unpacked", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new("An archive is copied into the image and unpacked there.",
            "The archive stays in the layer of the COPY, even if it is removed later. ADD unpacks a local tar archive by itself; a bind mount lets tar read it without copying it.",
            [new("FROM alpine:3.22\nCOPY app.tar.gz /tmp/\nRUN tar -xzf /tmp/app.tar.gz -C /srv\n", "FROM alpine:3.22\nADD app.tar.gz /srv/\n"),
             new("FROM alpine:3.22\nCOPY app.tar /tmp/\nRUN tar xf /tmp/app.tar -C /srv --strip-components=1\n",
                 "FROM alpine:3.22\nRUN --mount=type=bind,source=app.tar,target=/tmp/app.tar tar xf /tmp/app.tar -C /srv --strip-components=1\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        var archives = new Dictionary<string, (TextSpan Span, FileTransferInstruction Copy)>(StringComparer.Ordinal);
        foreach (var step in stage.Steps)
        {
            if (step.Instruction is CopyInstruction copy && copy.Flag("from") is null)
            {
                Remember(copy, step.Before.Variables, archives);
            }
            else if (step.Instruction is RunInstruction run && archives.Count > 0)
            {
                foreach (var use in context.Model.ScriptsOf(run).SelectMany(script => script.Commands))
                {
                    Check(use, archives, context);
                }
            }
        }
    });

    private static void Remember(CopyInstruction copy, VariableScope scope, Dictionary<string, (TextSpan, FileTransferInstruction)> archives)
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

    private static void Check(CommandUse use, Dictionary<string, (TextSpan Span, FileTransferInstruction Copy)> archives, RuleContext context)
    {
        if (use.Command.Name is not ("tar" or "bsdtar") || !IsExtraction(use.Arguments))
        {
            return;
        }

        for (var i = 0; i < use.Arguments.Count; i++)
        {
            if (use.Arguments[i] is { } word && archives.Remove(FileName(word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..]), out var archive))
            {
                var change = use.Arguments.Any(argument => argument is null || IsChange(argument));
                context.Report(archive.Span, change
                    ? "the archive stays in the image after it is unpacked: bind-mount it for the RUN"
                    : "the archive stays in the image after it is unpacked: ADD unpacks it by itself",
                    [new RelatedSpan(use.ArgumentSpan(i), "unpacked here")]);
            }
        }
    }

    // The bundle of letters in front may stand without a dash.
    private static bool IsExtraction(IReadOnlyList<string?> arguments) => arguments.Any(word => word is "--extract" or "--get"
        || (word is not null && word.StartsWith('-') && !word.StartsWith("--", StringComparison.Ordinal) && word.Contains('x')))
        || (arguments is [{ } first, ..] && first.Contains('x') && first.All(char.IsAsciiLetter));

    // What ADD cannot do.
    private static bool IsChange(string argument) => argument.StartsWith("--strip", StringComparison.Ordinal)
        || argument.StartsWith("--transform", StringComparison.Ordinal) || argument.StartsWith("--exclude", StringComparison.Ordinal)
        || argument.StartsWith("--wildcards", StringComparison.Ordinal);

    private static bool IsArchive(string path) => Array.Exists(s_endings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        && !path.AsSpan().ContainsAny('*', '?', '[');

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];
}

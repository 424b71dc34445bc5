using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class CopyToFile : Rule
{
    public override RuleInfo Info { get; } = new("DL3021", "copy-to-file", Category.Correctness, Severity.Error)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0011")],
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "Several sources and a destination that is not written as a directory.",
            """
            Only a slash at the end says that the destination is a directory; without it builders stop, or write one file over the
            other.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    COPY a.py b.py /srv
                    """,
                    Good: """
                    FROM alpine:3.22
                    COPY a.py b.py .
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    COPY a.py b.py /srv/
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    ADD ["a b", "c", "/srv"]
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG DIR
                    COPY a.py b.py $DIR
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    ADD ["a b", "c", "/srv/"]
                    """),
            ])
        {
            Remedy = "End the destination in a slash, as in `COPY a.py b.py /srv/`.",
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var step in stage.Steps)
        {
            if (step.Instruction is FileTransferInstruction { Arguments.Count: > 2 } transfer
                && TransferPaths.Destination(transfer, step.Before.Variables) is { Length: > 0 } destination && !IsDirectory(destination)
                    && !CommentInArguments.IsIn(transfer))
            {
                var span = TransferPaths.DestinationSpan(transfer);
                context.Report(span, $"{transfer.Name} of {transfer.Arguments.Count - 1} sources to {destination}, which does not end in "
                    + "a slash",
                    Slash(transfer, span));
            }
        }
    });

    private static bool IsDirectory(string path) =>
        path[^1] is '/' or '\\' || path is "." or ".." || path.EndsWith("/.", StringComparison.Ordinal)
        || path.EndsWith("/..", StringComparison.Ordinal);

    // BuildKit takes several sources and leaves one file, the last of them; with the slash there is a folder.
    private static IReadOnlyList<Fix> Slash(FileTransferInstruction transfer, TextSpan span)
    {
        var isQuoted = transfer.Source.Text[span.End - 1] is '"' or '\'';
        return transfer.Json is null && transfer.Words[^1].LiteralValue is null
            ? []
            : Fix.Of("end the destination in a slash", Applicability.Unsafe,
                new TextEdit(new TextSpan(isQuoted ? span.End - 1 : span.End, 0), "/"));
    }
}

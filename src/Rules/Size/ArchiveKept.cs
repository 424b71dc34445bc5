using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class ArchiveKept : Rule
{
    private static readonly string[] s_archives =
        [".tar", ".tar.gz", ".tgz", ".tar.xz", ".txz", ".tar.bz2", ".tbz2", ".zip", ".deb", ".rpm", ".tar.zst", ".7z", ".whl"];

    public override RuleInfo Info { get; } = new("DK4009", "archive-kept", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Doc = new(
            "An archive is downloaded and unpacked, and stays in the image.",
            """
            Nothing needs it any more. Remove it in the same RUN, or pipe the download into tar. Stages whose layers are not shipped are
            not looked at.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN curl -fsSLO https://example.com/x-1.tar.gz && tar -xf x-1.tar.gz
                    """,
                    Good: """
                    FROM debian:12
                    RUN curl -fsSL https://example.com/x-1.tar.gz | tar -xz
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN wget -O /tmp/x.deb https://example.com/x-1.deb && dpkg -i /tmp/x.deb
                    """,
                    Good: """
                    FROM debian:12
                    RUN wget -O /tmp/x.deb https://example.com/x-1.deb && dpkg -i /tmp/x.deb && rm -f /tmp/*.deb
                    """),
            ])
        {
            Remedy = """
                Add `&& rm x-1.tar.gz` to the same `RUN`. For tar archives, `curl -fsSL URL | tar -xz` needs no file at all; set
                `pipefail` for it.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Instruction<RunInstruction>(static (run, context) =>
    {
        // A mount over the place, or a removal of anything not known, may take care of it.
        if (run.Flags.Any(flag => flag.Name == "mount"))
        {
            return;
        }

        // Any removal may be that of the archive.
        var uses = context.Model.InvocationsOf(run).ToList();
        var downloads = uses.Select(use => (Use: use, File: DownloadedFile.FileOf(use)))
            .Where(download => download.File is { } file
                && s_archives.Any(extension => file.EndsWith(extension, StringComparison.OrdinalIgnoreCase))).ToList();
        if (downloads.Count == 0 || uses[0].IsTrigger || !context.Model.IsShipped(uses[0].Stage)
            || uses.Exists(use => Has(use.Invocation, EffectKind.Deletes)))
        {
            return;
        }

        var unpacked = uses.Where(use => IsUnpacker(use.Invocation)).SelectMany(use => use.Invocation.Arguments.ToArray())
            .Select(word => word.Value).OfType<string>().Select(FileName).ToHashSet(StringComparer.Ordinal);
        foreach (var (use, file) in downloads)
        {
            var name = FileName(file!);
            // What another step removes is told by another rule.
            if (unpacked.Contains(name) && !context.Get<RemovedFiles>().MayHold(use.Stage, name))
            {
                context.Report(use.Invocation.NameSpan, $"{name} stays in the image after it is unpacked: remove it in the same RUN");
            }
        }
    });

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static bool IsUnpacker(Invocation command) => Has(command, EffectKind.Unpacks)
        || (command.Find(EffectKind.Installs) is { Spec.Packages: PackageKind.System or PackageKind.Python });

    private static bool Has(Invocation command, EffectKind kind)
    {
        foreach (var effect in command.Effects)
        {
            if (effect.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }
}

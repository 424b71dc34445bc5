using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DK4009.</summary>
public sealed class ArchiveKept : Rule
{
    private static readonly string[] s_archives = [".tar", ".tar.gz", ".tgz", ".tar.xz", ".txz", ".tar.bz2", ".tbz2", ".zip", ".deb", ".rpm", ".tar.zst", ".7z", ".whl"];

    private static readonly string[] s_unpackers = ["tar", "unzip", "dpkg", "rpm", "bsdtar", "7z", "7za", "apt-get", "apt", "yum", "dnf", "alien", "gdebi"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK4009", "archive-kept", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Doc = new("An archive is downloaded and unpacked, and stays in the image.",
            "Nothing needs it any more. Remove it in the same RUN, or pipe the download into tar. Stages whose layers are not shipped are not looked at.",
            [new("FROM debian:12\nRUN curl -fsSLO https://example.com/x-1.tar.gz && tar -xf x-1.tar.gz\n", "FROM debian:12\nRUN curl -fsSL https://example.com/x-1.tar.gz | tar -xz\n"),
             new("FROM debian:12\nRUN wget -O /tmp/x.deb https://example.com/x-1.deb && dpkg -i /tmp/x.deb\n", "FROM debian:12\nRUN wget -O /tmp/x.deb https://example.com/x-1.deb && dpkg -i /tmp/x.deb && rm -f /tmp/*.deb\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        // A mount over the place, or a removal of anything not known, may take care of it.
        if (script.IsTrigger || !context.Model.IsShipped(script.Stage) || script.Instruction.Flags.Any(flag => flag.Name == "mount"))
        {
            return;
        }

        foreach (var use in script.Commands)
        {
            if (DownloadedFile.FileOf(use) is not { } file || !s_archives.Any(extension => file.EndsWith(extension, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            var name = file[(file.LastIndexOf('/') + 1)..];
            var isUnpacked = script.Commands.Any(other => s_unpackers.Contains(other.Command.Name) && other.Arguments.Any(word => word?.EndsWith(name, StringComparison.Ordinal) == true));
            if (isUnpacked && !script.Commands.Any(other => MayRemove(other, name)) && !IsRemovedLater(script, name, context))
            {
                context.Report(use.NameSpan, $"{name} stays in the image after it is unpacked: remove it in the same RUN");
            }
        }
    });

    private static bool MayRemove(CommandUse use, string name) => use.Command.Name switch
    {
        "rm" or "find" or "mv" or "unlink" => true,
        "cd" => false,
        _ => use.Arguments.Any(word => word is not null && (word.StartsWith("--rm", StringComparison.Ordinal) || word == "-delete")) && name.Length > 0,
    };

    // Then the other rule tells it: removed in another layer.
    private static bool IsRemovedLater(ScriptUse script, string name, RuleContext context) => context.Model.ScriptsOf(script.Stage).Any(other => other != script
        && other.Commands.Any(use => use.Command.Name == "rm" && use.Arguments.Any(word => word is null || word.EndsWith(name, StringComparison.Ordinal))));
}

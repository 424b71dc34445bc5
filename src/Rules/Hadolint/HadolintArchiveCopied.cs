using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>
/// DL3010 of hadolint: archives by their endings, unpacked by tar with a dash or by one of the unzip programs, in the last stage only.
/// </summary>
internal sealed class HadolintArchiveCopied() : HadolintVariant(new ArchiveCopiedAndUnpacked())
{
    private static readonly string[] s_unpackers =
        ["unzip", "gunzip", "bunzip2", "unlzma", "unxz", "zgz", "uncompress", "zcat", "gzcat"];

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        if (context.Model.Stages.LastOrDefault() is not { } stage)
        {
            return;
        }

        var archives = new List<(CopyInstruction Copy, string Name)>();
        var found = new HashSet<CopyInstruction>();
        foreach (var step in stage.Steps)
        {
            if (step.Instruction is CopyInstruction copy && copy.Flag("from") is null)
            {
                IEnumerable<string> names = HadolintText.IsArchive(copy.Destination) ? [copy.Destination]
                    : copy.Sources.Where(HadolintText.IsArchive);
                archives.AddRange(names.Select(name => (copy, HadolintText.BaseName(name))));
            }
            else if (step.Instruction is RunInstruction run && archives.Count > 0)
            {
                var names = context.Model.ScriptsOf(run).SelectMany(script => script.Commands)
                    .Where(IsUnpacking).SelectMany(Positionals).Select(HadolintText.BaseName).ToHashSet(StringComparer.Ordinal);
                found.UnionWith(archives.Where(archive => names.Contains(archive.Name)).Select(archive => archive.Copy));
            }
        }

        foreach (var copy in found)
        {
            context.Report(copy.Keyword.Span, "an archive is copied and then unpacked");
        }
    });

    private static bool IsUnpacking(CommandUse use) => s_unpackers.Contains(use.Command.Name)
        || (use.Command.Name == "tar" && Words(use)
            .Any(word => word is "--extract" or "--get" || (word.StartsWith('-') && word.Contains('x'))));

    private static IEnumerable<string> Positionals(CommandUse use) =>
        Words(use).Where(word => word is "-" or "--" || !word.StartsWith('-'));

    private static IEnumerable<string> Words(CommandUse use) => use.Command.Words.Skip(1)
        .Select(word => word.LiteralValue ?? use.Text.Text.Substring(word.Span.Start, word.Span.Length));
}

using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3067 of hadolint: whatever the source is and whatever the stage starts from.</summary>
internal sealed class HadolintCopyOfWholeFilesystem() : HadolintVariant(new CopyOfWholeFilesystem())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var copy in context.Tree.Root.Instructions.OfType<CopyInstruction>())
        {
            if (copy.Flag("from") is not null && Bare(copy.Destination) == "/" && copy.Sources.Any(path => Bare(path) == "/"))
            {
                context.Report(copy.Keyword.Span, "a whole file system is copied");
            }
        }
    });

    // hadolint takes quotes around a whole path away.
    private static string? Bare(string? path) => path is ['"', .. var inner, '"'] ? inner : path;
}

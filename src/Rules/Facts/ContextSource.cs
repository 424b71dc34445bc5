using Dockerlint.Linting;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>A source that COPY or ADD takes from the build context, with its path known.</summary>
/// <param name="Transfer">The instruction.</param>
/// <param name="Path">The path from the root of the context; empty for the root itself.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record ContextSource(Transfer Transfer, string Path, TextSpan Span)
{
    private static readonly string[] s_remote = ["http://", "https://", "git://", "ssh://", "git@", "github.com/"];

    /// <summary>Whether it is the whole context, or all that lies at its top.</summary>
    internal bool IsWhole => Path is "" or "*";

    /// <summary>The folder whose files it takes.</summary>
    internal string Folder => Path == "*" ? "" : Path;

    /// <summary>The sources of the instructions of this build; what ONBUILD copies comes from the context of another.</summary>
    internal static IEnumerable<ContextSource> Of(RuleContext context) =>
        from transfer in context.Get<Transfers>()
        where !transfer.IsFromElsewhere && transfer.Step.Instruction is FileTransferInstruction
            && transfer.Instruction.Flag("exclude") is null
        from source in transfer.Sources
        where source.Text is { } text && !text.Contains('\\', StringComparison.Ordinal)
            && !s_remote.Any(prefix => text.StartsWith(prefix, StringComparison.Ordinal))
        select new ContextSource(transfer, ContextPath.FromRoot(source.Text!), source.Span);
}
